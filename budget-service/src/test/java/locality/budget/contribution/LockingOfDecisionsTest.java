package locality.budget.contribution;

import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.schedule;
import static locality.budget.testing.Partners.vary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import locality.budget.testing.AtOnce;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Whoever changes contributions locks what they are owed under in the order of ids, and before the
/// ledger: nobody waits for somebody who waits for them.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class LockingOfDecisionsTest {

    private static final LocalDate JUNE = LocalDate.of(2014, 6, 15);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject PostWhatFellDue postWhatFellDue;

    @Test
    void contributionsChangePlacesBetweenTwoDecisions() throws Exception {
        var fund = aPooledFund();
        var decisions =
                List.of(
                        approves("fund", fund, 100_000).reference(),
                        approves("fund", fund, 100_000).reference());
        var scheduled =
                IntStream.range(0, 8)
                        .mapToObj(i -> scheduled(fund, "Source " + i, decisions.get(i % 2)))
                        .toList();
        var number = new AtomicInteger();

        var answers =
                AtOnce.ask(
                        8,
                        () -> {
                            int i = number.getAndIncrement();
                            return vary(scheduled.get(i), again(decisions.get((i + 1) % 2)))
                                    .statusCode();
                        });

        assertThat(answers).containsOnly(200);
    }

    /// While a decision is held by somebody else, what falls due under it waits without holding the
    /// ledger, so that balances are read.
    @Test
    @Timeout(60)
    void whoWaitsForADecisionDoesNotHoldTheLedger() throws Exception {
        var fund = aPooledFund();
        var decision = approves("fund", fund, 1_200);
        scheduled(fund, "CCG allocation", decision.reference());
        try (var held = Infrastructure.get().postgres().as(Postgres.APP, "suite")) {
            held.setAutoCommit(false);
            lock(held, decision.decisionId());
            var posting = Thread.startVirtualThread(() -> postWhatFellDue.handle(JUNE));
            await().atMost(PATIENCE).until(LockingOfDecisionsTest::somebodyWaitsForADecision);

            finance().get("/api/budget/v1/funds/{fund}/balances", fund).then().statusCode(200);
            assertThat(posting.isAlive()).isTrue();

            held.rollback();
            posting.join();
        }
    }

    private static void lock(Connection connection, UUID decision) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        "select 1 from known_decision where id = ? for update")) {
            statement.setObject(1, decision);
            statement.execute();
        }
    }

    private static boolean somebodyWaitsForADecision() throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(Postgres.APP, "suite");
                var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                """
                                select 1 from pg_stat_activity
                                where wait_event_type = 'Lock' and query like '%known_decision%'
                                """)) {
            return found.next();
        }
    }

    private static String scheduled(String fund, String source, String decision) {
        return schedule(
                        fund,
                        "00W",
                        source,
                        1_200,
                        "\"profile\": \"MONTHLY_12\", \"decisionId\": \"%s\"".formatted(decision))
                .statusCode(201)
                .extract()
                .path("reference");
    }

    private static String again(String decision) {
        return """
        {"annualPence": 1200, "decisionId": "%s", "reason": "Decided again"}
        """
                .formatted(decision);
    }
}
