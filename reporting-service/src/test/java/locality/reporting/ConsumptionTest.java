package locality.reporting;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// The consumer loop runs in this service, for the consumer that it has.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ConsumptionTest {

    @Inject AgroalDataSource database;

    @Test
    void readsEveryPartitionOfTheThreeTopics() {
        await().atMost(Duration.ofSeconds(60)).until(() -> partitionsRead() == 18);
    }

    private int partitionsRead() throws SQLException {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select count(*) from consumer_offset where consumer ="
                                        + " 'reporting'");
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
