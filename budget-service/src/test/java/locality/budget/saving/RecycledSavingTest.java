package locality.budget.saving;

import static locality.budget.testing.Manchester.CENTRAL_MANCHESTER;
import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.as;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.governance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.MoneyOwner;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B4")
class RecycledSavingTest {

    private static final String SAVINGS = "/api/budget/v1/funds/{fund}/recycled-savings";

    @Test
    void givesALineMoreThanWasPlannedUnderADecision() {
        var fund = anApprovedDevelopmentFund(1_000);
        var decision = approves("fund", fund, 400);

        recycle(fund, 400, decision.reference())
                .statusCode(201)
                .body("reference", equalTo(fund + "-RS1"))
                .body("lineCurrentPence", equalTo(1_400))
                .body("decisionId", equalTo(decision.decisionId().toString()));

        assertThat(line(fund + "-L01").getLong("plannedPence")).isEqualTo(1_000);
        assertThat(line(fund + "-L01").getLong("currentPence")).isEqualTo(1_400);
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(1_400);
        assertBudget(fund, 1_400);
    }

    @Test
    void keepsWhatCameBackWhenThePlanIsApprovedAnew() {
        var fund = anApprovedDevelopmentFund(1_000);
        recycle(fund, 400, approves("fund", fund, 400).reference()).statusCode(201);

        plan(fund, PLAN_HEADER + aLine("Integrated care", 1_500)).statusCode(200);
        approve(fund, approves("fund-plan", fund, 1_500)).statusCode(200);

        assertThat(line(fund + "-L01").getLong("currentPence")).isEqualTo(1_900);
        assertBudget(fund, 1_900);
    }

    @Test
    void leavesNoLineOutOfAPlanToWhichMoneyCameBack() {
        var fund = anApprovedDevelopmentFund(1_000);
        recycle(fund, 400, approves("fund", fund, 400).reference()).statusCode(201);

        plan(fund, PLAN_HEADER + aLine("Another", 1_000))
                .statusCode(422)
                .body("code", equalTo("LINE_IN_USE"))
                .body("movedPence", equalTo(400));
    }

    @Test
    void takesNoMoreUnderADecisionThanItCovers() {
        var fund = anApprovedDevelopmentFund(1_000);
        var decision = approves("fund", fund, 500).reference();
        recycle(fund, 400, decision).statusCode(201);

        recycle(fund, 101, decision).statusCode(422).body("code", equalTo("DECISION_AMOUNT"));
        recycle(fund, 100, decision).statusCode(201).body("reference", equalTo(fund + "-RS2"));
    }

    @Test
    void asksForADecisionAboutTheFundOrTheLine() {
        var fund = anApprovedDevelopmentFund(1_000);

        recycle(fund, 100, approves("fund", "MCR-ANOTHER", 100).reference())
                .statusCode(422)
                .body("code", equalTo("DECISION_SUBJECT"));
        recycle(fund, 100, "MCR-NOBODY-DECIDED")
                .statusCode(409)
                .body("code", equalTo("DECISION_NOT_KNOWN"));
        recycle(fund, 100, approves("budget-line", fund + "-L01", 100).reference()).statusCode(201);
    }

    @Test
    void comesBackOnlyIntoARecyclableFundWithAnApprovedPlan() {
        var other = anApprovedFund(1_000);
        recycle(other, 100, "MCR-ANY")
                .statusCode(422)
                .body("code", equalTo("NOT_RECYCLABLE"))
                .body("fund", equalTo(other));

        var fund = aDevelopmentFund();
        plan(fund, PLAN_HEADER + aLine("Integrated care", 1_000)).statusCode(200);
        recycle(fund, 100, "MCR-ANY")
                .statusCode(422)
                .body("code", equalTo("PLAN_NOT_APPROVED"))
                .body("line", equalTo(fund + "-L01"));
    }

    @Test
    void isMoreThanNothingAndOfTheFundsYear() {
        var fund = anApprovedDevelopmentFund(1_000);

        recycle(fund, 0, "MCR-ANY")
                .statusCode(422)
                .body("code", equalTo("SAVING_NOT_POSITIVE"))
                .body("amountPence", equalTo(0));
        recycleOn(fund, "2014-03-31").statusCode(422).body("code", equalTo("BEFORE_THE_YEAR"));
        recycleOn(fund, "2015-04-01")
                .statusCode(422)
                .body("code", equalTo("SAVING_AFTER_THE_YEAR"))
                .body("yearEndsOn", equalTo("2015-03-31"));
        recycleOn(fund, "2999-01-01").statusCode(422).body("code", equalTo("SAVING_LIES_AHEAD"));
        finance().get(SAVINGS, fund).then().body("items", hasSize(0));
    }

    @Test
    void triesASavingOutWithoutKeepingIt() {
        var fund = anApprovedDevelopmentFund(1_000);
        var decision = approves("fund", fund, 400).reference();

        finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .queryParam("dryRun", true)
                .body(saving(fund, 400, decision, ""))
                .post(SAVINGS, fund)
                .then()
                .statusCode(201)
                .body("lineCurrentPence", equalTo(1_400));

        assertThat(line(fund + "-L01").getLong("currentPence")).isEqualTo(1_000);
        assertBudget(fund, 1_000);
    }

    @Test
    void isListedInJsonAndAsASpreadsheet() {
        var fund = anApprovedDevelopmentFund(1_000);
        recycle(fund, 400, approves("fund", fund, 400).reference()).statusCode(201);

        finance().get(SAVINGS, fund).then().body("items.amountPence", contains(400));
        assertThat(finance().accept("text/csv").get(SAVINGS, fund).asString())
                .contains(fund + "-RS1," + fund + "-L01,400,Beds closed");
        as(Tokens.of("finance").in(Locality.ROCHDALE)).get(SAVINGS, fund).then().statusCode(404);
    }

    @Test
    void isTakenBackOnceAndFreesItsDecision() {
        var fund = anApprovedDevelopmentFund(1_000);
        var decision = approves("fund", fund, 400).reference();
        recycle(fund, 400, decision).statusCode(201);

        takeBack(fund, "?dryRun=true").statusCode(200).body("lineCurrentPence", equalTo(1_000));
        assertThat(line(fund + "-L01").getLong("currentPence")).isEqualTo(1_400);

        takeBack(fund, "")
                .statusCode(200)
                .body("lineCurrentPence", equalTo(1_000))
                .body("takenBack.reason", equalTo("A nought too many"));
        assertBudget(fund, 1_000);
        takeBack(fund, "")
                .statusCode(409)
                .body("code", equalTo("ALREADY_TAKEN_BACK"))
                .body("saving", equalTo(fund + "-RS1"));
        finance().get(SAVINGS, fund).then().body("items[0].takenBack.reason", startsWith("A nou"));

        recycle(fund, 400, decision).statusCode(201).body("reference", equalTo(fund + "-RS2"));
        assertBudget(fund, 1_400);
    }

    @Test
    void isTakenBackOnlyWhereOneCameBack() {
        takeBack(anApprovedFund(1_000), "").statusCode(422).body("code", equalTo("NOT_RECYCLABLE"));
        takeBack(anApprovedDevelopmentFund(1_000), "").statusCode(404);
    }

    @Test
    void isNotTakenBackOnceItIsSpent() {
        var fund = anApprovedDevelopmentFund(1_000);
        recycle(fund, 400, approves("fund", fund, 400).reference()).statusCode(201);
        finance()
                .body(
                        """
                        {"effectiveDate": "2015-02-28", "description": "Beds",
                         "postings": [{"account": "SPEND", "lineId": "%s-L01", "amountPence": 1001},
                                      {"account": "HOST_CASH", "amountPence": -1001}]}
                        """
                                .formatted(fund))
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .then()
                .statusCode(201);

        takeBack(fund, "")
                .statusCode(422)
                .body("code", equalTo("OVER_COMMITTED"))
                .body("amountPence", equalTo(400))
                .body("availablePence", equalTo(399));
    }

    @Test
    void isNotTakenBackFromWhatIsProtected() {
        var fund = anApprovedDevelopmentFund(1_000);
        recycle(fund, 400, approves("fund", fund, 400).reference()).statusCode(201);
        finance()
                .body(
                        """
                        {"reference": "%1$s-P1", "name": "Protection of social care",
                         "terms": {"amountPence": 1001, "action": "BLOCK", "lines": ["%1$s-L01"]}}
                        """
                                .formatted(fund))
                .post("/api/budget/v1/funds/{fund}/protected-amounts", fund)
                .then()
                .statusCode(201);

        takeBack(fund, "")
                .statusCode(422)
                .body("code", equalTo("PROTECTED_AMOUNT"))
                .body("leftPence", equalTo(1_000))
                .body("shortPence", equalTo(1));
        assertThat(line(fund + "-L01").getLong("currentPence")).isEqualTo(1_400);
    }

    @Test
    void takesNoMoreOfAnOwnersMoneyThanItsShare() {
        var fund = anApprovedDevelopmentFund(1_000);
        var decision = ofTwoOwners(fund, 250, 250);
        recycle(fund, 250, decision).statusCode(201);

        recycle(fund, 250, decision).statusCode(422).body("code", equalTo("DECISION_OWNER"));
        takeBack(fund, "").statusCode(200);
        recycle(fund, 250, decision).statusCode(201);
    }

    @Test
    void isIdentifiedByItsKeyHoweverOftenItIsSent() {
        var fund = anApprovedDevelopmentFund(1_000);
        var saving = saving(fund, 200, approves("fund", fund, 400).reference(), "");
        finance()
                .body(saving)
                .post(SAVINGS, fund)
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));

        var key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            finance()
                    .header("Idempotency-Key", key)
                    .body(saving)
                    .post(SAVINGS, fund)
                    .then()
                    .statusCode(201);
        }
        assertThat(line(fund + "-L01").getLong("currentPence")).isEqualTo(1_200);
    }

    @Test
    void comesBackOnNoLineThatIsPlannedAsASavingItself() {
        var fund = aDevelopmentFund();
        plan(fund, PLAN_HEADER + aLine("Care Bill", -148)).statusCode(200);
        approve(fund, approves("fund-plan", fund, 0)).statusCode(200);

        recycle(fund, 100, approves("fund", fund, 100).reference())
                .statusCode(422)
                .body("code", equalTo("PLANNED_AS_A_SAVING"))
                .body("line", equalTo(fund + "-L01"))
                .body("currentPence", equalTo(-148));
    }

    /// A decision on the fund about so much of each owner's money, of which budget has heard.
    private static String ofTwoOwners(String fund, long ccg, long council) {
        var decision = approves("fund", fund, ccg + council);
        governance()
                .tell(
                        new DecisionTaken(
                                decision.decisionId(),
                                decision.reference(),
                                decision.title(),
                                decision.bodyId(),
                                decision.bodyName(),
                                decision.meetingId(),
                                decision.decisionType(),
                                decision.outcome(),
                                decision.state(),
                                decision.validityCodes(),
                                decision.function(),
                                decision.valuePence(),
                                decision.basis(),
                                List.of(
                                        new MoneyOwner(CENTRAL_MANCHESTER, Pence.of(ccg)),
                                        new MoneyOwner("E08000003", Pence.of(council))),
                                decision.subject(),
                                decision.requestId(),
                                decision.contentHash(),
                                decision.locality(),
                                decision.effectiveOn(),
                                decision.provenance()));
        approves("fund", fund, 1);
        return decision.reference();
    }

    private static ValidatableResponse takeBack(String fund, String query) {
        return finance()
                .body("{\"reason\": \"A nought too many\"}")
                .post(SAVINGS + "/" + fund + "-RS1/take-back" + query, fund)
                .then();
    }

    private static ValidatableResponse recycle(String fund, long pence, String decision) {
        return finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(saving(fund, pence, decision, ", \"effectiveDate\": \"2015-01-31\""))
                .post(SAVINGS, fund)
                .then();
    }

    private static ValidatableResponse recycleOn(String fund, String day) {
        return finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(saving(fund, 1, "MCR-ANY", ", \"effectiveDate\": \"%s\"".formatted(day)))
                .post(SAVINGS, fund)
                .then();
    }

    private static String saving(String fund, long pence, String decision, String more) {
        return """
        {"lineId": "%s-L01", "amountPence": %d, "decisionId": "%s", "from": "Beds closed"%s}
        """
                .formatted(fund, pence, decision, more);
    }

    private static void assertBudget(String fund, int pence) {
        finance()
                .get("/api/budget/v1/funds/{fund}/balances", fund)
                .then()
                .body(
                        "items.find { it.account == 'BUDGET' && it.lineId != null }.balancePence",
                        equalTo(pence));
    }

    private static String anApprovedDevelopmentFund(long pence) {
        var fund = aDevelopmentFund();
        plan(fund, PLAN_HEADER + aLine("Integrated care", pence)).statusCode(200);
        approve(fund, approves("fund-plan", fund, pence)).statusCode(200);
        return fund;
    }

    private static String aDevelopmentFund() {
        var reference = "MCR-LDF-" + Ids.next();
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "host": "E08000003",
                         "name": "Local Development Fund", "kind": "LOCAL_DEVELOPMENT_FUND",
                         "financialYear": "2014/15",
                         "decisionFunction": "bcf-investment-wave-one"}
                        """
                                .formatted(reference))
                .post("/api/budget/v1/funds")
                .then()
                .statusCode(201);
        return reference;
    }
}
