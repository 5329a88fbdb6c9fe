package locality.budget.ledger;

import static locality.budget.ledger.Books.balances;
import static locality.budget.ledger.Books.post;
import static locality.budget.ledger.Books.spend;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.finance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.junit.jupiter.api.Test;

/// What the accounts held, on a day and as was known at a moment.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class BalancesTest {

    @Test
    void answersAsItWasKnownWhateverIsPostedLater() {
        var fund = anApprovedFund(100_000);
        post(fund, spend(fund, 10_000)).then().statusCode(201);
        var then = balances(fund, "").jsonPath().getString("knownAt");
        var before = balances(fund, "?knownAt=" + then).jsonPath().getList("items");

        post(fund, spend(fund, 20_000)).then().statusCode(201);

        assertThat(balances(fund, "?knownAt=" + then).jsonPath().getList("items"))
                .isEqualTo(before);
        balances(fund, "?effectiveAt=2014-06-29")
                .then()
                .body("items.findAll { it.account == 'SPEND' }", hasSize(0));
        balances(fund, "")
                .then()
                .body("items.find { it.account == 'SPEND' }.balancePence", equalTo(30_000));
    }

    @Test
    void recordsByOneClockWhateverTheClockOfAReplicaSays() {
        var fund = anApprovedFund(100_000);

        QuarkusMock.installMockForType(
                Clock.offset(Clock.systemUTC(), Duration.ofHours(1)), Clock.class);
        post(fund, spend(fund, 10_000)).then().statusCode(201);
        QuarkusMock.installMockForType(Clock.systemUTC(), Clock.class);

        balances(fund, "")
                .then()
                .body("items.find { it.account == 'SPEND' }.balancePence", equalTo(10_000));
    }

    @Test
    void waitsForWhatIsBeingPostedAndOnlyWhereTheAnswerNeedsIt() throws Exception {
        var fund = anApprovedFund(100_000);
        var id = finance().get("/api/budget/v1/funds/{fund}", fund).<String>path("id");

        try (var callers = Executors.newFixedThreadPool(2);
                var held = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
                var statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("lock table posting in exclusive mode");
            var posting = callers.submit(() -> post(fund, spend(fund, 10_000)));
            await().until(() -> ledgerLocks(statement, id, true) == 1);

            balances(fund, "?knownAt=2020-01-01T00:00:00Z")
                    .then()
                    .statusCode(200)
                    .body("knownAt", equalTo("2020-01-01T00:00:00Z"));
            var asked = callers.submit(() -> balances(fund, "").jsonPath());
            await().until(() -> ledgerLocks(statement, id, false) == 1);
            held.rollback();

            assertThat(posting.get().statusCode()).isEqualTo(201);
            var known = asked.get().getString("knownAt");
            assertThat(asked.get().getLong("items.find { it.account == 'SPEND' }.balancePence"))
                    .isEqualTo(10_000);
            assertThat(balances(fund, "?knownAt=" + known).jsonPath().getList("items"))
                    .isEqualTo(asked.get().getList("items"));
        }
    }

    @Test
    void asksForADateThatIsOne() {
        balances(aFundWithALine(1), "?effectiveAt=yesterday")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
    }

    /// How many hold the lock of a fund's ledger, or wait for it.
    private static long ledgerLocks(Statement statement, String fund, boolean granted)
            throws SQLException {
        try (var row =
                statement.executeQuery(
                        """
                        select count(*) from pg_locks
                        where locktype = 'advisory' and granted = %s
                          and ((classid::bigint << 32) | objid::bigint)
                              = hashtextextended('ledger %s', 0)
                        """
                                .formatted(granted, fund))) {
            row.next();
            return row.getLong(1);
        }
    }
}
