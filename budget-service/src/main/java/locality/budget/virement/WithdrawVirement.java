package locality.budget.virement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import locality.budget.DryRun;
import locality.budget.fund.Funds;
import locality.budget.line.Lines;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.http.EntityTag;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Takes back what was asked for and is not decided yet, and frees what was set aside.
@ApplicationScoped
class WithdrawVirement {

    private final Funds funds;
    private final Lines lines;
    private final Virements virements;
    private final EventLog eventLog;
    private final DryRun dryRun;
    private final Clock clock;

    WithdrawVirement(
            Funds funds,
            Lines lines,
            Virements virements,
            EventLog eventLog,
            DryRun dryRun,
            Clock clock) {
        this.funds = funds;
        this.lines = lines;
        this.virements = virements;
        this.eventLog = eventLog;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    @Transactional
    Virement handle(
            Caller caller,
            String idOrReference,
            String because,
            @Nullable String ifMatch,
            boolean onlyTry) {
        var place = virements.placeOf(caller, idOrReference);
        funds.lockAll(Set.of(place.fundId()));
        var locked = lines.lockAll(virements.linesOf(List.of(place.virementId())));
        var virement = virements.findById(place.virementId());
        new EntityTag(virement.version).check(ifMatch);

        var withdrawn =
                virement.withdraw(caller.organisation(), because, BusinessClock.today(clock));
        Moves.of(virement.moves, locked, virement.effectiveOn).drop();
        virements.flush();
        eventLog.append(withdrawn);
        dryRun.undoIf(onlyTry);
        return virement;
    }
}
