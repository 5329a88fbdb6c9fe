package locality.reporting.projection;

import java.time.Instant;
import locality.platform.consume.Delivery;
import locality.platform.event.PublishedEvent;

/// One event of one type, with what its envelope adds.
record Told<E extends PublishedEvent>(E event, long position, Instant recordedAt) {

    static <E extends PublishedEvent> Told<E> of(E event, Delivery delivery) {
        return new Told<>(event, delivery.position(), delivery.recordedAt());
    }
}
