package locality.reporting.page;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import locality.platform.place.Locality;
import locality.reporting.readmodel.ReadModels;

/// Tells open pages that their locality has changed. However many pages are open, one query looks,
/// and with none open nobody does. It looks in the database, so it matters not which replica
/// applied the event.
@ApplicationScoped
class Changes {

    private static final Duration LOOK = Duration.ofMillis(400);

    private final Multi<Map<String, Long>> versions;

    Changes(ReadModels readModels) {
        versions =
                Multi.createFrom()
                        .ticks()
                        .every(LOOK)
                        .onOverflow()
                        .drop()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(tick -> look(readModels))
                        .onFailure()
                        .retry()
                        .withBackOff(Duration.ofSeconds(1), Duration.ofSeconds(10))
                        .indefinitely()
                        .broadcast()
                        .withCancellationAfterLastSubscriberDeparture()
                        .toAllSubscribers();
    }

    /// The locality's count of events: first as it is, then each time it has grown.
    Multi<Long> of(Locality locality) {
        return versions.map(all -> all.getOrDefault(locality.code(), 0L)).skip().repetitions();
    }

    private static Map<String, Long> look(ReadModels readModels) {
        return readModels
                .ask(
                        snapshot ->
                                snapshot.list(
                                        """
                                        select locality, sum(events) as events
                                        from read_model.freshness group by locality
                                        """,
                                        row ->
                                                Map.entry(
                                                        row.text("locality"),
                                                        row.number("events"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
