package locality.budget.virement;

import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static locality.budget.virement.TwoLines.CARERS;
import static locality.budget.virement.TwoLines.INTEGRATED;
import static locality.budget.virement.TwoLines.afterDecisions;
import static locality.budget.virement.TwoLines.approved;
import static locality.budget.virement.TwoLines.decides;
import static locality.budget.virement.TwoLines.move;
import static locality.budget.virement.TwoLines.protects;
import static locality.budget.virement.TwoLines.virement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Budget moves from line to line under a decision, and waits for one where there is none.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B14")
class VirementResourceTest {

    private static final int MOVED = 5_000_000;

    @Inject LapseVirements lapse;

    @Test
    void movesUnderADecisionOnTheFundAndLeavesThePlanAsItWas() {
        var fund = approved();
        var decision = approves("fund", fund, MOVED);

        move(fund, MOVED, cites(decision.reference()))
                .then()
                .statusCode(201)
                .body("state", equalTo("MADE"))
                .body("reference", equalTo(fund + "-V1"))
                .body("decisionId", equalTo(decision.decisionId().toString()))
                .body("tier.decider", equalTo("BODY"))
                .body("tier.inTheYearPence", equalTo(MOVED))
                .body("forNoting", equalTo(false));

        assertLine(fund + "-L01", INTEGRATED, INTEGRATED - MOVED);
        assertLine(fund + "-L02", CARERS, CARERS + MOVED);
        assertBudget(fund, "L01", INTEGRATED - MOVED);
        assertBudget(fund, "L02", CARERS + MOVED);
    }

    @Test
    void movesNoMoreUnderADecisionThanItCovers() {
        var fund = approved();
        var decision = approves("fund", fund, MOVED).reference();
        move(fund, MOVED - 1, cites(decision)).then().statusCode(201);

        move(fund, 2, cites(decision))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_AMOUNT"))
                .body("neededPence", equalTo(MOVED + 1));
        assertLine(fund + "-L02", CARERS, CARERS + MOVED - 1);
    }

    @Test
    void waitsForADecisionWhereNoSchemeWasSetAndIsMadeByIt() {
        var fund = approved();
        var asked =
                move(fund, MOVED, "")
                        .then()
                        .statusCode(202)
                        .body("state", equalTo("PENDING_APPROVAL"))
                        .body("request.function", equalTo("bcf-investment-wave-one"))
                        .extract()
                        .jsonPath();
        assertThat(line(fund + "-L01").getLong("requestedPence")).isEqualTo(MOVED);
        assertLine(fund + "-L02", CARERS, CARERS);

        decides(asked, "IN_EFFECT", MOVED - 1);
        assertThat(afterDecisions(asked.getString("id"), 1).getList("attempts[0].reasons"))
                .containsExactly("AMOUNT_NOT_COVERED");
        var decided = decides(asked, "IN_EFFECT", MOVED);

        var made = afterDecisions(asked.getString("id"), 2);
        assertThat(made.getString("state")).isEqualTo("MADE");
        assertThat(made.getUUID("decisionId")).isEqualTo(decided.decisionId());
        assertThat(line(fund + "-L01").getLong("requestedPence")).isZero();
        assertLine(fund + "-L01", INTEGRATED, INTEGRATED - MOVED);
        assertBudget(fund, "L02", CARERS + MOVED);
    }

    @Test
    void isRejectedByALostVoteAndFreesTheMoney() {
        var fund = approved();
        var asked = move(fund, MOVED, "").jsonPath();

        decides(asked, "LOST", MOVED);

        assertThat(afterDecisions(asked.getString("id"), 1).getString("state"))
                .isEqualTo("REJECTED");
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(INTEGRATED);
        assertLine(fund + "-L02", CARERS, CARERS);
    }

    @Test
    void lapsesOnceWhenNobodyDecidesInTimeHoweverManyReplicasLook() throws Exception {
        var fund = approved();
        var asked = move(fund, MOVED, "").jsonPath();
        var dueOn = LocalDate.parse(asked.getString("request.dueOn"));
        lapse.handle(dueOn);
        assertThat(virement(asked.getString("id")).getString("state"))
                .isEqualTo("PENDING_APPROVAL");

        try (var replicas = Executors.newFixedThreadPool(3)) {
            var all =
                    IntStream.range(0, 3)
                            .mapToObj(i -> replicas.submit(() -> lapse.handle(dueOn.plusDays(1))))
                            .toList();
            for (var one : all) {
                one.get();
            }
        }

        assertThat(virement(asked.getString("id")).getString("state")).isEqualTo("LAPSED");
        assertThat(virement(asked.getString("id")).getString("endedBecause"))
                .isEqualTo("No decision by " + dueOn);
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(INTEGRATED);
    }

    @Test
    void isWithdrawnAndFreesTheMoneyOnce() {
        var fund = approved();
        var asked = move(fund, MOVED, "").jsonPath();

        withdraw(asked.getString("id"), true).statusCode(200);
        assertThat(line(fund + "-L01").getLong("requestedPence")).isEqualTo(MOVED);
        withdraw(asked.getString("reference"), false)
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));

        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(INTEGRATED);
        withdraw(asked.getString("id"), false)
                .statusCode(409)
                .body("code", equalTo("VIREMENT_NOT_PENDING"));
    }

    @Test
    void triesWithoutKeepingAnything() {
        var fund = approved();

        finance()
                .queryParam("dryRun", true)
                .body(body(fund, MOVED))
                .post("/api/budget/v1/funds/{fund}/virements", fund)
                .then()
                .statusCode(202);

        assertThat(line(fund + "-L01").getLong("requestedPence")).isZero();
        list(fund).body("items", hasSize(0));
    }

    @Test
    void givesNoMoreThanIsAvailableAndSaysHowMuchThatIs() {
        var fund = approved();
        move(fund, INTEGRATED - 10, "").then().statusCode(202);

        move(fund, 11, "")
                .then()
                .statusCode(422)
                .body("code", equalTo("OVER_COMMITTED"))
                .body("availablePence", equalTo(10))
                .body("requestedPence", equalTo((int) INTEGRATED - 10));
    }

    @Test
    void refusesADayAheadAndADayOutsideTheYear() {
        var fund = approved();

        move(fund, 1, effectiveOn("2099-01-01")).then().body("code", equalTo("LIES_AHEAD"));
        move(fund, 1, effectiveOn("2015-04-01")).then().body("code", equalTo("AFTER_THE_YEAR"));
        move(fund, 1, effectiveOn("2014-03-31")).then().body("code", equalTo("BEFORE_THE_YEAR"));
    }

    @Test
    void movesOnlyWhatAnApprovedPlanHolds() {
        var fund = aFund();
        plan(fund, TwoLines.plan(INTEGRATED, CARERS)).statusCode(200);
        move(fund, 1, "").then().statusCode(422).body("code", equalTo("PLAN_NOT_APPROVED"));

        approve(fund, approves("fund-plan", fund, INTEGRATED + CARERS)).statusCode(200);
        plan(fund, TwoLines.plan(INTEGRATED + 1, CARERS)).statusCode(200);
        move(fund, INTEGRATED + 1, "")
                .then()
                .statusCode(422)
                .body("code", equalTo("OVER_COMMITTED"))
                .body("currentPence", equalTo((int) INTEGRATED));
    }

    @Test
    void keepsWhatWasMovedWhenThePlanIsSentAndApprovedAgain() {
        var fund = approved();
        move(fund, MOVED, cites(approves("fund", fund, MOVED).reference())).then().statusCode(201);

        plan(fund, TwoLines.plan(INTEGRATED, CARERS + 100)).statusCode(200);
        approve(fund, approves("fund-plan", fund, INTEGRATED + CARERS + 100)).statusCode(200);

        assertLine(fund + "-L02", CARERS + 100, CARERS + 100 + MOVED);
        assertBudget(fund, "L01", INTEGRATED - MOVED);
        assertBudget(fund, "L02", CARERS + 100 + MOVED);
    }

    @Test
    void keepsALineOnItsBasisUpToTheDayOnWhichMoneyMoved() {
        var fund = approved();
        var decision = approves("fund", fund, 2 * INTEGRATED).reference();
        move(fund, MOVED, cites(decision) + effectiveOn("2014-10-15")).then().statusCode(201);

        changeBasis(fund, decision, "2014-10-01")
                .statusCode(422)
                .body("code", equalTo("MONEY_MOVED_SINCE"))
                .body("lastMovedOn", equalTo("2014-10-15"));
        changeBasis(fund, decision, "2014-11-01").statusCode(200);

        move(fund, 1, effectiveOn("2014-10-31")).then().statusCode(202);
        move(fund, 1, effectiveOn("2014-11-01"))
                .then()
                .statusCode(422)
                .body("code", equalTo("CROSSES_BASIS"))
                .body("byBasis.SHADOW", equalTo(-1))
                .body("byBasis.ALIGNED", equalTo(1));
    }

    @Test
    void isNotMadeOnceItWouldTakeWhatIsProtectedByNow() {
        var fund = approved();
        var asked = move(fund, MOVED, "").jsonPath();
        protects(fund, "BLOCK", INTEGRATED, "-L01");

        decides(asked, "IN_EFFECT", MOVED);

        var waiting = afterDecisions(asked.getString("id"), 1);
        assertThat(waiting.getString("state")).isEqualTo("PENDING_APPROVAL");
        assertThat(waiting.getList("attempts[0].reasons")).containsExactly("PROTECTED_AMOUNT");
        assertLine(fund + "-L01", INTEGRATED, INTEGRATED);
    }

    @Test
    void listsWhatEachLineGaveAndGot() {
        var fund = approved();
        move(fund, MOVED, cites(approves("fund", fund, MOVED).reference())).then().statusCode(201);
        move(fund, 7, "").then().statusCode(202);

        finance()
                .get("/api/budget/v1/funds/{fund}/virements/usage", fund)
                .then()
                .statusCode(200)
                .body("lines[0].givenPence", equalTo(MOVED))
                .body("lines[0].givenWaitingPence", equalTo(7))
                .body("lines[1].gotPence", equalTo(MOVED))
                .body("total.givenPence", equalTo(MOVED))
                .body("total.gotPence", equalTo(MOVED))
                .body("total.plannedPence", equalTo((int) (INTEGRATED + CARERS)))
                .body("total.currentPence", equalTo((int) (INTEGRATED + CARERS)));
        csv("/api/budget/v1/funds/" + fund + "/virements/usage")
                .body(containsString(fund + "-L02,500000000,505000000,0,5000000,0,7"));
        csv("/api/budget/v1/funds/" + fund + "/virements")
                .body(startsWith("reference,version,state,effectiveOn,line,amountPence"))
                .body(containsString(fund + "-V1,0,MADE,2015-03-31," + fund + "-L01,-5000000"));
    }

    private static ValidatableResponse changeBasis(String fund, String decision, String day) {
        return finance()
                .body(
                        "{\"basis\": \"SHADOW\", \"startsOn\": \"%s\", \"decisionId\": \"%s\"}"
                                .formatted(day, decision))
                .post("/api/budget/v1/lines/{line}/bases", fund + "-L01")
                .then();
    }

    private static ValidatableResponse csv(String path) {
        return finance().accept("text/csv").get(path).then().statusCode(200);
    }

    private static ValidatableResponse list(String fund) {
        return finance().get("/api/budget/v1/funds/{fund}/virements", fund).then().statusCode(200);
    }

    private static ValidatableResponse withdraw(String virement, boolean dryRun) {
        return finance()
                .queryParam("dryRun", dryRun)
                .body("{\"reason\": \"The ward opens later\"}")
                .post("/api/budget/v1/virements/{virement}/withdraw", virement)
                .then();
    }

    private static String body(String fund, long pence) {
        return """
        {"moves": [{"lineId": "%s-L01", "amountPence": %d},
                   {"lineId": "%s-L02", "amountPence": %d}], "reason": "Reablement"}
        """
                .formatted(fund, -pence, fund, pence);
    }

    private static String cites(String decision) {
        return ", \"decisionId\": \"%s\"".formatted(decision);
    }

    private static String effectiveOn(String day) {
        return ", \"effectiveOn\": \"%s\"".formatted(day);
    }

    private static void assertLine(String line, long planned, long current) {
        assertThat(line(line).getLong("plannedPence")).isEqualTo(planned);
        assertThat(line(line).getLong("currentPence")).isEqualTo(current);
    }

    private static void assertBudget(String fund, String line, long budget) {
        var id = line(fund + "-" + line).getString("id");
        finance()
                .get("/api/budget/v1/funds/{fund}/balances", fund)
                .then()
                .body(
                        "items.find { it.account == 'BUDGET' && it.lineId == '%s' }.balancePence"
                                .formatted(id),
                        equalTo((int) budget))
                .body("items.balancePence.sum()", equalTo(0));
    }
}
