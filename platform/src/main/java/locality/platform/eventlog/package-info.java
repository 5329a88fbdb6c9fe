/// The event log: audit trail, outbox, replay source and HTTP feed in one table.
@NullMarked
package locality.platform.eventlog;

import org.jspecify.annotations.NullMarked;
