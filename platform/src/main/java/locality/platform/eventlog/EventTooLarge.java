package locality.platform.eventlog;

import locality.platform.refusal.Refusal;

/// The event of a change would be too large to be told: the change has to be made in parts.
///
/// An event that the topic does not take would hold up every later one, so it is refused before it
/// is in the log.
public final class EventTooLarge extends Refusal {

    /// The most that an event's JSON may measure: half of what Kafka takes unasked, in bytes.
    static final int LARGEST = 512 * 1024;

    EventTooLarge(String type, int bytes) {
        super(
                Kind.RULE_BROKEN,
                "EVENT_TOO_LARGE",
                "This would be told as one %s of %d bytes, the most is %d: do it in smaller parts"
                        .formatted(type, bytes, LARGEST));
        operand("eventType", type);
        operand("bytes", bytes);
        operand("largestBytes", LARGEST);
    }
}
