package locality.budget.plan;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.budget.testing.InTheDatabase;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A plan of a fund that has an approved one acts on no line before it is approved itself.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B15")
class PlanUnderWayTest {

    private static final String SCHEME = "Integrated care";

    @Test
    void makesNoRoomOnALine() {
        var fund = anApprovedFund(100_000);
        plan(fund, PLAN_HEADER + aLine(SCHEME, 500_000))
                .statusCode(200)
                .body("planVersion", equalTo(2))
                .body("plannedPence", equalTo(500_000))
                .body("changed", equalTo(1));

        commit(fund, 400_000)
                .then()
                .statusCode(422)
                .body("code", equalTo("OVER_COMMITTED"))
                .body("availablePence", equalTo(100_000))
                .body("currentPence", equalTo(100_000));
        spend(fund, "L01", 100_001).statusCode(422).body("code", equalTo("OVER_COMMITTED"));

        approve(fund, approves("fund-plan", fund, 500_000)).statusCode(200);
        commit(fund, 400_000).then().statusCode(202);
    }

    @Test
    void takesNothingFromALine() {
        var fund = anApprovedFund(1_000);
        plan(fund, PLAN_HEADER + aLine(SCHEME, 600)).statusCode(200);

        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(1_000);
        assertThat(line(fund + "-L01").getLong("plannedPence")).isEqualTo(1_000);
        spend(fund, "L01", 1_000).statusCode(201);
        summary(fund)
                .body("total.plannedPence", equalTo(1_000))
                .body("fundPlannedPence", equalTo(1_000))
                .body("differencePence", equalTo(0));
    }

    @Test
    void changesNeitherWhoDecidesNorRingFenceNorBasis() {
        var fund = anApprovedFund(1_000);
        plan(
                        fund,
                        PLAN_HEADER.replace("plannedPence", "plannedPence,function")
                                + SCHEME
                                + ",Integrated care,00W,NHS provider,CCG allocation,REVENUE,false,"
                                + "Winter,SHADOW,1000,somebody-elses\n")
                .statusCode(200)
                .body("changed", equalTo(1));

        var before = line(fund + "-L01");
        assertThat(before.getString("decisionFunction")).isEqualTo("bcf-investment-wave-one");
        assertThat(before.getString("ringFence")).isNull();
        assertThat(before.getString("basis")).isEqualTo("ALIGNED");

        approve(fund, approves("fund-plan", fund, 1_000)).statusCode(200);
        var after = line(fund + "-L01");
        assertThat(after.getString("decisionFunction")).isEqualTo("somebody-elses");
        assertThat(after.getString("ringFence")).isEqualTo("Winter");
        assertThat(after.getString("basis")).isEqualTo("SHADOW");
    }

    @Test
    void addsALineAndLeavesOneOutOnceItIsApproved() {
        var fund = anApprovedFund(1_000);
        plan(fund, PLAN_HEADER + aLine("Reablement", 700))
                .statusCode(200)
                .body("added", equalTo(1))
                .body("withdrawn", equalTo(1));

        spend(fund, "L02", 1).statusCode(404).body("code", equalTo("NOT_FOUND"));
        commitOn(fund, "L02", 1)
                .statusCode(422)
                .body("code", equalTo("PLAN_NOT_APPROVED"))
                .body("line", equalTo(fund + "-L02"));
        lines(fund).body("items.reference", contains(fund + "-L01"));

        approve(fund, approves("fund-plan", fund, 700)).statusCode(200);
        lines(fund)
                .body("items.reference", contains(fund + "-L02"))
                .body("items.currentPence", contains(700));
        spend(fund, "L02", 700).statusCode(201);
        spend(fund, "L01", 1).statusCode(404);
    }

    @Test
    void isNotApprovedAgainstWhatWasPromisedMeanwhile() {
        var fund = anApprovedFund(1_000);
        plan(fund, PLAN_HEADER + aLine(SCHEME, 600)).statusCode(200);
        spend(fund, "L01", 700).statusCode(201);

        approve(fund, approves("fund-plan", fund, 600))
                .statusCode(422)
                .body("code", equalTo("LESS_THAN_PROMISED"))
                .body("line", equalTo(fund + "-L01"))
                .body("plannedPence", equalTo(600))
                .body("requestedPence", equalTo(0))
                .body("committedPence", equalTo(0))
                .body("spentPence", equalTo(700))
                .body("movedPence", equalTo(0));
        assertApproved(fund, 1);
    }

    @Test
    void isNotApprovedOnAnotherBasisThanMoneyMovedOnMeanwhile() {
        var fund = anApprovedFund(1_000);
        plan(fund, PLAN_HEADER + aLine(SCHEME, 1_000).replace("ALIGNED", "SHADOW")).statusCode(200);
        spend(fund, "L01", 700).statusCode(201);

        approve(fund, approves("fund-plan", fund, 1_000))
                .statusCode(422)
                .body("code", equalTo("LINE_KEEPS_ITS_BASIS"))
                .body("basis", equalTo("ALIGNED"))
                .body("plannedBasis", equalTo("SHADOW"))
                .body("spentPence", equalTo(700));
        assertApproved(fund, 1);
    }

    @Test
    void leavesOutNoLineOnWhichMoneyWasPromisedMeanwhile() {
        var fund = anApprovedFund(1_000);
        plan(fund, PLAN_HEADER + aLine("Reablement", 700)).statusCode(200);
        spend(fund, "L01", 1).statusCode(201);

        approve(fund, approves("fund-plan", fund, 700))
                .statusCode(422)
                .body("code", equalTo("LINE_IN_USE"))
                .body("spentPence", equalTo(1));
        assertApproved(fund, 1);
    }

    @Test
    void mayBeChangedAndTakenBackBeforeItIsApproved() {
        var fund = anApprovedFund(1_000);
        plan(fund, PLAN_HEADER + aLine(SCHEME, 600)).statusCode(200);
        plan(fund, PLAN_HEADER + aLine(SCHEME, 600))
                .statusCode(200)
                .body("planVersion", equalTo(2))
                .body("unchanged", equalTo(1));
        plan(fund, PLAN_HEADER + aLine(SCHEME, 1_000))
                .statusCode(200)
                .body("planVersion", equalTo(3))
                .body("changed", equalTo(1));

        spend(fund, "L01", 1_000).statusCode(201).body("authority.kind", equalTo("PLAN"));
        approve(fund, approves("fund-plan", fund, 1_000)).statusCode(200);
    }

    @Test
    void theDatabaseLetsNoLineFollowIt() {
        var fund = anApprovedFund(1_000);
        plan(fund, PLAN_HEADER + aLine(SCHEME, 600)).statusCode(200);
        var change =
                "update budget_line set planned_pence = 600, plan_version = 2 where reference = '%s-L01'"
                        .formatted(fund);

        InTheDatabase.refuses(change, "budget_line_follows_the_approved_plan");
    }

    @Test
    void actsAtOnceWhileNoneWasEverApproved() {
        var fund = aFund();
        plan(fund, PLAN_HEADER + aLine(SCHEME, 1_000)).statusCode(200);
        plan(fund, PLAN_HEADER + aLine(SCHEME, 1_500)).statusCode(200);

        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(1_500);
        spend(fund, "L01", 1).statusCode(422).body("code", equalTo("NO_AUTHORITY"));
    }

    private static void assertApproved(String fund, int planVersion) {
        finance()
                .get("/api/budget/v1/funds/{fund}", fund)
                .then()
                .body("approval.planVersion", equalTo(planVersion))
                .body("approval.approvedPence", equalTo(1_000));
        assertThat(line(fund + "-L01").getLong("plannedPence")).isEqualTo(1_000);
    }

    private static ValidatableResponse lines(String fund) {
        return finance().get("/api/budget/v1/funds/{fund}/lines", fund).then().statusCode(200);
    }

    private static ValidatableResponse summary(String fund) {
        return finance()
                .queryParam("by", "BASIS")
                .get("/api/budget/v1/funds/{fund}/summary", fund)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse commitOn(String fund, String line, long pence) {
        return finance()
                .body(
                        """
                        {"lineId": "%s-%s", "amountPence": %d, "provider": "RW3",
                         "purpose": "Reablement", "effectiveOn": "2014-05-14"}
                        """
                                .formatted(fund, line, pence))
                .post("/api/budget/v1/funds/{fund}/commitments", fund)
                .then();
    }

    private static ValidatableResponse spend(String fund, String line, long pence) {
        return finance()
                .body(
                        """
                        {"effectiveDate": "2014-06-30", "description": "First quarter",
                         "postings": [{"account": "SPEND", "lineId": "%s-%s", "amountPence": %d},
                                      {"account": "HOST_CASH", "amountPence": %d}]}
                        """
                                .formatted(fund, line, pence, -pence))
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .then();
    }
}
