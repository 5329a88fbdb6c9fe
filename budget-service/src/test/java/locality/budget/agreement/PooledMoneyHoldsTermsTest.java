package locality.budget.agreement;

import static locality.budget.agreement.Agreed.change;
import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.plan;
import static locality.budget.testing.SignedAgreements.agreementOf;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A posting of pooled money and terms that leave the pool, at the same moment: whichever has begun
/// is waited for, and the other is judged by what it left.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B5")
class PooledMoneyHoldsTermsTest {

    @Test
    void letsTermsThatLeaveThePoolWaitForAPostingThatHasBegun() throws Exception {
        var fund = aPooledLine();
        try (var callers = Executors.newFixedThreadPool(2);
                var connection = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table posting in share mode");
            var posting = callers.submit(() -> spend(fund));
            await().until(() -> waitForEachOther(statement) == 1);
            var terms = callers.submit(() -> change(agreementOf(fund), "ALIGNED", "2014-06-01"));
            await().until(() -> waitForEachOther(statement) == 2);
            connection.rollback();

            posting.get().then().statusCode(201);
            terms.get()
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("MONEY_MOVED_SINCE"))
                    .body("lastMovedOn", equalTo("2014-06-30"));
        }
    }

    @Test
    void judgesAPostingByTheTermsThatItWaitedFor() throws Exception {
        var fund = aPooledLine();
        var decision = approves("fund", fund, 10).reference();
        try (var callers = Executors.newFixedThreadPool(2);
                var connection = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table agreement_terms in share mode");
            var terms = callers.submit(() -> change(agreementOf(fund), "ALIGNED", "2014-06-01"));
            await().until(() -> waitForEachOther(statement) == 1);
            var posting = callers.submit(() -> owed(fund, decision));
            await().until(() -> waitForEachOther(statement) == 2);
            connection.rollback();

            terms.get().then().statusCode(200);
            posting.get()
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("NOT_BETWEEN_PARTNERS"))
                    .body("basis", equalTo("ALIGNED"));
        }
    }

    /// How many wait for a lock of this transaction, or for one who does.
    private static long waitForEachOther(Statement statement) throws SQLException {
        try (var row =
                statement.executeQuery(
                        """
                        with recursive waits(pid) as (
                          select pg_backend_pid()
                          union
                          select l.pid from pg_locks l join waits w
                            on not l.granted and w.pid = any(pg_blocking_pids(l.pid)))
                        select count(*) - 1 from waits
                        """)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String aPooledLine() {
        var fund = aFundUnderAnAgreement("POOLED");
        plan(fund, PLAN_HEADER + aLine("Integrated care", 1_000).replace("ALIGNED", "POOLED"))
                .statusCode(200);
        approve(fund, approves("fund-plan", fund, 1_000)).statusCode(200);
        return fund;
    }

    private static Response spend(String fund) {
        return post(
                fund,
                """
                {"effectiveDate": "2014-06-30", "description": "Paid", "postings": [
                  {"account": "SPEND", "lineId": "%s-L01", "amountPence": 10},
                  {"account": "HOST_CASH", "amountPence": -10}]}
                """
                        .formatted(fund));
    }

    private static Response owed(String fund, String decision) {
        return post(
                fund,
                """
                {"effectiveDate": "2014-06-30", "description": "Owed", "decisionId": "%s",
                 "postings": [
                  {"account": "CONTRIBUTIONS_RECEIVABLE", "partner": "00W", "amountPence": 5},
                  {"account": "CONTRIBUTION_INCOME", "partner": "00W", "amountPence": -5}]}
                """
                        .formatted(decision));
    }

    private static Response post(String fund, String entry) {
        return finance().body(entry).post("/api/budget/v1/funds/{fund}/journal-entries", fund);
    }
}
