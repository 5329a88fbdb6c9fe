package locality.platform.consume;

import java.time.Instant;
import locality.platform.event.PublishedEvent;

/// An event as it arrived: the event, and what the envelope says of it.
///
/// @param position its place in the log of the service it came from; gapless, counted from 1
/// @param subjectVersion counts the events of its subject: 1, 2, 3 without gaps
/// @param recordedAt when the sender's log gave it its position
public record Delivery(
        PublishedEvent event,
        String eventId,
        String type,
        String source,
        String topic,
        int partition,
        long offset,
        long position,
        int subjectVersion,
        Instant recordedAt,
        String correlationId) {}
