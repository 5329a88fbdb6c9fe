/// Reading other services' events: effect, own events and offset commit together or not at all.
///
/// A [ConsumerLoop] polls on one thread and hands each partition's records, in order, to its
/// [Inbox]. The inbox opens a transaction, moves the stored offset from where it believes to stand
/// (whoever lost the partition fails here), keeps of each subject only the next versions, and gives
/// them to the service's [EventConsumer]. What cannot be applied is parked, with everything later
/// of that subject, and can be replayed through the [ParkedEventFeed].
@NullMarked
package locality.platform.consume;

import org.jspecify.annotations.NullMarked;
