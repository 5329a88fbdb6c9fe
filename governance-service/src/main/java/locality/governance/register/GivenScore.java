package locality.governance.register;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A score as somebody wrote it, in range or not.
///
/// @param likelihood 1 to 5; left out while it is unscored
/// @param impact 1 to 5; left out while it is unscored
@Schema(name = "RegisterGivenScore")
record GivenScore(@Nullable Integer likelihood, @Nullable Integer impact) {

    boolean isNothing() {
        return likelihood == null && impact == null;
    }

    /// @throws EntryRefusal if it is out of range
    Score score() {
        return new Score(likelihood, impact);
    }
}
