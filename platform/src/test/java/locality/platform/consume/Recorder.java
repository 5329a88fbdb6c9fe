package locality.platform.consume;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import locality.platform.event.GovernanceEvent.DelegationEnded;

/// A consumer that writes down what it was given, and fails where it is told to.
final class Recorder implements EventConsumer {

    private final String name;
    private final String topic;
    private final DataSource database;
    private final Set<String> failures = ConcurrentHashMap.newKeySet();
    private final Set<String> deadlocks = ConcurrentHashMap.newKeySet();
    private volatile Runnable onEach = () -> {};

    Recorder(String name, String topic, DataSource database) {
        this.name = name;
        this.topic = topic;
        this.database = database;
    }

    void failOn(String reason) {
        failures.add(reason);
    }

    void recover() {
        failures.clear();
    }

    void failOnceInTheDatabaseOn(String reason) {
        deadlocks.add(reason);
    }

    void onEach(Runnable action) {
        onEach = action;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<String> topics() {
        return Set.of(topic);
    }

    @Override
    public void apply(List<Delivery> deliveries) {
        try (var connection = database.getConnection()) {
            for (var delivery : deliveries) {
                record(connection, delivery);
                onEach.run();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The effect was not written", failure);
        }
    }

    private void record(Connection connection, Delivery delivery) throws SQLException {
        var event = (DelegationEnded) delivery.event();
        try (var insert = connection.prepareStatement("insert into effect values (?, ?, ?, ?)")) {
            insert.setString(1, name);
            insert.setObject(2, event.delegationId());
            insert.setInt(3, delivery.subjectVersion());
            insert.setString(4, event.reason());
            insert.executeUpdate();
        }
        if (deadlocks.remove(event.reason())) {
            try (var statement = connection.createStatement()) {
                statement.execute("select pg_terminate_backend(pg_backend_pid())");
            }
        }
        if (failures.contains(event.reason())) {
            throw new IllegalStateException("cannot digest " + event.reason());
        }
    }
}
