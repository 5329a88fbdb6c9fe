package locality.budget.commitment;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.afterDecisions;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.commitment;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.governance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import locality.budget.testing.Partners;
import locality.platform.event.BoardEvent.DecisionChanged;
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

/// Money of the pool that the CCG and the council own together, where no body decides for both:
/// each one's body decides for itself, and it opens when both did.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class EachOwnersBodyTest {

    private static final String CCG = "00W";
    private static final String COUNCIL = "E08000003";
    private static final long ALLIANCE = 279_100_000;
    private static final LocalDate MAY = LocalDate.of(2014, 5, 14);
    private static final LocalDate JUNE = LocalDate.of(2014, 6, 4);

    @Test
    void opensOnceTheBodiesOfBothOwnersDecidedFromTheLaterDay() {
        var fund = aPoolOfBoth();
        var asked = askedOfBoth(fund).jsonPath();

        governance().tell(decides(asked, COUNCIL, "IN_EFFECT", JUNE));
        var waiting = afterDecisions(asked.getString("id"), 1);
        assertThat(waiting.getString("state")).isEqualTo("PENDING_APPROVAL");
        assertThat(waiting.getBoolean("attempts[0].applied")).isTrue();
        assertThat(waiting.getList("attempts[0].decidesFor")).containsExactly(COUNCIL);
        assertThat(waiting.getList("attempts[0].reasons")).containsExactly("OTHERS_TO_DECIDE");
        assertThat(line(fund + "-L01").getLong("requestedPence")).isEqualTo(ALLIANCE);

        governance().tell(decides(asked, CCG, "IN_EFFECT", MAY));
        var opened = afterDecisions(asked.getString("id"), 2);
        assertThat(opened.getString("state")).isEqualTo("OPEN");
        assertThat(opened.getString("effectiveOn")).isEqualTo("2014-06-04");
        assertThat(opened.getList("attempts[1].decidesFor")).containsExactly(CCG);
        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(ALLIANCE);
    }

    @Test
    void isRejectedWhenOneOfThemSaysNo() {
        var fund = aPoolOfBoth();
        var asked = askedOfBoth(fund).jsonPath();

        governance().tell(decides(asked, COUNCIL, "IN_EFFECT", MAY));
        governance().tell(decides(asked, CCG, "LOST", MAY));

        assertThat(afterDecisions(asked.getString("id"), 2).getString("state"))
                .isEqualTo("REJECTED");
        assertThat(line(fund + "-L01").getLong("requestedPence")).isZero();
    }

    @Test
    void waitsOnWhenWhatTheFirstDecidedNoLongerBinds() {
        var fund = aPoolOfBoth();
        var asked = askedOfBoth(fund).jsonPath();
        var council = decides(asked, COUNCIL, "IN_EFFECT", MAY);

        governance().tell(council);
        governance().tell(changed(council, "RESCINDED"));
        governance().tell(decides(asked, CCG, "IN_EFFECT", MAY));

        var waiting = afterDecisions(asked.getString("id"), 2);
        assertThat(waiting.getString("state")).isEqualTo("PENDING_APPROVAL");
        assertThat(waiting.getList("attempts[1].reasons")).containsExactly("OTHERS_TO_DECIDE");

        governance().tell(decides(asked, COUNCIL, "IN_EFFECT", MAY));
        assertThat(afterDecisions(asked.getString("id"), 3).getString("state")).isEqualTo("OPEN");
    }

    @Test
    void paysNothingWhileTheDecisionOfEitherIsCalledIn() {
        var fund = aPoolOfBoth();
        var asked = askedOfBoth(fund).jsonPath();
        var council = decides(asked, COUNCIL, "IN_EFFECT", MAY);
        governance().tell(council);
        governance().tell(decides(asked, CCG, "IN_EFFECT", MAY));
        afterDecisions(asked.getString("id"), 2);

        governance().tell(changed(council, "CALLED_IN"));

        await().untilAsserted(
                        () ->
                                pay(asked.getString("id"))
                                        .then()
                                        .statusCode(422)
                                        .body("code", equalTo("DECISION_NOT_IN_EFFECT"))
                                        .body("state", equalTo("CALLED_IN")));
        assertThat(commitment(asked.getString("id")).getLong("dischargedPence")).isZero();
    }

    @Test
    void growsOnlyOnceBothBodiesDecidedTheRise() {
        var fund = aPoolOfBoth();
        var asked = askedOfBoth(fund).jsonPath();
        var id = asked.getString("id");
        governance().tell(decides(asked, COUNCIL, "IN_EFFECT", MAY));
        governance().tell(decides(asked, CCG, "IN_EFFECT", MAY));
        afterDecisions(id, 2);
        finance()
                .body(
                        """
                        {"amountPence": %d, "reason": "A second ward joins",
                         "effectiveDate": "2014-05-14"}
                        """
                                .formatted(ALLIANCE + 100))
                .post("/api/budget/v1/commitments/{id}/vary", id)
                .then()
                .statusCode(202);
        var rise = commitment(id);

        governance().tell(answers(rise, "variations[0].", COUNCIL, "IN_EFFECT", MAY));
        await().until(() -> commitment(id).getList("variations[0].attempts").size() == 1);
        assertThat(commitment(id).getLong("amountPence")).isEqualTo(ALLIANCE);
        assertThat(commitment(id).getList("variations[0].attempts[0].decidesFor"))
                .containsExactly(COUNCIL);
        governance().tell(answers(rise, "variations[0].", CCG, "IN_EFFECT", MAY));
        await().until(() -> commitment(id).getList("variations[0].attempts").size() == 2);

        assertThat(commitment(id).getLong("amountPence")).isEqualTo(ALLIANCE + 100);
        assertThat(commitment(id).getString("variations[0].state")).isEqualTo("MADE");
    }

    private static String aPoolOfBoth() {
        var fund = aFundUnderAnAgreement("POOLED");
        plan(
                        fund,
                        PLAN_HEADER
                                + aLine("Integrated care", 1_322_100_000L)
                                        .replace("ALIGNED", "POOLED"))
                .statusCode(200);
        Partners.monthly(fund, 793_260_000);
        finance()
                .body(
                        """
                        {"partner": "E08000003", "source": "Council revenue",
                         "annualPence": 528840000, "profile": "MONTHLY_12"}
                        """)
                .post("/api/budget/v1/funds/{fund}/contributions", fund)
                .then()
                .statusCode(201);
        return fund;
    }

    /// The CCG's three fifths and the council's two.
    private static Response askedOfBoth(String fund) {
        return commit(
                fund,
                ALLIANCE,
                """
                , "owners": [{"organisation": "00W", "sharePence": 167460000},
                             {"organisation": "E08000003", "sharePence": 111640000}]
                """);
    }

    private static Response pay(String commitment) {
        return finance()
                .body("{\"amountPence\": 1, \"effectiveDate\": \"2014-06-30\"}")
                .post("/api/budget/v1/commitments/{id}/discharge?dryRun=true", commitment);
    }

    private static DecisionTaken decides(
            JsonPath commitment, String owner, String state, LocalDate on) {
        return answers(commitment, "", owner, state, on);
    }

    private static DecisionTaken answers(
            JsonPath commitment, String of, String owner, String state, LocalDate on) {
        var id = Ids.next();
        return new DecisionTaken(
                id,
                "MCR-BODY-" + id,
                "Pre-alliance",
                Ids.next(),
                "The body of " + owner,
                Ids.next(),
                "APPROVE",
                state.equals("LOST") ? "LOST" : "CARRIED",
                state,
                List.of(),
                commitment.getString("function"),
                Pence.of(commitment.getLong(of + "amountPence")),
                "POOLED",
                List.of(new MoneyOwner(owner, null)),
                new Subject("commitment", commitment.getString("id")),
                commitment.getUUID(of + "request.id"),
                commitment.getString(of + "request.contentHash"),
                Locality.MANCHESTER,
                on,
                Provenance.illustrative());
    }

    private static DecisionChanged changed(DecisionTaken decision, String state) {
        return new DecisionChanged(
                decision.decisionId(),
                decision.reference(),
                state,
                "Scrutiny asks for the figures",
                null,
                decision.locality(),
                MAY,
                Provenance.illustrative());
    }
}
