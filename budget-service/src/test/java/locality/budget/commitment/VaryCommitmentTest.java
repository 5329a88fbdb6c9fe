package locality.budget.commitment;

import static locality.budget.commitment.Alliance.ALLIANCE;
import static locality.budget.commitment.Alliance.FUND;
import static locality.budget.commitment.Alliance.assertBalances;
import static locality.budget.commitment.Alliance.opened;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.as;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.commitment;
import static locality.budget.testing.Manchester.decision;
import static locality.budget.testing.Manchester.delegates;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The alliance's 2,791,000 pounds become more or less: never less than was paid, never more than a
/// decision covers.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class VaryCommitmentTest {

    private static final long MORE = 290_000_000;
    private static final String COMMITMENT = "/api/budget/v1/commitments/{id}";

    @Inject ApplyDecision applyDecision;
    @Inject LapseVariations lapse;

    @Test
    void givesBackAtOnceWhatIsNotNeeded() {
        var fund = aFundWithALine(FUND);
        var asked = opened(fund);
        pay(asked, 70_000_000).then().statusCode(200);

        vary(asked, 69_999_999, "")
                .then()
                .statusCode(422)
                .body("code", equalTo("LESS_THAN_PAID"))
                .body("amountPence", equalTo(69_999_999))
                .body("dischargedPence", equalTo(70_000_000))
                .body("committedPence", equalTo((int) ALLIANCE));
        vary(asked, 200_000_000, "")
                .then()
                .statusCode(200)
                .body("state", equalTo("PART_DISCHARGED"))
                .body("amountPence", equalTo(200_000_000))
                .body("remainingPence", equalTo(130_000_000))
                .body("owners[0].sharePence", equalTo(200_000_000))
                .body("variations[0].state", equalTo("MADE"))
                .body("variations[0].fromPence", equalTo((int) ALLIANCE));

        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(130_000_000);
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(FUND - 200_000_000);
        assertBalances(fund, 130_000_000);
    }

    @Test
    void isMoreAtOnceUnderADecisionThatCoversAllOfIt() {
        var fund = aFundWithALine(FUND);
        var asked = opened(fund);
        var rise = approves("budget-line", fund + "-L01", MORE - ALLIANCE).reference();
        var whole = approves("commitment", asked.getString("reference"), MORE);

        vary(asked, MORE, rise)
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_AMOUNT"))
                .body("neededPence", equalTo((int) MORE))
                .body("coveredPence", equalTo((int) (MORE - ALLIANCE)));
        vary(asked, MORE, whole.reference())
                .then()
                .statusCode(200)
                .body("amountPence", equalTo((int) MORE))
                .body("decisionId", equalTo(whole.decisionId().toString()));

        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(MORE);
        assertBalances(fund, MORE);
        vary(asked, MORE + 1, whole.reference())
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_AMOUNT"))
                .body("neededPence", equalTo((int) MORE + 1));
    }

    @Test
    void isMoreAtOnceWithinTheOfficersDelegationAndNotSplitToStayBelowIt() {
        var function = "vary-" + UUID.randomUUID();
        delegates(function, 50_000_000);
        var fund = withALine(aFund(function), FUND);
        var one = commit(fund, 20_000_000, ", \"interventionId\": \"MCR-VARY\"").jsonPath();
        commit(fund, 10_000_000, ", \"interventionId\": \"MCR-VARY\"").then().statusCode(201);

        vary(one, 40_000_000, "").then().statusCode(200).body("state", equalTo("OPEN"));
        vary(one, 40_000_001, "")
                .then()
                .statusCode(202)
                .body("amountPence", equalTo(40_000_000))
                .body("variations[1].state", equalTo("PENDING_APPROVAL"));
    }

    @Test
    void waitsForTheBodyThatMayDecideAndIsMadeOnItsDecision() {
        var fund = aFundWithALine(FUND);
        var asked = opened(fund);

        var waits = vary(asked, MORE, "").then().statusCode(202).extract().jsonPath();
        assertThat(waits.getLong("amountPence")).isEqualTo(ALLIANCE);
        assertThat(line(fund + "-L01").getLong("requestedPence")).isEqualTo(MORE - ALLIANCE);
        vary(asked, MORE, "")
                .then()
                .statusCode(409)
                .body("code", equalTo("VARIATION_WAITS"))
                .body("requestId", equalTo(waits.getString("variations[0].request.id")))
                .body("fromPence", equalTo((int) ALLIANCE))
                .body("amountPence", equalTo((int) MORE))
                .body("detail", containsString("from 279,100,000 to 290,000,000 waits"));

        applyDecision.handle(answer(waits, "IN_EFFECT", MORE - 1));
        assertThat(read(asked).getList("variations[0].attempts[0].reasons"))
                .containsExactly("AMOUNT_NOT_COVERED");
        var decided = answer(waits, "IN_EFFECT", MORE);
        applyDecision.handle(decided);

        var made = read(asked);
        assertThat(made.getLong("amountPence")).isEqualTo(MORE);
        assertThat(made.getUUID("decisionId")).isEqualTo(decided.decisionId());
        assertThat(made.getString("variations[0].state")).isEqualTo("MADE");
        assertThat(line(fund + "-L01").getLong("requestedPence")).isZero();
        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(MORE);
        assertBalances(fund, MORE);
        applyDecision.handle(answer(waits, "IN_EFFECT", MORE));
        assertThat(read(asked).getList("variations[0].attempts[2].reasons"))
                .containsExactly("NOT_PENDING");
        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(MORE);
    }

    @Test
    void staysWhatItWasWhenTheVoteIsLostOrNobodyDecidesInTime() {
        var fund = aFundWithALine(FUND);
        var asked = opened(fund);
        var first = vary(asked, MORE, "").jsonPath();
        applyDecision.handle(answer(first, "LOST", MORE));
        assertThat(read(asked).getString("variations[0].state")).isEqualTo("REJECTED");

        var second = vary(asked, MORE, "").jsonPath();
        var dueOn = LocalDate.parse(second.getString("variations[1].request.dueOn"));
        lapse.handle(dueOn);
        assertThat(read(asked).getString("variations[1].state")).isEqualTo("PENDING_APPROVAL");
        lapse.handle(dueOn.plusDays(1));

        assertThat(read(asked).getString("variations[1].state")).isEqualTo("LAPSED");
        assertThat(read(asked).getString("state")).isEqualTo("OPEN");
        assertThat(read(asked).getLong("amountPence")).isEqualTo(ALLIANCE);
        assertThat(line(fund + "-L01").getLong("requestedPence")).isZero();
        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(ALLIANCE);
    }

    @Test
    void isWithdrawnByWhoAskedAndWithTheCommitmentThatEnds() {
        var fund = aFundWithALine(FUND);
        var asked = opened(fund);
        vary(asked, MORE, "").then().statusCode(202);
        withdraw(as(Tokens.of("finance").from("00W").in(Locality.MANCHESTER)), asked)
                .then()
                .statusCode(422)
                .body("code", equalTo("ASKED_BY_ANOTHER"));
        withdraw(finance(), asked).then().statusCode(200).body("state", equalTo("OPEN"));
        assertThat(line(fund + "-L01").getLong("requestedPence")).isZero();

        vary(asked, MORE, "").then().statusCode(202);
        finance()
                .body("{\"reason\": \"Not needed\"}")
                .post(COMMITMENT + "/release", asked.getString("id"))
                .then()
                .statusCode(200)
                .body("variations.state", equalTo(List.of("WITHDRAWN", "WITHDRAWN")));

        assertThat(line(fund + "-L01").getLong("requestedPence")).isZero();
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(FUND);
    }

    @Test
    void isShownUnderAnotherTagOnceAVariationIsAskedForOrEnds() {
        var fund = aFundWithALine(FUND);
        var asked = opened(fund);
        var opened = tag(asked);

        vary(asked, MORE, "").then().statusCode(202);
        var varying = tag(asked);
        finance()
                .header("If-Match", opened)
                .body("{\"reason\": \"Not needed\"}")
                .post(COMMITMENT + "/release", asked.getString("id"))
                .then()
                .statusCode(412);
        withdraw(finance(), asked).then().statusCode(200);
        var withdrawn = tag(asked);
        vary(asked, MORE, "").then().statusCode(202);
        applyDecision.handle(answer(read(asked), "LOST", MORE));

        assertThat(List.of(opened, varying, withdrawn, tag(asked))).doesNotHaveDuplicates();
    }

    private static String tag(JsonPath commitment) {
        return finance().get(COMMITMENT, commitment.getString("id")).header("ETag");
    }

    @Test
    void needsRoomOnItsLineAndChangesNothingWithoutIt() {
        var fund = aFundWithALine(FUND);
        var asked = opened(fund);

        vary(asked, FUND + 1, "")
                .then()
                .statusCode(422)
                .body("code", equalTo("OVER_COMMITTED"))
                .body(
                        "detail",
                        containsString(
                                "available 1,043,000,000 = current 1,322,100,000 - requested 0 -"
                                        + " committed 279,100,000 - spent 0"));
        vary(asked, ALLIANCE, "")
                .then()
                .statusCode(422)
                .body("code", equalTo("VARIES_NOTHING"))
                .body("amountPence", equalTo((int) ALLIANCE));

        assertThat(read(asked).getList("variations")).isEmpty();
        assertThat(line(fund + "-L01").getLong("requestedPence")).isZero();
    }

    @Test
    void triesItOutWithoutKeepingIt() {
        var fund = aFundWithALine(FUND);
        var asked = opened(fund);

        finance()
                .queryParam("dryRun", true)
                .body("{\"amountPence\": %d, \"reason\": \"Growth\"}".formatted(MORE))
                .post(COMMITMENT + "/vary", asked.getString("id"))
                .then()
                .statusCode(202);

        assertThat(read(asked).getList("variations")).isEmpty();
        assertThat(line(fund + "-L01").getLong("requestedPence")).isZero();
    }

    @Test
    void keepsWhatBecameOfAVariationFromItsOwnerToo() {
        var fund = aFundWithALine(FUND);
        var asked = opened(fund);
        vary(asked, 200_000_000, "").then().statusCode(200);

        assertThatThrownBy(
                        () ->
                                asOwner(
                                        "update commitment_variation set amount_pence = 1"
                                                + " where commitment_id = '%s'"
                                                        .formatted(asked.getString("id"))))
                .hasMessageContaining("commitment_variation keeps what it was told");
        assertThatThrownBy(() -> asOwner("delete from commitment_variation"))
                .hasMessageContaining("commitment_variation keeps what it was told");
    }

    private static void asOwner(String sql) throws SQLException {
        try (var connection = Infrastructure.get().postgres().superuser("suite");
                var statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Response vary(JsonPath commitment, long pence, String decision) {
        var cited = decision.isEmpty() ? "" : ", \"decisionId\": \"%s\"".formatted(decision);
        return finance()
                .body(
                        "{\"amountPence\": %d, \"reason\": \"A second ward joins\"%s}"
                                .formatted(pence, cited))
                .post(COMMITMENT + "/vary", commitment.getString("id"));
    }

    private static Response pay(JsonPath commitment, long pence) {
        return finance()
                .body("{\"amountPence\": %d}".formatted(pence))
                .post(COMMITMENT + "/discharge", commitment.getString("id"));
    }

    private static Response withdraw(RequestSpecification who, JsonPath commitment) {
        return who.body("{\"reason\": \"Funded by the trust\"}")
                .post(COMMITMENT + "/withdraw", commitment.getString("id"));
    }

    private static JsonPath read(JsonPath commitment) {
        return commitment(commitment.getString("id"));
    }

    /// A decision that answers the variation asked for last.
    private static DecisionTaken answer(JsonPath commitment, String state, long valuePence) {
        return decision(
                new Subject(
                        "commitment-variation", commitment.getString("variations[-1].request.id")),
                state,
                valuePence,
                commitment.getUUID("variations[-1].request.id"),
                commitment.getString("variations[-1].request.contentHash"));
    }
}
