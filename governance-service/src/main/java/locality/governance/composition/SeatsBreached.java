package locality.governance.composition;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import locality.governance.composition.FindBreaches.Breach;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;

/// Rules about who sits where that are broken. Who should take the seat only the board can say, so
/// the call is the one that always clears it.
@ApplicationScoped
class SeatsBreached implements WorklistSource {

    private final FindBreaches findBreaches;

    SeatsBreached(FindBreaches findBreaches) {
        this.findBreaches = findBreaches;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return findBreaches.in(places, on).stream().map(breach -> row(breach, on)).toList();
    }

    private static WorklistRow row(Breach breach, LocalDate on) {
        var rule = breach.rule();
        return WorklistRow.waiting(
                WorklistKind.SEAT_BREACH,
                rule.reference(),
                rule.rule.kind().name(),
                null,
                new WorklistRow.Place(rule.locality, rule.bodyReference, Roles.GOVERNANCE),
                "%s: seat who is wanted (POST /bodies/%s/memberships), or end the rule"
                        .formatted(breach.shortfall().words(), rule.bodyReference),
                ClearingCall.post(
                        "/bodies/%s/seat-rules/%d/end".formatted(rule.bodyReference, rule.number),
                        "effectiveOn",
                        on));
    }
}
