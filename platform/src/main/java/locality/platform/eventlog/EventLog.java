package locality.platform.eventlog;

import locality.platform.event.Event;

/// The record of everything that happened in this service, appended to in the same transaction as
/// the change, by the last statement of the use case.
public interface EventLog {

    /// @throws ChangedMeanwhile when another transaction appended to the same subject first
    void append(Event event);
}
