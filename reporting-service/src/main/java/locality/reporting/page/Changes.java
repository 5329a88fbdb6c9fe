package locality.reporting.page;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import locality.platform.place.Locality;
import locality.reporting.dashboard.DataVersion;
import locality.reporting.readmodel.ReadModels;

/// Tells open pages that their locality has changed. However many pages are open, one query looks,
/// and with none open nobody does. It looks in the database, so it matters not which replica
/// applied the event.
@ApplicationScoped
class Changes {

    private static final Duration LOOK = Duration.ofMillis(400);

    private final Multi<Map<String, String>> versions;

    Changes(ReadModels readModels) {
        versions =
                Multi.createFrom()
                        .ticks()
                        .every(LOOK)
                        .onOverflow()
                        .drop()
                        .emitOn(Infrastructure.getDefaultWorkerPool())
                        .map(tick -> readModels.ask(DataVersion::told))
                        .onFailure()
                        .retry()
                        .withBackOff(Duration.ofSeconds(1), Duration.ofSeconds(10))
                        .indefinitely()
                        .broadcast()
                        .withCancellationAfterLastSubscriberDeparture()
                        .toAllSubscribers();
    }

    /// What has been told that a locality shows: first as it is, then each time it is different.
    Multi<String> of(Locality locality) {
        return versions.map(all -> all.getOrDefault(locality.code(), "")).skip().repetitions();
    }
}
