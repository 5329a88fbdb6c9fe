package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import locality.governance.authority.Approval;
import locality.governance.delegation.EarlierApprovals;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Tells what was approved of a subject, to others as to the decision on more of it.
@ApplicationScoped
class ApprovalsOfSubject implements EarlierApprovals {

    private final DecisionsOfSubject subjects;

    ApprovalsOfSubject(DecisionsOfSubject subjects) {
        this.subjects = subjects;
    }

    @Override
    public List<Approval> of(
            Locality place,
            String subjectType,
            String subject,
            LocalDate on,
            @Nullable Instant knownAt) {
        return knownAt == null
                ? subjects.counting(place, subjectType, subject, on).stream()
                        .map(Decision::approval)
                        .toList()
                : subjects.countingAsKnown(place, subjectType, subject, on, knownAt);
    }
}
