package locality.budget.contribution;

import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.contribution;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.receive;
import static locality.budget.testing.Partners.schedule;
import static locality.budget.testing.Partners.vary;
import static locality.budget.testing.Partners.withALineOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// To owe less in the year, or later what is overdue, a body decides.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class GivenUpByDecisionTest {

    @Test
    void fallsOnlyByAnotherDecisionThatCoversWhatIsGivenUp() {
        var fund = aPooledFund();
        var under = approves("fund", fund, 1_200);
        var contribution =
                schedule(
                                fund,
                                1_200,
                                "\"profile\": \"MONTHLY_12\", \"decisionId\": \"%s\""
                                        .formatted(under.reference()))
                        .statusCode(201)
                        .extract()
                        .<String>path("reference");

        for (var cited : new DecisionTaken[] {null, under}) {
            vary(contribution, less(500, cited))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("FALL_NEEDS_A_DECISION"))
                    .body("contribution", equalTo(contribution))
                    .body("fromPence", equalTo(1_200))
                    .body("annualPence", equalTo(500))
                    .body("fallPence", equalTo(700));
        }
        vary(contribution, less(500, approves("contribution", contribution, 699)))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_AMOUNT"))
                .body("coveredPence", equalTo(699))
                .body("neededPence", equalTo(700));
        assertThat(contribution(contribution, "").getLong("annualPence")).isEqualTo(1_200);

        var enough = approves("contribution", contribution, 700);
        vary(contribution, less(500, enough)).then().statusCode(200);
        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2015-03-31")).isEqualTo(-500);
    }

    @Test
    void whatIsGivenUpByADecisionIsCountedTogether() {
        var fund = aPooledFund();
        var decision = approves("fund", fund, 1_000);
        var first = monthly(fund, 1_200);
        var second =
                schedule(fund, "00W", "Reablement", 1_200, "\"profile\": \"MONTHLY_12\"")
                        .statusCode(201)
                        .extract()
                        .<String>path("reference");

        vary(first, less(600, decision)).then().statusCode(200);
        vary(second, less(799, decision))
                .then()
                .statusCode(422)
                .body("neededPence", equalTo(1_399));
        vary(second, less(400, decision))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_AMOUNT"))
                .body("neededPence", equalTo(1_400));
    }

    @Test
    void isNotGivenUpByTheDecisionThatApprovedThePlan() {
        var fund = withALineOn("POOLED", aFundUnderAnAgreement("POOLED"), 1_200);
        var plan = approves("fund-plan", fund, 1_200);
        approve(fund, plan).statusCode(200);
        var contribution = monthly(fund, 1_200);

        vary(contribution, less(900, plan))
                .then()
                .statusCode(422)
                .body("code", equalTo("FALL_NEEDS_A_DECISION"));
    }

    @Test
    void paysLaterWhatIsOverdueOnlyByAnotherDecision() {
        var contribution = monthly(aPooledFund(), 1_200);
        receive(contribution, 150, "2014-06-02", "BACS 1").then().statusCode(201);
        var later =
                """
                {"instalments": [{"dueOn": "2014-05-01", "amountPence": 50},
                                 {"dueOn": "2015-03-01", "amountPence": 1000}],
                 "reason": "Paid once the grant has come"%s}
                """;

        vary(contribution, later.formatted(""))
                .then()
                .statusCode(422)
                .body("code", equalTo("DELAY_NEEDS_A_DECISION"))
                .body("contribution", equalTo(contribution))
                .body("day", equalTo("2014-06-01"))
                .body("overduePence", equalTo(150))
                .body("leftOverduePence", equalTo(50))
                .body("delayedPence", equalTo(100));
        assertThat(contribution(contribution, "").getInt("termsVersion")).isEqualTo(1);

        var decision = approves("contribution", contribution, 1_200).decisionId();
        vary(contribution, later.formatted(", \"decisionId\": \"%s\"".formatted(decision)))
                .then()
                .statusCode(200);
    }

    @Test
    void paysEarlierForAReasonAlone() {
        var contribution = monthly(aPooledFund(), 1_200);
        receive(contribution, 150, "2014-06-02", "BACS 1").then().statusCode(201);

        vary(
                        contribution,
                        """
                        {"instalments": [{"dueOn": "2014-05-01", "amountPence": 1050}],
                         "reason": "The grant came early"}
                        """)
                .then()
                .statusCode(200)
                .body("instalments.amountPence", contains(100, 50, 1_050));
    }

    private static String less(long annual, @Nullable DecisionTaken decision) {
        return """
        {"annualPence": %d, "effectiveOn": "2014-08-15", "reason": "The scheme began late"%s}
        """
                .formatted(
                        annual,
                        decision == null
                                ? ""
                                : ", \"decisionId\": \"%s\"".formatted(decision.decisionId()));
    }
}
