package locality.governance.dispute;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;
import org.jspecify.annotations.Nullable;

/// Disputes whose forum let more days pass without a step than its rule says.
@ApplicationScoped
class DisputesOverdue implements WorklistSource {

    private final Disputes disputes;

    DisputesOverdue(Disputes disputes) {
        this.disputes = disputes;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        var referred = new Disputes.Wanted(null, null, DisputeState.REFERRED);
        var found = disputes.inPlaces(places, referred, "", Page.ALL);
        var rules = disputes.daysBetweenSteps(found, on);
        return found.stream()
                .flatMap(dispute -> overdue(dispute, rules.get(dispute.bodyId), on).stream())
                .toList();
    }

    /// @param days that its forum may let pass, null for no such rule
    private static Optional<WorklistRow> overdue(
            Dispute dispute, @Nullable Integer days, LocalDate on) {
        return days != null && dispute.isOverdueOn(on, days)
                ? Optional.of(row(dispute, dispute.lastStepOn().plusDays(days), on))
                : Optional.empty();
    }

    private static WorklistRow row(Dispute dispute, LocalDate due, LocalDate on) {
        return WorklistRow.due(
                WorklistKind.DISPUTE_OVERDUE,
                dispute.reference,
                dispute.title,
                due,
                on,
                new WorklistRow.Place(dispute.locality, dispute.bodyReference, Roles.GOVERNANCE),
                "%s was to take a step by %s: write down what was done, or resolve it"
                        .formatted(dispute.bodyReference, due),
                ClearingCall.post(
                        "/disputes/%s/steps".formatted(dispute.reference),
                        "what",
                        "The forum heard the parties"));
    }
}
