package locality.intervention.contract;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.BiFunction;
import locality.platform.caller.Caller;
import locality.platform.event.InterventionEvent.ContractScopeChanged;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Takes an item of a contract's scope into the contract, or out of it.
@ApplicationScoped
class ChangeScope {

    private final Contracts contracts;
    private final ScopeItems items;
    private final EventLog eventLog;
    private final Clock clock;

    ChangeScope(Contracts contracts, ScopeItems items, EventLog eventLog, Clock clock) {
        this.contracts = contracts;
        this.items = items;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /// Which item of which contract, each by id or reference.
    ///
    /// @param ifMatch the version of the item the caller read
    /// @param on null for today
    record At(String contract, String item, @Nullable String ifMatch, @Nullable LocalDate on) {}

    @Transactional
    ScopeItem include(Caller caller, At at) {
        return change(caller, at, ScopeItem::include);
    }

    @Transactional
    ScopeItem exit(Caller caller, At at) {
        return change(caller, at, ScopeItem::exit);
    }

    private ScopeItem change(
            Caller caller, At at, BiFunction<ScopeItem, LocalDate, ContractScopeChanged> step) {
        var contract = contracts.require(caller, at.contract);
        var item = items.lock(contract, at.item);
        new EntityTag(item.version).check(at.ifMatch);
        var today = BusinessClock.today(clock);
        var on = at.on == null ? today : at.on;
        if (on.isAfter(today)) {
            throw new ContractRefusal.InTheFuture(on, today);
        }
        var changed = step.apply(item, on);
        items.flush();
        eventLog.append(changed);
        return item;
    }
}
