package locality.budget.contribution;

import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.withALine;
import static locality.budget.testing.Partners.aFundOn;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.contribution;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.receive;
import static locality.budget.testing.Partners.schedule;
import static locality.budget.testing.Partners.vary;
import static locality.budget.testing.Partners.withALineOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import locality.budget.testing.AtOnce;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The approved plan allows partners to owe what it has in the pool, and the partners its decision
/// names. The plan of these funds has £10,000 there, by a decision about the money of 00W.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class OwedUnderPlanTest {

    private static final LocalDate JUNE = LocalDate.of(2014, 6, 15);
    private static final String MONTHLY = "\"profile\": \"MONTHLY_12\"";

    @Inject PostWhatFellDue postWhatFellDue;

    @Test
    void coversNoMoreThanItHasInThePool() {
        var fund = aPooledFund();

        schedule(fund, 1_000_001, MONTHLY)
                .statusCode(422)
                .body("code", equalTo("PLAN_DOES_NOT_COVER"))
                .body("contribution", equalTo(fund + "-C01"))
                .body("fund", equalTo(fund))
                .body("pooledPence", equalTo(1_000_000))
                .body("othersPence", equalTo(0))
                .body("owedPence", equalTo(1_000_001))
                .body("overPence", equalTo(1));
        schedule(fund, 1_000_000, MONTHLY).statusCode(201);
    }

    @Test
    void countsEverythingThatIsOwedUnderItTogether() {
        var fund = aPooledFund();
        schedule(fund, 900_000, MONTHLY).statusCode(201);

        more(fund, "Winter pressures", 100_001, MONTHLY)
                .statusCode(422)
                .body("code", equalTo("PLAN_DOES_NOT_COVER"))
                .body("othersPence", equalTo(900_000))
                .body("overPence", equalTo(1));
        var own = approves("fund", fund, 100_001).reference();
        more(fund, "Winter pressures", 100_001, MONTHLY + ", \"decisionId\": \"" + own + "\"")
                .statusCode(201);
        more(fund, "Reablement", 100_000, MONTHLY).statusCode(201);
    }

    @Test
    void coversNoPartnerThatItsDecisionDoesNotName() {
        schedule(aPooledFund(), "01M", "CCG allocation", 1_200, MONTHLY)
                .statusCode(422)
                .body("code", equalTo("DECISION_OWNER"))
                .body("neededOwner", equalTo("01M"))
                .body("neededPence", equalTo(1_200));
    }

    @Test
    void coversNoContributionToAPoolOfWhichItHasNothing() {
        var fund = withALine(aFundUnderAnAgreement("POOLED"), 1_000_000);
        approve(fund, approves("fund-plan", fund, 1_000_000)).statusCode(200);

        schedule(fund, 1_200, MONTHLY)
                .statusCode(422)
                .body("code", equalTo("PLAN_DOES_NOT_COVER"))
                .body("pooledPence", equalTo(0));
    }

    @Test
    void isNotAskedForMoneyThatEachPartnerKeeps() {
        schedule(aFundOn("ALIGNED"), "01M", "CCG allocation", 9_000_000, MONTHLY).statusCode(201);
    }

    @Test
    void boundsARiseThatCitesTheDecisionWhichApprovedIt() {
        var fund = withALineOn("POOLED", aFundUnderAnAgreement("POOLED"), 1_000_000);
        var decision = approves("fund-plan", fund, 1_000_000);
        approve(fund, decision).statusCode(200);
        var contribution = monthly(fund, 1_200);
        more(fund, "Reablement", 300_000, MONTHLY).statusCode(201);

        rise(contribution, 700_001, decision.reference())
                .statusCode(422)
                .body("code", equalTo("PLAN_DOES_NOT_COVER"))
                .body("othersPence", equalTo(300_000))
                .body("owedPence", equalTo(700_001));
        assertThat(contribution(contribution, "").getLong("annualPence")).isEqualTo(1_200);
        rise(contribution, 700_000, decision.reference()).statusCode(200);
    }

    @Test
    void holdsUpWhatWasScheduledLastWhenItIsApprovedForLess() {
        var fund = aFundUnderAnAgreement("POOLED");
        var first = monthly(fund, 1_200);
        var last =
                more(fund, "Reablement", 1_200, MONTHLY)
                        .statusCode(201)
                        .extract()
                        .<String>path("reference");
        withALineOn("POOLED", fund, 2_399);
        approve(fund, approves("fund-plan", fund, 2_399)).statusCode(200);

        postWhatFellDue.handle(JUNE);

        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2014-06-15")).isEqualTo(-300);
        receive(first, 100, "2014-06-02", "BACS 1").then().statusCode(201);
        receive(last, 100, "2014-06-02", "BACS 2")
                .then()
                .statusCode(422)
                .body("code", equalTo("PLAN_DOES_NOT_COVER"))
                .body("othersPence", equalTo(1_200))
                .body("overPence", equalTo(1));

        rise(last, 1_200, approves("contribution", last, 1_200).reference()).statusCode(200);
        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2014-06-15")).isEqualTo(-600);
    }

    @Test
    void staysUsedByWhatWasPostedUnderItWhenADecisionTakesItsPlace() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 900_000);
        postWhatFellDue.handle(JUNE);
        var own = approves("contribution", contribution, 900_000).reference();
        rise(contribution, 900_000, own).statusCode(200);

        more(fund, "Reablement", 100_001, MONTHLY)
                .statusCode(422)
                .body("code", equalTo("PLAN_DOES_NOT_COVER"))
                .body("othersPence", equalTo(900_000));
        more(fund, "Reablement", 100_000, MONTHLY).statusCode(201);
    }

    @Test
    void isSharedByNoTwoWhoAskAtOnce() throws Exception {
        var fund = aPooledFund();
        var source = new AtomicInteger();

        var answers =
                AtOnce.ask(
                        8,
                        () ->
                                more(fund, "Source " + source.incrementAndGet(), 300_000, MONTHLY)
                                        .extract()
                                        .statusCode());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(5);
        finance()
                .get("/api/budget/v1/funds/{fund}/contributions", fund)
                .then()
                .body("items", hasSize(3));
    }

    private static ValidatableResponse more(String fund, String source, long pence, String how) {
        return schedule(fund, "00W", source, pence, how);
    }

    private static ValidatableResponse rise(String contribution, long annual, String decision) {
        return vary(
                        contribution,
                        """
                        {"annualPence": %d, "decisionId": "%s", "reason": "Winter pressures"}
                        """
                                .formatted(annual, decision))
                .then();
    }
}
