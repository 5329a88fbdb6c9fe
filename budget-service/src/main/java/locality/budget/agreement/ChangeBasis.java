package locality.budget.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import locality.budget.Entered;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;

/// Changes the basis from a later period on, under a new version of the agreement.
@ApplicationScoped
class ChangeBasis {

    private final Agreements agreements;
    private final EventLog eventLog;

    ChangeBasis(Agreements agreements, EventLog eventLog) {
        this.agreements = agreements;
        this.eventLog = eventLog;
    }

    @Transactional
    Agreement handle(Caller caller, String idOrReference, AgreementResource.NewBasis asked) {
        var agreement = agreements.require(caller, idOrReference);
        agreements.getEntityManager().lock(agreement, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
        var changed =
                agreement.change(
                        asked.basis(), asked.startsOn(), Entered.by(caller, asked.provenance()));
        agreements.flush();
        eventLog.append(changed);
        return agreement;
    }
}
