package locality.intervention.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import locality.intervention.decision.KnownDecisions;
import locality.platform.caller.Caller;
import org.jspecify.annotations.Nullable;

/// Approves an intervention; a decision that is cited must bind and be about it.
@ApplicationScoped
class ApproveIntervention {

    private static final String SUBJECT = "intervention";

    private final ChangeIntervention change;
    private final KnownDecisions decisions;

    ApproveIntervention(ChangeIntervention change, KnownDecisions decisions) {
        this.change = change;
        this.decisions = decisions;
    }

    @Transactional
    Intervention handle(
            Caller caller,
            String idOrReference,
            @Nullable String ifMatch,
            @Nullable UUID decision,
            @Nullable LocalDate effectiveOn) {
        return change.handle(
                caller,
                idOrReference,
                ifMatch,
                (it, today) -> {
                    if (decision != null) {
                        decisions.requireBinding(
                                decision, it.locality, SUBJECT, it.id, it.reference);
                    }
                    return it.approve(decision, effectiveOn == null ? today : effectiveOn);
                });
    }
}
