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
    /// appends and the offset commit together or not at all. It is never given an event twice. A
    /// [RuntimeException] rolls all of it back; the loop then applies the batch one by one and
    /// parks the event that fails on its own, with everything later of that subject.
    void apply(List<Delivery> deliveries);
}
