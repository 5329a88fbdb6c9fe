package locality.intervention.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import locality.platform.event.PartnershipEvent.ScopeWithdrawn;
import locality.platform.eventlog.EventLog;

/// Takes out of its contract what the gateway that passed it took back, once, and answers. What has
/// left the contract, or never arrived, is not in its scope already.
@ApplicationScoped
public class GiveBackScope {

    private final ScopeItems items;
    private final EventLog eventLog;

    GiveBackScope(ScopeItems items, EventLog eventLog) {
        this.items = items;
        this.eventLog = eventLog;
    }

    @Transactional
    public void handle(ScopeWithdrawn told) {
        items.lock(told.scopeItemId())
                .filter(ScopeItem::mayBeWithdrawn)
                .ifPresent(
                        item -> {
                            var answer = item.withdraw(told.reason());
                            items.flush();
                            eventLog.append(answer);
                        });
    }
}
