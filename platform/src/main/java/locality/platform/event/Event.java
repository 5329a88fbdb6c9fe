package locality.platform.event;

import java.time.LocalDate;
import locality.platform.place.Locality;

/// Something that happened to one subject, as the event log keeps it.
///
/// The events of one subject type are either all published or all internal, so that a reader of a
/// topic sees the versions of a subject without gaps.
public sealed interface Event permits PublishedEvent, InternalEvent {

    /// What kind of thing it happened to, as in `commitment`.
    String subjectType();

    /// Which one: its id. Also the key of the Kafka record.
    String subjectId();

    Locality locality();

    /// When the fact is true, in the business's own calendar (Europe/London).
    LocalDate effectiveOn();

    /// The stable name of an event's type, as in `budget.commitment-opened.v1`.
    static String typeOf(Class<?> event) {
        var named = event.getAnnotation(EventType.class);
        if (named == null) {
            throw new IllegalArgumentException(event + " lacks @EventType");
        }
        return named.value();
    }
}
