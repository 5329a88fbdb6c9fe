package locality.budget.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.budget.Entered;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;

/// Records the money side of a partnership agreement.
@ApplicationScoped
class RecordAgreement {

    private final Agreements agreements;
    private final EventLog eventLog;

    RecordAgreement(Agreements agreements, EventLog eventLog) {
        this.agreements = agreements;
        this.eventLog = eventLog;
    }

    @Transactional
    Agreement handle(Caller caller, AgreementResource.NewAgreement asked) {
        caller.requireSight(asked.locality(), "locality", asked.locality());
        if (agreements.withReference(asked.reference()).isPresent()) {
            throw new AgreementRefusal.ReferenceTaken(asked.reference());
        }
        var agreement = new Agreement();
        agreement.id = Ids.next();
        agreement.reference = asked.reference();
        agreement.name = asked.name();
        agreement.locality = asked.locality();
        agreement.legalPowers = asked.legalPowers().stream().map(Enum::name).sorted().toList();
        agreement.host = asked.host();
        var manager = asked.fundManager();
        agreement.managerPost = manager == null ? null : manager.post();
        agreement.managerEmployer = manager == null ? null : manager.employer();
        agreement.provenance = Entered.by(caller, asked.provenance());

        var recorded = agreement.begin(asked.basis(), asked.startsOn());
        agreements.persistAndFlush(agreement);
        eventLog.append(recorded);
        return agreement;
    }
}
