/// The event log: audit trail, outbox, replay source and HTTP feed in one table.
///
/// ```
///  use case            one transaction                relay, one leader per service
///  --------            ---------------                -----------------------------
///  append(event) ──►   event_log      insert-only     drain: event_pending ─► event_position
///                      event_pending                         1, 2, 3 without gaps, hash chain
///                                                     publish: in order of position,
///                                                            one Kafka transaction per batch
/// ```
///
/// An event's `id` says when it was inserted, its `position` when it became known. Everybody reads
/// by position: topic, feed, `knownAt`. [EventLog] appends, [Relay] leads, [Positions] gives
/// positions, [Publisher] brings them to the [Topic], [EventFeed] serves them over HTTP and
/// [ChainVerifier] proves that nobody changed them.
@NullMarked
package locality.platform.eventlog;

import org.jspecify.annotations.NullMarked;
