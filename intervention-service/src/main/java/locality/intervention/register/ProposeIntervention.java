package locality.intervention.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import locality.intervention.Entered;
import locality.intervention.funding.Funding;
import locality.intervention.theme.Themes;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import locality.platform.time.BusinessClock;

/// Puts an intervention on the register, and counts to it the money that waited for it.
@ApplicationScoped
class ProposeIntervention {

    private final Interventions interventions;
    private final Themes themes;
    private final Funding funding;
    private final EventLog eventLog;
    private final Clock clock;

    ProposeIntervention(
            Interventions interventions,
            Themes themes,
            Funding funding,
            EventLog eventLog,
            Clock clock) {
        this.interventions = interventions;
        this.themes = themes;
        this.funding = funding;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Transactional
    Intervention handle(Caller caller, InterventionResource.NewIntervention asked) {
        caller.requireSight(asked.locality(), "locality", asked.locality());
        var today = BusinessClock.today(clock);
        var proposed = new Intervention();
        proposed.id = Ids.next();
        proposed.reference = asked.reference();
        proposed.name = asked.name();
        proposed.locality = asked.locality();
        proposed.effectiveOn = asked.effectiveOn() == null ? today : asked.effectiveOn();
        proposed.provenance = Entered.by(caller, asked.provenance());
        proposed.describe(asked.particulars());
        for (var named : asked.themes()) {
            var theme = themes.require(caller, named);
            theme.requireOpenFor(asked.locality());
            proposed.themes.add(theme.id());
        }
        for (var part : asked.components() == null ? List.<NewComponent>of() : asked.components()) {
            proposed.add(part.component(), today);
        }
        return enter(proposed);
    }

    /// Stores it, tells of it, and of the money that waited for it.
    Intervention enter(Intervention proposed) {
        funding.awaitTurn(proposed.locality, proposed.reference);
        if (interventions.has(proposed.reference)) {
            throw new InterventionRefusal.ReferenceTaken(proposed.reference);
        }
        interventions.persistAndFlush(proposed);
        var funded = funding.fundFromWaiting(proposed.id, proposed.reference, proposed.locality);
        eventLog.append(proposed.changed());
        eventLog.appendAll(funded);
        return proposed;
    }
}
