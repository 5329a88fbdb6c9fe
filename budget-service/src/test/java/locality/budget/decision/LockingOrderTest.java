package locality.budget.decision;

import static locality.budget.testing.Manchester.approves;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import locality.budget.testing.Manchester;
import locality.platform.consume.Delivery;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.fact.Provenance;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Who is told of several decisions at once locks them in the order in which those lock them who
/// cite several: neither waits for the other for ever.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class LockingOrderTest {

    @Inject BudgetConsumer consumer;

    @Test
    void holdsNoLaterDecisionWhileItWaitsForAnEarlierOne() throws Exception {
        var first = approves("fund", "MCR-ORDER-1", 100);
        var second = approves("fund", "MCR-ORDER-2", 100);
        var batch = List.of(calledIn(second), calledIn(first));

        try (var callers = Executors.newSingleThreadExecutor();
                var citing = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
                var statement = citing.createStatement()) {
            citing.setAutoCommit(false);
            lock(statement, first.decisionId());
            var told =
                    callers.submit(
                            () ->
                                    QuarkusTransaction.requiringNew()
                                            .run(() -> consumer.apply(batch)));
            await().until(() -> waitForThis(statement) == 1);

            assertThatCode(() -> lock(statement, second.decisionId())).doesNotThrowAnyException();
            assertThat(told.isDone()).isFalse();
            citing.rollback();
            told.get();
        }
    }

    private static void lock(Statement statement, UUID decision) throws SQLException {
        statement.execute(
                "select from known_decision where id = '%s' for update nowait".formatted(decision));
    }

    /// How many wait for a lock that this transaction holds.
    private static long waitForThis(Statement statement) throws SQLException {
        try (var row =
                statement.executeQuery(
                        """
                        select count(*) from pg_locks
                        where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))
                        """)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Delivery calledIn(DecisionTaken decision) {
        var event =
                new DecisionChanged(
                        decision.decisionId(),
                        decision.reference(),
                        "CALLED_IN",
                        "Called in by scrutiny",
                        null,
                        decision.locality(),
                        Manchester.MAY,
                        Provenance.illustrative());
        return new Delivery(
                event,
                UUID.randomUUID().toString(),
                "governance.decision-changed.v1",
                "governance",
                "governance.events.v1",
                0,
                0,
                1,
                1,
                Instant.EPOCH,
                "locking-order");
    }
}
