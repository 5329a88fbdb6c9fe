package locality.intervention.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.intervention.Entered;
import locality.platform.caller.Caller;
import locality.platform.identifier.Ids;

/// Puts the draft of a contract on record, so that what passes a gateway is listed in it.
@ApplicationScoped
class RecordContract {

    private final Contracts contracts;

    RecordContract(Contracts contracts) {
        this.contracts = contracts;
    }

    @Transactional
    Contract handle(Caller caller, ContractResource.NewContract asked) {
        caller.requireSight(asked.locality(), "locality", asked.locality());
        if (contracts.has(asked.reference())) {
            throw new ContractRefusal.ReferenceTaken(asked.reference());
        }
        var contract = new Contract();
        contract.id = Ids.next();
        contract.reference = asked.reference();
        contract.title = asked.title();
        contract.kind = asked.kind();
        contract.beginsOn = asked.beginsOn();
        contract.endsOn = asked.endsOn();
        contract.locality = asked.locality();
        contract.provenance = Entered.by(caller, asked.provenance());
        contract.requireSound();
        contracts.persistAndFlush(contract);
        return contract;
    }
}
