package locality.budget.virement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.place.Locality;

/// A decision arrived for a virement and was not applied; the virement waits on. It stays here:
/// governance asks nothing about it, and the virement shows it among its attempts.
///
/// @param reasons validity codes, or what does not match, or the code of the rule that the virement
///   would break by now
@EventType("budget.virement-decision-not-applied.v1")
record VirementDecisionNotApplied(
        UUID decisionId,
        UUID virementId,
        String virement,
        List<String> reasons,
        Locality locality,
        LocalDate effectiveOn)
        implements InternalEvent {

    @Override
    public String subjectType() {
        return "decision-for-virement";
    }

    @Override
    public String subjectId() {
        return decisionId.toString();
    }
}
