package locality.intervention.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.intervention.register.Interventions;
import locality.platform.event.InterventionEvent.ContractScopeChanged;
import locality.platform.event.PartnershipEvent.ScopeTransferred;
import locality.platform.eventlog.EventLog;

/// Lists what passed a gateway in the contract it names, once for each item, and answers. It is
/// refused when there is no such contract in the locality, or no such intervention, or when the
/// contract has it already by another item; handed over again, it is looked at anew.
@ApplicationScoped
public class TakeOverScope {

    private final Contracts contracts;
    private final ScopeItems items;
    private final Interventions interventions;
    private final EventLog eventLog;

    TakeOverScope(
            Contracts contracts, ScopeItems items, Interventions interventions, EventLog eventLog) {
        this.contracts = contracts;
        this.items = items;
        this.interventions = interventions;
        this.eventLog = eventLog;
    }

    @Transactional
    public void handle(ScopeTransferred told) {
        var known = items.lock(told.scopeItemId()).orElse(null);
        if (known != null && !known.isRefused()) {
            return;
        }
        if (known != null) {
            known.transferAgain(told);
        }
        var item = known == null ? ScopeItem.transferred(told) : known;
        var answer = answer(item);
        items.persist(item);
        items.flush();
        eventLog.append(answer);
    }

    private ContractScopeChanged answer(ScopeItem item) {
        if (!contracts.has(item.locality, item.contract)) {
            return item.refuse(
                    "There is no contract %s in %s".formatted(item.contract, item.locality));
        }
        if (item.intervention != null) {
            return answer(item, item.intervention);
        }
        return items.hasAnother(item) ? refuseAnother(item, item.reference) : item.list(null);
    }

    private static ContractScopeChanged refuseAnother(ScopeItem item, String named) {
        return item.refuse("Contract %s has %s already".formatted(item.contract, named));
    }

    private ContractScopeChanged answer(ScopeItem item, String named) {
        return interventions
                .lock(item.locality, named)
                .map(
                        intervention ->
                                items.hasAnother(item, intervention.id())
                                        ? refuseAnother(item, named)
                                        : item.list(intervention.id()))
                .orElseGet(
                        () ->
                                item.refuse(
                                        "There is no intervention %s in %s"
                                                .formatted(named, item.locality)));
    }
}
