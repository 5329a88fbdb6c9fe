package locality.budget.contribution;

import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.contribution;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.receive;
import static locality.budget.testing.SignedAgreements.terminate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import locality.budget.testing.Pools;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What was owed to a pool that has ended, and what was paid to it in advance.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class AfterThePoolTest {

    @Test
    void whatFellDueWhileTheMoneyWasPooledIsReceivedLater() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        Pools.endFrom(fund, "2014-07-01");

        receive(contribution, 300, "2014-08-20", "BACS 1")
                .then()
                .statusCode(201)
                .body("contribution.instalments[2].paidPence", equalTo(100));

        assertThat(balance(fund, "HOST_CASH", "2014-08-20")).isEqualTo(300);
        assertThat(balance(fund, "CONTRIBUTIONS_RECEIVABLE", "2014-08-19")).isEqualTo(300);
        assertThat(balance(fund, "CONTRIBUTIONS_RECEIVABLE", "2014-08-20")).isZero();
    }

    @Test
    void moreThanFellDueIsRefusedWithTheSumAndThenWhateverComes() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        Pools.endFrom(fund, "2014-07-01");

        receive(contribution, 301, "2014-08-20", "BACS 1")
                .then()
                .statusCode(422)
                .body("code", equalTo("MORE_THAN_IS_LEFT"))
                .body("receivedOn", equalTo("2014-08-20"))
                .body("duePence", equalTo(300))
                .body("paidPence", equalTo(0))
                .body("leftPence", equalTo(300));
        receive(contribution, 300, "2014-06-20", "BACS 1").then().statusCode(201);
        receive(contribution, 1, "2014-08-20", "BACS 2")
                .then()
                .statusCode(422)
                .body("code", equalTo("NOT_POOLED"))
                .body("day", equalTo("2014-08-20"))
                .body("basis", equalTo("ALIGNED"));

        assertThat(balance(fund, "HOST_CASH", "2015-03-31")).isEqualTo(300);
    }

    @Test
    void whatFellDueBeforeTheAgreementEndedIsReceivedAfterIt() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        terminate(fund, "2014-07-01");

        receive(contribution, 300, "2014-09-05", "BACS 1").then().statusCode(201);

        assertThat(balance(fund, "CONTRIBUTIONS_RECEIVABLE", "2015-03-31")).isZero();
    }

    @Test
    void whatWasPaidInAdvanceIsToBeRepaidAndStaysSo() throws SQLException {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        receive(contribution, 1_200, "2014-05-20", "BACS 1").then().statusCode(201);
        Pools.endedFrom(fund, "2014-07-01");

        for (var query : new String[] {"", "?on=2015-03-31"}) {
            var paid = contribution(contribution, query);
            assertThat(paid.getLong("paidPence")).isEqualTo(1_200);
            assertThat(paid.getLong("toBeRepaidPence")).isEqualTo(900);
            assertThat(paid.getLong("instalments[3].paidPence")).isZero();
        }
        finance()
                .get("/api/budget/v1/funds/{fund}/arrears?on=2015-03-31", fund)
                .then()
                .statusCode(200)
                .body("total.annualPence", equalTo(1_200))
                .body("total.keptPence", equalTo(900))
                .body("total.paidPence", equalTo(1_200))
                .body("total.toBeRepaidPence", equalTo(900))
                .body("total.unpaidPence", equalTo(0));
        finance()
                .get("/api/budget/v1/funds/{fund}/contributions", fund)
                .then()
                .body("items[0].toBeRepaidPence", equalTo(900));
    }
}
