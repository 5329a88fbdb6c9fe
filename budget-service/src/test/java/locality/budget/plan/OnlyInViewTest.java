package locality.budget.plan;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.plan;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.budget.testing.Partners;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// £1,000 of the fund's own, and £500 that another commissioner spends beside it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B5")
class OnlyInViewTest {

    @Test
    void isNoMoneyOfTheFund() {
        var fund = aFundBesideOthersMoney("01N");
        Partners.schedule(fund, 1_200, "\"profile\": \"MONTHLY_12\"").statusCode(201);

        read(fund, "")
                .body("plannedPence", equalTo(1_000))
                .body("unallocated.unallocatedPence", equalTo(200));
        read(fund, "/plans/1").body("plan.plannedPence", equalTo(1_500));
        read(fund, "/summary?by=COMMISSIONER")
                .body("rows.value", contains("00W"))
                .body("total.plannedPence", equalTo(1_000))
                .body("inView.plannedPence", equalTo(500))
                .body("fundPlannedPence", equalTo(1_000))
                .body("differencePence", equalTo(0));
    }

    @Test
    void needsNoApprovalAndHasNoBudgetInTheLedger() {
        var fund = aFundBesideOthersMoney("01N");

        approve(fund, approves("00W", "fund-plan", fund, 1_000))
                .statusCode(200)
                .body("approval.approvedPence", equalTo(1_000));

        read(fund, "/balances")
                .body(
                        "items.findAll { it.account == 'BUDGET' && it.lineId != null"
                                + " }.balancePence",
                        contains(1_000));
    }

    @Test
    void isApprovedAnewWhenItBecomesTheFundsMoney() {
        var fund = aFundBesideOthersMoney("00W");
        approve(fund, approves("fund-plan", fund, 1_000)).statusCode(200);

        standsInTheAgreementFromOctober(fund);

        read(fund, "").body("plannedPence", equalTo(1_500)).body("planVersion", equalTo(2));
        spend(fund, "L01").statusCode(201);
        spend(fund, "L02").statusCode(422).body("code", equalTo("NO_AUTHORITY"));
        approve(fund, approves("fund-plan", fund, 1_000))
                .statusCode(422)
                .body("code", equalTo("DECISION_AMOUNT"));
        approve(fund, approves("fund-plan", fund, 1_500)).statusCode(200);
        spend(fund, "L02").statusCode(201);
    }

    private static String aFundBesideOthersMoney(String commissioner) {
        var fund = aFund();
        var seen =
                aLine("Primary care", 500)
                        .replace("00W", commissioner)
                        .replace("ALIGNED", "IN_VIEW");
        plan(fund, PLAN_HEADER + aLine("Integrated care", 1_000) + seen).statusCode(200);
        return fund;
    }

    private static void standsInTheAgreementFromOctober(String fund) {
        var decision = approves("fund", fund, 1).reference();
        finance()
                .body(
                        """
                        {"basis": "ALIGNED", "startsOn": "2014-10-01", "decisionId": "%s"}
                        """
                                .formatted(decision))
                .post("/api/budget/v1/lines/{line}/bases", fund + "-L02")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse spend(String fund, String line) {
        return finance()
                .body(
                        """
                        {"effectiveDate": "2014-10-01", "description": "Paid", "postings": [
                          {"account": "SPEND", "lineId": "%s-%s", "amountPence": 10},
                          {"account": "HOST_CASH", "amountPence": -10}]}
                        """
                                .formatted(fund, line))
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .then();
    }

    private static ValidatableResponse read(String fund, String path) {
        return finance().get("/api/budget/v1/funds/" + fund + path).then().statusCode(200);
    }
}
