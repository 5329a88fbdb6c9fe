package locality.reporting.projection;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import locality.platform.consume.Delivery;
import locality.platform.event.Event;
import locality.platform.event.EventJson;
import locality.platform.event.EventTypes;
import locality.platform.event.PublishedEvent;
import locality.platform.identifier.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// Tells the projector in a transaction that is rolled back, and reads what it wrote.
abstract class Projected {

    private static final Path EXAMPLES = Path.of("../platform/src/main/resources/schemas/examples");

    @Inject ReportingConsumer consumer;
    @Inject AgroalDataSource database;

    private long position = 1_000_000;

    @BeforeEach
    void begin() {
        QuarkusTransaction.begin();
    }

    @AfterEach
    void undo() {
        QuarkusTransaction.rollback();
    }

    void tell(PublishedEvent... events) {
        consumer.apply(Stream.of(events).map(this::delivery).toList());
    }

    /// Told one after the other, and read the other way round: each lies in a partition of its own.
    void tellAndReadReversed(PublishedEvent first, PublishedEvent second) {
        var before = delivery(first);
        consumer.apply(List.of(delivery(second)));
        consumer.apply(List.of(before));
    }

    private Delivery delivery(PublishedEvent event) {
        var type = Event.typeOf(event.getClass());
        var source = type.substring(0, type.indexOf('.'));
        return new Delivery(
                event,
                Ids.next().toString(),
                type,
                source,
                source + ".events.v1",
                0,
                position,
                position++,
                1,
                Instant.parse("2026-11-27T12:00:00Z"),
                "a-test");
    }

    List<String> rows(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var row = select.executeQuery(sql)) {
            var rows = new ArrayList<String>();
            while (row.next()) {
                var cells = new ArrayList<String>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    var cell = row.getObject(i);
                    cells.add(String.valueOf(cell));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        }
    }

    static Stream<PublishedEvent> examples() throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream()
                    .map(
                            name ->
                                    read(
                                            name.replaceFirst("\\.v1\\..*", ".v1"),
                                            example(name.replace(".json", ""))));
        }
    }

    static String example(String name) {
        try {
            return Files.readString(EXAMPLES.resolve(name + ".json"));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    static PublishedEvent read(String type, String json) {
        return EventJson.read(EventTypes.find(type).orElseThrow(), json);
    }
}
