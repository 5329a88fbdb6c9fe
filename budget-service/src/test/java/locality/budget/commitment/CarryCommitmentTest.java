package locality.budget.commitment;

import static locality.budget.commitment.Alliance.ALLIANCE;
import static locality.budget.commitment.Alliance.FUND;
import static locality.budget.commitment.Alliance.assertBalances;
import static locality.budget.commitment.Alliance.opened;
import static locality.budget.testing.Manchester.WAVE_ONE;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.commitment;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import locality.budget.testing.AtOnce;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the alliance did not spend of its 2,791,000 pounds in 2014/15 goes on in 2015/16.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class CarryCommitmentTest {

    private static final long PAID = 200_000_000;
    private static final long REST = ALLIANCE - PAID;
    private static final String COMMITMENT = "/api/budget/v1/commitments/{id}";

    @Test
    void goesOnInTheLaterYearUnderADecision() {
        var fund = aFundWithALine(FUND);
        var next = nextYear();
        var alliance = partPaid(fund);
        var decision = approves("commitment", alliance.getString("reference"), REST);

        var goesOn =
                carry(alliance, next + "-L01", decision.reference(), false)
                        .then()
                        .statusCode(201)
                        .body("reference", equalTo(next + "-L01-C1"))
                        .body("state", equalTo("OPEN"))
                        .body("amountPence", equalTo((int) REST))
                        .body("effectiveOn", equalTo("2015-04-01"))
                        .body("carriedFrom", equalTo(alliance.getString("id")))
                        .body("decisionId", equalTo(decision.decisionId().toString()))
                        .body("provider", equalTo("RW3"))
                        .body("owners[0].sharePence", equalTo((int) REST))
                        .extract()
                        .jsonPath();

        var ended = commitment(alliance.getString("id"));
        assertThat(ended.getString("state")).isEqualTo("CARRIED");
        assertThat(ended.getLong("dischargedPence")).isEqualTo(PAID);
        assertThat(ended.getLong("releasedPence")).isEqualTo(REST);
        assertThat(line(fund + "-L01").getLong("committedPence")).isZero();
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(FUND - PAID);
        assertThat(line(next + "-L01").getLong("committedPence")).isEqualTo(REST);
        assertBalances(fund, 0);
        assertBalances(next, REST);
        pay(goesOn, 1_000).then().statusCode(200);
    }

    @Test
    void isCarriedOnceWhenTwoCarryItAtTheSameMoment() throws InterruptedException {
        var fund = aFundWithALine(FUND);
        var next = nextYear();
        var alliance = partPaid(fund);
        var decision = approves("commitment", alliance.getString("id"), ALLIANCE).reference();

        var statuses =
                AtOnce.ask(2, () -> carry(alliance, next + "-L01", decision, false).statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(201, 409);
        assertThat(line(next + "-L01").getLong("committedPence")).isEqualTo(REST);
        assertBalances(next, REST);
    }

    @Test
    void needsALaterYearRoomThereAndADecisionThatCoversIt() {
        var fund = aFundWithALine(FUND);
        var alliance = partPaid(fund);
        var next = nextYear();
        var small = withALine(aFund(WAVE_ONE, "2015/16"), REST - 1);
        var covers = approves("commitment", alliance.getString("id"), REST).reference();
        var less = approves("budget-line", next + "-L01", REST - 1).reference();
        var other = approves("budget-line", fund + "-L01", REST).reference();

        refused(carry(alliance, aFundWithALine(FUND) + "-L01", covers, false), "NOT_A_LATER_YEAR");
        refused(carry(alliance, small + "-L01", covers, false), "OVER_COMMITTED");
        refused(carry(alliance, next + "-L01", less, false), "DECISION_AMOUNT");
        refused(carry(alliance, next + "-L01", other, false), "DECISION_SUBJECT");
        carry(alliance, "MCR-NOWHERE-L01", covers, false).then().statusCode(404);
        carry(alliance, next + "-L01", covers, true).then().statusCode(201);

        assertThat(commitment(alliance.getString("id")).getString("state"))
                .isEqualTo("PART_DISCHARGED");
        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(REST);
        assertThat(line(next + "-L01").getLong("committedPence")).isZero();
    }

    private static void refused(Response answer, String code) {
        answer.then().statusCode(422).body("code", equalTo(code));
    }

    private static String nextYear() {
        return withALine(aFund(WAVE_ONE, "2015/16"), FUND);
    }

    private static JsonPath partPaid(String fund) {
        var alliance = opened(fund);
        pay(alliance, PAID).then().statusCode(200);
        return alliance;
    }

    private static Response pay(JsonPath commitment, long pence) {
        return finance()
                .body("{\"amountPence\": %d}".formatted(pence))
                .post(COMMITMENT + "/discharge", commitment.getString("id"));
    }

    private static Response carry(
            JsonPath commitment, String toLine, String decision, boolean dryRun) {
        return finance()
                .queryParam("dryRun", dryRun)
                .body("{\"toLineId\": \"%s\", \"decisionId\": \"%s\"}".formatted(toLine, decision))
                .post(COMMITMENT + "/carry", commitment.getString("id"));
    }
}
