package locality.budget.commitment;

import static locality.budget.commitment.Alliance.FUND;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.commitment;
import static locality.budget.testing.Manchester.decision;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.governance;
import static locality.budget.testing.Manchester.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.fact.Provenance;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be paid on a day, under which decision, and when nothing more is.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class PaymentTest {

    private static final String COMMITMENT = "/api/budget/v1/commitments/{id}";

    @Inject ApplyDecision applyDecision;

    @Test
    void paysOnADayOnlyWhatWasPromisedByThatDay() {
        var fund = aFundWithALine(FUND);
        var promised = under(approved(fund, 100), fund, 100);
        vary(promised, 150, approved(fund, 150), "2014-08-01").statusCode(200);

        pay(promised, 150, "2014-06-01", false)
                .statusCode(422)
                .body("code", equalTo("MORE_THAN_HELD"))
                .body("effectiveDate", equalTo("2014-06-01"))
                .body("heldPence", equalTo(100))
                .body("remainingPence", equalTo(150));
        pay(promised, 60, "2014-09-01", false).statusCode(200);
        pay(promised, 91, "2014-06-01", false).statusCode(422).body("remainingPence", equalTo(90));
        pay(promised, 90, "2014-06-01", false).statusCode(200);

        assertThat(heldOn(fund, "2014-06-30")).isEqualTo(10);
        assertThat(heldOn(fund, "2014-08-31")).isEqualTo(60);
        assertThat(heldOn(fund, "2014-09-30")).isZero();
    }

    @Test
    void isVariedToLessOnlyFromADayFromWhichSoMuchIsHeld() {
        var fund = aFundWithALine(FUND);
        var promised = under(approved(fund, 100), fund, 100);
        vary(promised, 150, approved(fund, 150), "2014-08-01").statusCode(200);

        vary(promised, 40, null, "2014-06-01")
                .statusCode(422)
                .body("code", equalTo("MORE_THAN_HELD"))
                .body("amountPence", equalTo(110))
                .body("heldPence", equalTo(100));
        vary(promised, 40, null, "2014-08-01").statusCode(200);
    }

    @Test
    void movesNothingOnADayOnWhichTheLinesMoneyIsOnlyInView() {
        var fund = aFundWithALine(FUND);
        var promised = under(approved(fund, 100), fund, 100);
        var decides = approves("fund", fund, 1);
        finance()
                .body(
                        "{\"basis\": \"IN_VIEW\", \"startsOn\": \"2014-10-01\"%s}"
                                .formatted(cited(decides)))
                .post("/api/budget/v1/lines/{line}/bases", fund + "-L01")
                .then()
                .statusCode(200);

        pay(promised, 10, "2014-10-01", false)
                .statusCode(422)
                .body("code", equalTo("ONLY_IN_VIEW"))
                .body("on", equalTo("2014-10-01"));
        vary(promised, 150, approved(fund, 150), "2014-10-01")
                .statusCode(422)
                .body("code", equalTo("ONLY_IN_VIEW"));
        pay(promised, 10, "2014-09-30", false).statusCode(200);
        vary(promised, 150, approved(fund, 150), "2014-09-30").statusCode(200);
    }

    @Test
    void isOpenForARiseAfterItPaidAllOfItAndEndsWithTheLastPayment() {
        var fund = aFundWithALine(FUND);
        var promised = under(approved(fund, 100), fund, 100);
        var waits = vary(promised, 150, null, null).statusCode(202).extract().jsonPath();

        pay(promised, 100, null, false)
                .statusCode(200)
                .body("state", equalTo("PART_DISCHARGED"))
                .body("remainingPence", equalTo(0))
                .body("variations[0].state", equalTo("PENDING_APPROVAL"));
        applyDecision.handle(answerTo(waits, 150));

        pay(promised, 50, null, true).statusCode(200).body("state", equalTo("DISCHARGED"));
        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(150);
    }

    @Test
    void endsByHandOnceItPaidAllOfItAndPostsNothing() {
        var fund = aFundWithALine(FUND);
        var promised = under(approved(fund, 100), fund, 100);
        pay(promised, 100, null, false).statusCode(200);

        finance()
                .body("{\"reason\": \"All of it is paid\"}")
                .post(COMMITMENT + "/release", promised.getString("id"))
                .then()
                .statusCode(200)
                .body("state", equalTo("RELEASED"))
                .body("releasedPence", equalTo(0));
        assertThat(heldOn(fund, "9999-12-31")).isZero();
    }

    @Test
    void whatWasPromisedUnderADecisionStaysUsedAfterAnotherLetItVary() {
        var fund = aFundWithALine(FUND);
        var first = approved(fund, 100);
        var promised = under(first, fund, 100);
        pay(promised, 99, null, false).statusCode(200);
        vary(promised, 101, approved(fund, 101), null).statusCode(200);

        commit(fund, 1, cited(first))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_AMOUNT"))
                .body("neededPence", equalTo(101))
                .body("coveredPence", equalTo(100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CALLED_IN", "PROPOSED", "RESCINDED", "SUPERSEDED"})
    void paysNothingUnderADecisionThatNoLongerBindsAndMayGiveItBack(String state) {
        var fund = aFundWithALine(FUND);
        var decision = approved(fund, 100);
        var promised = under(decision, fund, 100);
        pay(promised, 10, null, false).statusCode(200);

        changes(decision, state);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> tries(promised).extract().statusCode() == 422);
        pay(promised, 10, null, false)
                .statusCode(422)
                .body("code", equalTo("DECISION_NOT_IN_EFFECT"))
                .body("state", equalTo(state));
        assertThat(commitment(promised.getString("id")).getLong("remainingPence")).isEqualTo(90);
        finance()
                .body("{\"reason\": \"Decided otherwise\"}")
                .post(COMMITMENT + "/release", promised.getString("id"))
                .then()
                .statusCode(200);
    }

    @Test
    void isPaidAgainOnceTheCallInIsOver() {
        var fund = aFundWithALine(FUND);
        var decision = approved(fund, 100);
        var promised = under(decision, fund, 100);
        changes(decision, "CALLED_IN");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> tries(promised).extract().statusCode() == 422);

        governance().tell(decision);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> tries(promised).extract().statusCode() == 200);
    }

    private static DecisionTaken approved(String fund, long pence) {
        return approves("budget-line", fund + "-L01", pence);
    }

    private static JsonPath under(DecisionTaken decision, String fund, long pence) {
        return commit(fund, pence, cited(decision)).then().statusCode(201).extract().jsonPath();
    }

    private static String cited(DecisionTaken decision) {
        return ", \"decisionId\": \"%s\"".formatted(decision.decisionId());
    }

    private static ValidatableResponse vary(
            JsonPath commitment,
            long pence,
            @Nullable DecisionTaken decision,
            @Nullable String on) {
        return finance()
                .body(
                        "{\"amountPence\": %d, \"reason\": \"A second ward joins\"%s%s}"
                                .formatted(pence, decision == null ? "" : cited(decision), day(on)))
                .post(COMMITMENT + "/vary", commitment.getString("id"))
                .then();
    }

    private static ValidatableResponse pay(
            JsonPath commitment, long pence, @Nullable String on, boolean last) {
        return finance()
                .body("{\"amountPence\": %d, \"final\": %b%s}".formatted(pence, last, day(on)))
                .post(COMMITMENT + "/discharge", commitment.getString("id"))
                .then();
    }

    private static ValidatableResponse tries(JsonPath commitment) {
        return finance()
                .queryParam("dryRun", true)
                .body("{\"amountPence\": 1}")
                .post(COMMITMENT + "/discharge", commitment.getString("id"))
                .then();
    }

    private static String day(@Nullable String on) {
        return on == null ? "" : ", \"effectiveDate\": \"%s\"".formatted(on);
    }

    private static long heldOn(String fund, String day) {
        return finance()
                .queryParam("effectiveAt", day)
                .get("/api/budget/v1/funds/{fund}/balances", fund)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("items.find { it.account == 'COMMITMENTS' }.balancePence");
    }

    private static DecisionTaken answerTo(JsonPath commitment, long pence) {
        var request = commitment.getUUID("variations[-1].request.id");
        return decision(
                new Subject("commitment-variation", request.toString()),
                "IN_EFFECT",
                pence,
                request,
                commitment.getString("variations[-1].request.contentHash"));
    }

    private static void changes(DecisionTaken decision, String state) {
        governance()
                .tell(
                        new DecisionChanged(
                                decision.decisionId(),
                                decision.reference(),
                                state,
                                "The scrutiny committee asked",
                                null,
                                decision.locality(),
                                decision.effectiveOn(),
                                Provenance.illustrative()));
    }
}
