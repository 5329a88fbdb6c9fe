package locality.governance.delegation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import locality.governance.authority.Approval;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What was approved of a subject before: the record of decisions tells it to whoever asks who may
/// decide more of it.
public interface EarlierApprovals {

    /// The approvals of a subject in a place that count on a day.
    ///
    /// @param knownAt what was recorded later is left out; null leaves out nothing
    List<Approval> of(
            Locality place,
            String subjectType,
            String subject,
            LocalDate on,
            @Nullable Instant knownAt);
}
