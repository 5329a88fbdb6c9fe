package locality.governance.register;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an entry comes of, when nobody just entered it.
///
/// @param causedBy the entry that it came of
/// @param source the thing that raised it
record EntryOrigin(@Nullable UUID causedBy, RaiseIssue.@Nullable Source source) {

    static final EntryOrigin ENTERED = new EntryOrigin(null, null);
}
