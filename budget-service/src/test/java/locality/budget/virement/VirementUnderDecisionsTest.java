package locality.budget.virement;

import static locality.budget.testing.Manchester.CENTRAL_MANCHESTER;
import static locality.budget.testing.Manchester.MAY;
import static locality.budget.testing.Manchester.WAVE_ONE;
import static locality.budget.testing.Manchester.answer;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.governance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static locality.budget.virement.TwoLines.CARERS;
import static locality.budget.virement.TwoLines.INTEGRATED;
import static locality.budget.virement.TwoLines.afterDecisions;
import static locality.budget.virement.TwoLines.approved;
import static locality.budget.virement.TwoLines.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import locality.budget.testing.Manchester;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.MoneyOwner;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What virements use up of a decision, and decisions that come together.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B14")
class VirementUnderDecisionsTest {

    private static final String COUNCIL = "E08000003";

    @Test
    void countsWhatALineGivesAsItsCommissionersAndWhatItGetsAsNobodys() {
        var fund = approved();
        var decision = ofTwoOwners(fund, 100, 200);
        var cited = ", \"decisionId\": \"%s\"".formatted(decision.decisionId());
        move(fund, 60, cited).then().statusCode(201);
        move(fund, 40, cited).then().statusCode(201);

        move(fund, 1, cited)
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_OWNER"))
                .body("neededOwner", equalTo(CENTRAL_MANCHESTER))
                .body("neededPence", equalTo(101));
        assertThat(line(fund + "-L02").getLong("currentPence")).isEqualTo(CARERS + 100);
    }

    @Test
    void appliesDecisionsOnACommitmentAndAVirementOfOneLineThatComeTogether() {
        var fund = approved();
        var virement = move(fund, 500, "").jsonPath();
        var commitment = commit(fund, 700).jsonPath();
        assertThat(line(fund + "-L01").getLong("requestedPence")).isEqualTo(1_200);

        governance()
                .tell(
                        answer(commitment, "IN_EFFECT", 700),
                        Manchester.decision(
                                new Subject("virement", virement.getString("id")),
                                "IN_EFFECT",
                                500,
                                virement.getUUID("request.id"),
                                virement.getString("request.contentHash")));

        assertThat(afterDecisions(virement.getString("id"), 1).getString("state"))
                .isEqualTo("MADE");
        assertThat(Manchester.afterDecisions(commitment.getString("id"), 1).getString("state"))
                .isEqualTo("OPEN");
        var giving = line(fund + "-L01");
        assertThat(giving.getLong("requestedPence")).isZero();
        assertThat(giving.getLong("committedPence")).isEqualTo(700);
        assertThat(giving.getLong("currentPence")).isEqualTo(INTEGRATED - 500);
        assertThat(giving.getLong("availablePence")).isEqualTo(INTEGRATED - 1_200);
    }

    @Test
    void doesNotApplyToALineThatIsPlannedAsASavingByThen() {
        var fund = approved();
        var asked = move(fund, 500, "").jsonPath();
        plan(fund, TwoLines.plan(INTEGRATED, -100)).statusCode(200);
        approve(fund, approves("fund-plan", fund, INTEGRATED - 100)).statusCode(200);

        TwoLines.decides(asked, "IN_EFFECT", 500);

        var waiting = afterDecisions(asked.getString("id"), 1);
        assertThat(waiting.getString("state")).isEqualTo("PENDING_APPROVAL");
        assertThat(waiting.getList("attempts[0].reasons")).containsExactly("PLANNED_AS_A_SAVING");
        assertThat(line(fund + "-L01").getLong("requestedPence")).isEqualTo(500);
    }

    /// A decision on the fund about so much of each owner's money, of which budget has heard.
    private static DecisionTaken ofTwoOwners(String fund, long ccg, long council) {
        var decision =
                new DecisionTaken(
                        Ids.next(),
                        "MCR-D-" + fund,
                        "Reablement starts earlier",
                        Ids.next(),
                        "Manchester Health and Wellbeing Board",
                        Ids.next(),
                        "APPROVE",
                        "CARRIED",
                        "IN_EFFECT",
                        List.of(),
                        WAVE_ONE,
                        Pence.of(ccg + council),
                        "ALIGNED",
                        List.of(
                                new MoneyOwner(CENTRAL_MANCHESTER, Pence.of(ccg)),
                                new MoneyOwner(COUNCIL, Pence.of(council))),
                        new Subject("fund", fund),
                        null,
                        null,
                        Locality.MANCHESTER,
                        MAY,
                        Provenance.illustrative());
        governance().tell(decision);
        approves("fund", fund, 1);
        return decision;
    }
}
