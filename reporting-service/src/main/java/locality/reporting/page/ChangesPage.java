package locality.reporting.page;

import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;

/// Versions of a locality as server-sent events.
final class ChangesPage {

    /// Something to say before a proxy takes the line for dead.
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(20);

    /// A line ends before its token does; whoever listens asks again.
    static final int LONGEST_SECONDS = 600;

    private ChangesPage() {}

    static Multi<OutboundSseEvent> stream(Multi<String> versions, int seconds, Sse sse) {
        var told = versions.map(version -> sse.newEvent("version", version));
        var signs =
                Multi.createFrom()
                        .ticks()
                        .startingAfter(SIGN_OF_LIFE)
                        .every(SIGN_OF_LIFE)
                        .onOverflow()
                        .drop()
                        .map(tick -> sse.newEventBuilder().comment("still here").build());
        return Multi.createBy()
                .merging()
                .streams(told, signs)
                .select()
                .first(Duration.ofSeconds(seconds));
    }
}
