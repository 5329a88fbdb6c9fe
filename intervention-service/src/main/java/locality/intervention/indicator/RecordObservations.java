package locality.intervention.indicator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import locality.intervention.Entered;
import locality.intervention.indicator.Observations.Change;
import locality.platform.caller.Caller;
import locality.platform.event.InterventionEvent.ObservationsRecorded;
import locality.platform.eventlog.EventLog;
import locality.platform.fact.Provenance;
import locality.platform.time.BusinessClock;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Records a file of observations: all of it or nothing. What is known already changes nothing;
/// what differs from what is known becomes a new revision beside it.
@ApplicationScoped
class RecordObservations {

    /// An event holds no more, so that no reader of the topic meets one it cannot take.
    static final int MOST_TO_AN_EVENT = 500;

    private final Indicators indicators;
    private final Observations observations;
    private final EventLog eventLog;
    private final Clock clock;

    RecordObservations(
            Indicators indicators, Observations observations, EventLog eventLog, Clock clock) {
        this.indicators = indicators;
        this.observations = observations;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /// What a file did, in periods.
    @Schema(name = "ObservationImport")
    record Outcome(int recorded, int corrected, int unchanged) {}

    @Transactional
    Outcome handle(
            Caller caller,
            String idOrReference,
            String text,
            @Nullable String document,
            @Nullable String section,
            @Nullable String formula) {
        var provenance = Entered.by(caller, document, section, formula);
        var indicator = indicators.lock(caller, idOrReference);
        var sent = new ObservationCsv(indicator, BusinessClock.today(clock)).read(text);
        var changes = observations.changes(indicator.id, sent);
        int firstVersion = observations.lastTold(indicator.id) + 1;
        observations.insert(
                indicator.id,
                changes,
                place -> firstVersion + place / MOST_TO_AN_EVENT,
                clock.instant(),
                caller.actor(),
                provenance);

        int first = (int) changes.stream().filter(change -> change.revision() == 1).count();
        eventLog.appendAll(events(indicator, changes, provenance));
        return new Outcome(first, changes.size() - first, sent.size() - changes.size());
    }

    private static List<ObservationsRecorded> events(
            Indicator indicator, List<Change> changes, Provenance provenance) {
        var events = new ArrayList<ObservationsRecorded>();
        for (int from = 0; from < changes.size(); from += MOST_TO_AN_EVENT) {
            var some = changes.subList(from, Math.min(from + MOST_TO_AN_EVENT, changes.size()));
            events.add(
                    new ObservationsRecorded(
                            indicator.id,
                            some.stream().map(change -> change.observed().told()).toList(),
                            indicator.locality,
                            some.getLast().observed().period(),
                            provenance));
        }
        return events;
    }
}
