package locality.budget.contribution;

import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.receive;
import static locality.budget.testing.SignedAgreements.terminate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
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
}
