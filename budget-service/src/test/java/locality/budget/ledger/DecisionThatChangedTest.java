package locality.budget.ledger;

import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.afterDecisions;
import static locality.budget.testing.Manchester.answer;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.governance;
import static locality.budget.testing.Manchester.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.fact.Provenance;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of money when the decision behind it was called in, sent back, rescinded,
/// superseded, or made good.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class DecisionThatChangedTest {

    private static final long FUND = 1_322_100_000;
    private static final long ALLIANCE = 279_100_000;

    @ParameterizedTest
    @ValueSource(strings = {"CALLED_IN", "PROPOSED", "RESCINDED", "SUPERSEDED"})
    void aDecisionThatNoLongerStandsAllowsNothingNewAndLeavesWhatWasPromised(String state) {
        var fund = aFundWithALine(FUND);
        var decision = approves("budget-line", fund + "-L01", ALLIANCE);
        var cited = ", \"decisionId\": \"%s\"".formatted(decision.decisionId());
        commit(fund, 100, cited).then().statusCode(201);

        changes(decision, state);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> commit(fund, 100, cited).statusCode() == 422);
        commit(fund, 100, cited)
                .then()
                .body("code", equalTo("DECISION_NOT_IN_EFFECT"))
                .body("state", equalTo(state));
        assertThat(line(fund + "-L01").getLong("committedPence")).isGreaterThanOrEqualTo(100);
    }

    @Test
    void aPlanWhoseApprovalWasRescindedLetsNoMoreBeSpentAndWhatWasPostedStays() {
        var fund = aFundWithALine(FUND);
        var plan = approves("fund-plan", fund, FUND);
        approve(fund, plan).statusCode(200);
        Books.post(fund, Books.spend(fund, 70)).then().statusCode(201);

        changes(plan, "RESCINDED");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> Books.post(fund, Books.spend(fund, 1)).statusCode() == 422);
        Books.post(fund, Books.spend(fund, 1))
                .then()
                .body("code", equalTo("DECISION_NOT_IN_EFFECT"));
        assertThat(line(fund + "-L01").getLong("spentPence")).isGreaterThanOrEqualTo(70);
    }

    @Test
    void aCommitmentWaitsForTheCallInToEndAndOpensWhenTheDecisionTakesEffect() {
        var fund = aFundWithALine(FUND);
        var asked = commit(fund, ALLIANCE).jsonPath();
        var carried = answer(asked, "CARRIED", ALLIANCE);

        governance().tell(carried);
        var waiting = afterDecisions(asked.getString("id"), 1);
        assertThat(waiting.getString("state")).isEqualTo("PENDING_APPROVAL");
        assertThat(waiting.getList("attempts[0].reasons")).containsExactly("CARRIED");

        changes(carried, "CALLED_IN");
        governance().tell(as(carried, "IN_EFFECT"));

        var opened = afterDecisions(asked.getString("id"), 2);
        assertThat(opened.getString("state")).isEqualTo("OPEN");
        assertThat(opened.getUUID("decisionId")).isEqualTo(carried.decisionId());
    }

    @Test
    void aDecisionMadeGoodOpensTheCommitmentThatWaitsWhateverItWasInvalidFor() {
        var fund = aFundWithALine(FUND);
        var asked = commit(fund, ALLIANCE).jsonPath();
        var invalid = answer(asked, "INVALID", ALLIANCE, "LIMIT_EXCEEDED");

        governance().tell(invalid);
        assertThat(afterDecisions(asked.getString("id"), 1).getString("state"))
                .isEqualTo("PENDING_APPROVAL");
        governance().tell(as(invalid, "RATIFIED"));

        assertThat(afterDecisions(asked.getString("id"), 2).getString("state")).isEqualTo("OPEN");
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

    private static DecisionTaken as(DecisionTaken told, String state) {
        return new DecisionTaken(
                told.decisionId(),
                told.reference(),
                told.title(),
                told.bodyId(),
                told.bodyName(),
                told.meetingId(),
                told.decisionType(),
                told.outcome(),
                state,
                List.copyOf(told.validityCodes()),
                told.function(),
                told.valuePence(),
                told.basis(),
                told.owners(),
                told.subject(),
                told.requestId(),
                told.contentHash(),
                told.locality(),
                told.effectiveOn(),
                told.provenance());
    }
}
