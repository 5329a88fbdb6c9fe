package locality.platform.consume;

import java.util.List;
import java.util.Set;

/// A service's reader of other services' topics. One bean per service; the consumer loop calls it.
public interface EventConsumer {

    /// The group's name, and the key its offsets are stored under, as in `budget`.
    String name();

    /// The topics it reads, from their beginning.
    Set<String> topics();

    /// Applies deliveries, in order, inside the loop's transaction: what it writes, the events it
    /// appends and the offset commit together or not at all. It is never given an event twice. What
    /// it appends while it handles a delivery is recorded as caused by that delivery. A
    /// [RuntimeException] rolls all of it back; the loop then applies the batch half by half and
    /// parks the event that fails on its own, with everything later of that subject. A failure that
    /// passes by itself (a lost connection, a lock, a change at the same moment) is repeated.
    void apply(List<Delivery> deliveries);
}
