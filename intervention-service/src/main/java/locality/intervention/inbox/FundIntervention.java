package locality.intervention.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import locality.intervention.funding.Funding;
import locality.intervention.register.Interventions;
import locality.platform.event.CommitmentEvent.CommitmentOpened;
import locality.platform.eventlog.EventLog;
import locality.platform.money.Pence;

/// Counts a commitment to the intervention it names, exactly once; one that names nothing on the
/// register waits for it. What it gives back is counted no longer.
@ApplicationScoped
class FundIntervention {

    private final Interventions interventions;
    private final Funding funding;
    private final EventLog eventLog;

    FundIntervention(Interventions interventions, Funding funding, EventLog eventLog) {
        this.interventions = interventions;
        this.funding = funding;
        this.eventLog = eventLog;
    }

    /// @param named the intervention's id or reference, as the commitment gives it
    @Transactional
    void handle(CommitmentOpened opened, String named) {
        funding.awaitTurn(opened.locality(), named);
        if (funding.has(opened.commitmentId())) {
            return;
        }
        var intervention = interventions.lock(opened.locality(), named);
        if (intervention.isEmpty()) {
            funding.keepWaiting(opened, named);
            return;
        }
        eventLog.append(funding.fund(intervention.get().id(), opened, named));
    }

    /// What a commitment gives back funds the intervention no longer; what it grew by does.
    ///
    /// @param amount less than nothing when it grew
    @Transactional
    void giveBack(UUID commitmentId, Pence amount) {
        var grant = funding.findByIdOptional(commitmentId).orElse(null);
        if (grant == null || amount.isZero()) {
            return;
        }
        funding.awaitTurn(grant.locality(), grant.named());
        interventions.lock(grant.locality(), grant.named());
        funding.refresh(grant);
        funding.giveBack(grant, amount).ifPresent(eventLog::append);
    }
}
