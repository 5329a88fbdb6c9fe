package locality.budget.commitment;

import static locality.budget.commitment.Alliance.ALLIANCE;
import static locality.budget.commitment.Alliance.FUND;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.commitment;
import static locality.budget.testing.Manchester.decision;
import static locality.budget.testing.Manchester.delegates;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import locality.budget.testing.Manchester;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is committed at once, what only waits, and what is refused.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class CommitMoneyTest {

    @Test
    void opensAtOnceWithinTheOfficersDelegation() {
        var function = "within-" + UUID.randomUUID();
        delegates(function, 50_000_000);
        var fund = withALine(Manchester.aFund(function), FUND);

        commit(fund, 50_000_000)
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("reference", equalTo(fund + "-L01-C1"));
        commit(fund, 50_000_001).then().statusCode(202);
    }

    @Test
    void opensAtOnceUnderADecisionThatCoversItAndNeverTwiceOverItsAmount() {
        var fund = aFundWithALine(FUND);
        var decision = approves("budget-line", fund + "-L01", ALLIANCE);
        var cited = ", \"decisionId\": \"%s\"".formatted(decision.reference());

        commit(fund, ALLIANCE - 100, cited)
                .then()
                .statusCode(201)
                .body("decisionId", equalTo(decision.decisionId().toString()));
        commit(fund, 101, cited)
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_AMOUNT"))
                .body("coveredPence", equalTo((int) ALLIANCE))
                .body("neededPence", equalTo((int) ALLIANCE + 1));
        commit(fund, 100, cited).then().statusCode(201);
    }

    @Test
    void refusesADecisionOnAnotherSubject() {
        var fund = aFundWithALine(FUND);
        var decision = approves("budget-line", "MCR-OTHER-L01", ALLIANCE);

        commit(fund, 1, ", \"decisionId\": \"%s\"".formatted(decision.decisionId()))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_SUBJECT"));
    }

    @Test
    void refusesMoreThanIsAvailableWithItsOperands() {
        var fund = aFundWithALine(500_000_000);
        commit(fund, 380_000_000).then().statusCode(202);

        commit(fund, 120_000_001)
                .then()
                .statusCode(422)
                .body("code", equalTo("OVER_COMMITTED"))
                .body("availablePence", equalTo(120_000_000))
                .body("requestedPence", equalTo(380_000_000))
                .body(
                        "detail",
                        containsString(
                                "available 120,000,000 = current 500,000,000 - requested"
                                        + " 380,000,000 - committed 0 - spent 0"));
    }

    @Test
    void triesItOutWithoutKeepingIt() {
        var fund = aFundWithALine(FUND);

        finance()
                .queryParam("dryRun", true)
                .body(commitment(fund, ALLIANCE, ""))
                .post(Manchester.commitments(fund))
                .then()
                .statusCode(202);

        assertThat(line(fund + "-L01").getLong("requestedPence")).isZero();
        finance()
                .queryParam("fundId", fund)
                .get("/api/budget/v1/commitments")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void beginsNoEarlierThanTheYearOfItsFund() {
        var fund = aFundWithALine(FUND);

        finance()
                .body(commitment(fund, ALLIANCE, "").replace("2014-05-14", "2014-03-31"))
                .post(Manchester.commitments(fund))
                .then()
                .statusCode(422)
                .body("code", equalTo("BEFORE_THE_YEAR"));
    }
}
