package locality.intervention.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import locality.intervention.Entered;
import locality.intervention.register.Interventions;
import locality.platform.caller.Caller;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Defines what is to be measured.
@ApplicationScoped
class DefineIndicator {

    private final Indicators indicators;
    private final Interventions interventions;
    private final EventLog eventLog;
    private final Clock clock;

    DefineIndicator(
            Indicators indicators, Interventions interventions, EventLog eventLog, Clock clock) {
        this.indicators = indicators;
        this.interventions = interventions;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Transactional
    Indicator handle(Caller caller, IndicatorResource.NewIndicator asked) {
        caller.requireSight(asked.locality(), "locality", asked.locality());
        if (indicators.has(asked.reference())) {
            throw new IndicatorRefusal.ReferenceTaken(asked.reference());
        }
        var indicator = new Indicator();
        indicator.id = Ids.next();
        indicator.reference = asked.reference();
        indicator.name = asked.name();
        indicator.kind = asked.kind() == null ? IndicatorKind.OPERATIONAL : asked.kind();
        indicator.unit = asked.unit();
        indicator.improvementDirection = asked.improvementDirection();
        indicator.frequency = asked.frequency();
        indicator.aggregation = asked.aggregation();
        indicator.target = asked.target();
        indicator.outcome = asked.outcome();
        indicator.source = asked.source();
        indicator.publicationSchedule = asked.publicationSchedule();
        indicator.ownerPost = asked.ownerPost();
        indicator.interventionId = intervention(caller, asked.intervention(), asked.locality());
        indicator.locality = asked.locality();
        indicator.effectiveOn =
                asked.effectiveOn() == null ? BusinessClock.today(clock) : asked.effectiveOn();
        indicator.provenance = Entered.by(caller, asked.provenance());
        indicator.requireWhatItsKindDemands(Boolean.TRUE.equals(asked.businessAsUsual()));
        indicators.persistAndFlush(indicator);
        eventLog.append(indicator.defined());
        return indicator;
    }

    private @Nullable UUID intervention(
            Caller caller, @Nullable String idOrReference, Locality locality) {
        if (idOrReference == null) {
            return null;
        }
        var known = interventions.know(caller, idOrReference);
        if (known.locality() != locality) {
            throw new IndicatorRefusal.AnotherPlace(idOrReference, locality);
        }
        return known.id();
    }
}
