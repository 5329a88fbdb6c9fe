package locality.reporting.projection;

import java.time.Instant;
import java.time.LocalDate;
import locality.platform.consume.Delivery;
import locality.platform.event.PublishedEvent;
import locality.platform.time.BusinessClock;

/// One event of one type, with what its envelope adds.
record Told<E extends PublishedEvent>(E event, long position, Instant recordedAt) {

    static <E extends PublishedEvent> Told<E> of(E event, Delivery delivery) {
        return new Told<>(event, delivery.position(), delivery.recordedAt());
    }

    /// The day from which it counts: that on which it was told, where what is asked or promised is
    /// wanted only later. Money is set aside from the day somebody asks for it.
    static LocalDate dayOf(PublishedEvent event, Delivery delivery) {
        var today = LocalDate.ofInstant(delivery.recordedAt(), BusinessClock.UNITED_KINGDOM);
        return event.effectiveOn().isAfter(today) ? today : event.effectiveOn();
    }
}
