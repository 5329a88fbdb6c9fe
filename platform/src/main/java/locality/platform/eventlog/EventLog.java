package locality.platform.eventlog;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import locality.platform.event.Event;
import locality.platform.event.PublishedEvent;

/// The record of everything that happened in this service, appended to in the same transaction as
/// the change, by the last statement of the use case.
@ApplicationScoped
public class EventLog {

    /// An event with its origin.
    record Entry(Event event, Origin origin) {}

    private final AgroalDataSource database;
    private final Instance<EntityManager> entities;
    private final TransactionSynchronizationRegistry transaction;
    private final Origins origins;
    private final Signals signals;
    private final Clock clock;
    private final Map<String, Boolean> publishedSubjectTypes = new ConcurrentHashMap<>();

    EventLog(
            AgroalDataSource database,
            Instance<EntityManager> entities,
            TransactionSynchronizationRegistry transaction,
            Origins origins,
            Signals signals,
            Clock clock) {
        this.database = database;
        this.entities = entities;
        this.transaction = transaction;
        this.origins = origins;
        this.signals = signals;
        this.clock = clock;
    }

    /// @throws EventTooLarge when it is larger than the topic takes
    /// @throws ChangedMeanwhile when another transaction appended to the same subject first
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Event event) {
        insert(List.of(new Entry(event, origins.current())));
    }

    /// Appends all of them, in this order, in one statement.
    ///
    /// @throws EventTooLarge when one of them is larger than the topic takes
    /// @throws ChangedMeanwhile when another transaction appended to one of the subjects first
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(List<? extends Event> events) {
        var origin = origins.current();
        insert(events.stream().map(event -> new Entry(event, origin)).toList());
    }

    private void insert(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        entries.forEach(entry -> requireOneKind(entry.event()));
        if (entities.isResolvable()) {
            entities.get().flush();
        }
        try (var connection = database.getConnection()) {
            EventRows.insert(connection, entries, clock.instant());
        } catch (SQLException failure) {
            throw EventRows.isTaken(failure) ? new ChangedMeanwhile() : new EventNotKept(failure);
        }
        tellTheRelayAfterCommit();
    }

    private static boolean isPublished(Event event) {
        return event instanceof PublishedEvent;
    }

    /// A subject type whose events were partly internal would reach readers with gaps.
    private void requireOneKind(Event event) {
        var before = publishedSubjectTypes.putIfAbsent(event.subjectType(), isPublished(event));
        if (before != null && before != isPublished(event)) {
            throw new IllegalArgumentException(
                    "Events of a %s are published or internal, not both: %s"
                            .formatted(event.subjectType(), event.getClass().getSimpleName()));
        }
    }

    private void tellTheRelayAfterCommit() {
        if (transaction.getResource(this) == null) {
            transaction.putResource(this, true);
            transaction.registerInterposedSynchronization(
                    new Synchronization() {
                        @Override
                        public void beforeCompletion() {}

                        @Override
                        public void afterCompletion(int status) {
                            if (status == Status.STATUS_COMMITTED) {
                                signals.appended.raise();
                            }
                        }
                    });
        }
    }

    /// The database did not take the event: the whole transaction fails with it.
    private static final class EventNotKept extends RuntimeException {
        EventNotKept(SQLException cause) {
            super("The event log took no event", cause);
        }
    }
}
