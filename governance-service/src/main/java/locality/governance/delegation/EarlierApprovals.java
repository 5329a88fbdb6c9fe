package locality.governance.delegation;

import java.time.Instant;
import java.util.List;
import locality.governance.authority.Approval;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What was approved of a subject before: the record of decisions tells it to whoever asks who may
/// decide more of it.
public interface EarlierApprovals {

    /// The approvals in effect of a subject in a place.
    ///
    /// @param knownAt what was recorded later is left out; null leaves out nothing
    List<Approval> of(
            Locality place, String subjectType, String subject, @Nullable Instant knownAt);
}
