package locality.budget.commitment;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.commitment;
import static locality.budget.testing.Manchester.delegates;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Clock;
import java.util.UUID;
import locality.budget.testing.Manchester;
import locality.platform.money.FinancialYear;
import locality.platform.testing.Infrastructure;
import locality.platform.time.BusinessClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class CommitmentResourceTest {

    private static final long LINE = 1_322_100_000;
    private static final String COMMITMENT = "/api/budget/v1/commitments/{id}";

    @Test
    void opensAtOnceInAYearThatIsOverWhenNoDayIsSaid() {
        var fund = withinLimit(50_000_000);

        var opened =
                plain(fund, ", \"interventionId\": \"MCR-REABLE\", \"expiresOn\": \"2015-03-31\"")
                        .then()
                        .statusCode(201)
                        .body("state", equalTo("OPEN"))
                        .body("effectiveOn", equalTo("2014-04-01"))
                        .body("expiresOn", equalTo("2015-03-31"))
                        .extract()
                        .jsonPath();
        plain(fund, "")
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("expiresOn", nullValue());

        discharge(opened, "{\"amountPence\": 1000000}")
                .then()
                .statusCode(200)
                .body("state", equalTo("PART_DISCHARGED"));
        assertThat(entryOf(fund, opened, "paid").getString("effectiveDate"))
                .isEqualTo("2015-03-31");
    }

    @Test
    void opensAtOnceInTheYearThatRunsWhenNoDayIsSaid() {
        var function = "within-" + UUID.randomUUID();
        delegates(function, 50_000_000);
        var today = BusinessClock.today(Clock.systemUTC());
        var year = FinancialYear.of(today);
        var fund = withALine(aFund(function, year.toString()), LINE);

        plain(fund, ", \"expiresOn\": \"%s\"".formatted(year.end()))
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("effectiveOn", equalTo(today.toString()));
    }

    @Test
    void beginsWithTheDecisionCitedWhenNoDayIsSaid() {
        var fund = aFundWithALine(LINE);
        var decision = approves("budget-line", fund + "-L01", LINE);

        plain(
                        fund,
                        ", \"decisionId\": \"%s\", \"expiresOn\": \"2015-03-31\""
                                .formatted(decision.reference()))
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .body("effectiveOn", equalTo("2014-05-14"));
    }

    @Test
    void waitsWhenWhoDelegatesDoesNotOwnTheMoney() {
        var function = "within-" + UUID.randomUUID();
        delegates(function, 50_000_000);
        var fund = aFund(function);
        plan(fund, PLAN_HEADER + aLine("Reablement", LINE).replace(",00W,", ",E08000003,"))
                .statusCode(200);

        plain(fund, "")
                .then()
                .statusCode(202)
                .body("state", equalTo("PENDING_APPROVAL"))
                .body("owners[0].organisation", equalTo("E08000003"));
    }

    @Test
    void isNotSplitToStayBelowTheLimitOfTheOfficers() {
        var fund = withinLimit(50_000_000);

        forIntervention(fund, 30_000_000, "MCR-SPLIT").then().statusCode(201);
        forIntervention(fund, 20_000_001, "MCR-SPLIT").then().statusCode(202);
        forIntervention(fund, 20_000_000, "MCR-SPLIT").then().statusCode(201);
        forIntervention(fund, 50_000_000, "MCR-OTHER").then().statusCode(201);
    }

    @Test
    void isNotOpenedByADecisionAboutTheMoneyOfOthers() {
        var fund = aFundWithALine(LINE);
        var north = approves("01N", "budget-line", fund + "-L01", LINE);

        commit(fund, 279_100_000, ", \"decisionId\": \"%s\"".formatted(north.reference()))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_OWNER"))
                .body("neededOwner", equalTo("00W"))
                .body("neededPence", equalTo(279_100_000))
                .body("owners[0].organisation", equalTo("01N"));
    }

    @Test
    void countsEachOwnersShareUnderOneDecisionAndGivesBackWhatWasReleased() {
        var fund = aFundWithALine(LINE);
        var decision = approves("budget-line", fund + "-L01", 100);
        var cited = ", \"decisionId\": \"%s\"".formatted(decision.reference());
        var first = commit(fund, 60, cited).then().statusCode(201).extract().jsonPath();
        discharge(first, "{\"amountPence\": 10, \"effectiveDate\": \"2014-07-31\"}")
                .then()
                .statusCode(200);

        commit(fund, 41, cited).then().statusCode(422);
        release(first).then().statusCode(200);

        commit(fund, 90, cited).then().statusCode(201);
        commit(fund, 1, cited).then().statusCode(422);
    }

    @Test
    void paysOnlyWithinItsTermAndNotAhead() {
        var fund = withinLimit(50_000_000);
        var opened =
                commit(fund, 1_000, ", \"expiresOn\": \"2014-09-30\"")
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();

        discharge(opened, "{\"amountPence\": 1, \"effectiveDate\": \"2014-05-13\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("OUTSIDE_ITS_TERM"))
                .body("effectiveOn", equalTo("2014-05-14"))
                .body("expiresOn", equalTo("2014-09-30"));
        discharge(opened, "{\"amountPence\": 1, \"effectiveDate\": \"2014-10-01\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("OUTSIDE_ITS_TERM"));
        discharge(opened, "{\"amountPence\": 1, \"effectiveDate\": \"9999-12-31\"}")
                .then()
                .statusCode(422)
                .body("code", equalTo("LIES_AHEAD"));
    }

    @Test
    void refusesOwnersThatAreNamedTwiceOrHaveNothing() {
        var fund = aFundWithALine(LINE);

        plain(
                        fund,
                        ", \"owners\": [{\"organisation\": \"00W\", \"sharePence\": 2000000},"
                                + " {\"organisation\": \"00W\", \"sharePence\": 2000000}]")
                .then()
                .statusCode(422)
                .body("code", equalTo("OWNER_NAMED_TWICE"));
        plain(
                        fund,
                        ", \"owners\": [{\"organisation\": \"00W\", \"sharePence\": 5000000},"
                                + " {\"organisation\": \"01M\", \"sharePence\": -1000000}]")
                .then()
                .statusCode(422)
                .body("code", equalTo("OWNER_WITHOUT_SHARE"));
    }

    @Test
    void changesNothingForWhoReadAnEarlierVersion() {
        var fund = withinLimit(50_000_000);
        var opened = commit(fund, 1_000);
        var tag = opened.header("ETag");
        var id = opened.jsonPath().getString("id");
        discharge(opened.jsonPath(), "{\"amountPence\": 1}").then().statusCode(200);

        finance()
                .header("If-Match", tag)
                .body("{\"amountPence\": 1}")
                .post(COMMITMENT + "/discharge", id)
                .then()
                .statusCode(412);
        finance()
                .header("If-Match", tag)
                .body("{\"reason\": \"Not needed\"}")
                .post(COMMITMENT + "/release", id)
                .then()
                .statusCode(412);

        assertThat(commitment(id).getLong("remainingPence")).isEqualTo(999);
        finance()
                .header("If-Match", finance().get(COMMITMENT, id).header("ETag"))
                .body("{\"reason\": \"Not needed\"}")
                .post(COMMITMENT + "/release", id)
                .then()
                .statusCode(200);
    }

    @Test
    void triesAReleaseOutWithoutKeepingIt() {
        var fund = withinLimit(50_000_000);
        var opened = commit(fund, 1_000).jsonPath();

        finance()
                .queryParam("dryRun", true)
                .body("{\"reason\": \"Not needed\"}")
                .post(COMMITMENT + "/release", opened.getString("id"))
                .then()
                .statusCode(200)
                .body("state", equalTo("RELEASED"));

        assertThat(commitment(opened.getString("id")).getString("state")).isEqualTo("OPEN");
        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(1_000);
    }

    @Test
    void saysOfAPaymentWhoEnteredItNotWhereTheCommitmentWasRead() {
        var fund = withinLimit(50_000_000);
        var opened =
                commit(
                                fund,
                                1_000,
                                ", \"provenance\": {\"kind\": \"STATED\", \"document\": \"Plan\","
                                        + " \"section\": \"3.3.3\"}")
                        .jsonPath();
        discharge(opened, "{\"amountPence\": 1}").then().statusCode(200);
        release(opened).then().statusCode(200);

        assertThat(entryOf(fund, opened, "committed").getString("provenance.document"))
                .isEqualTo("Plan");
        assertThat(entryOf(fund, opened, "paid").getString("provenance.document"))
                .isEqualTo("Entered by E08000003");
        assertThat(entryOf(fund, opened, "released").getString("provenance.document"))
                .isEqualTo("Entered by E08000003");
    }

    /// A fund with a line on which the officers may decide so much at once.
    private static String withinLimit(long limit) {
        var function = "within-" + UUID.randomUUID();
        delegates(function, limit);
        return withALine(aFund(function), LINE);
    }

    private static Response plain(String fund, String more) {
        return finance()
                .body(
                        """
                        {"lineId": "%s-L01", "amountPence": 4000000, "provider": "E08000003",
                         "purpose": "Reablement, additional capacity"%s}
                        """
                                .formatted(fund, more))
                .post(Manchester.commitments(fund));
    }

    private static Response forIntervention(String fund, long pence, String intervention) {
        return commit(fund, pence, ", \"interventionId\": \"%s\"".formatted(intervention));
    }

    private static Response discharge(JsonPath commitment, String body) {
        return finance().body(body).post(COMMITMENT + "/discharge", commitment.getString("id"));
    }

    private static Response release(JsonPath commitment) {
        return finance()
                .body("{\"reason\": \"Not needed\"}")
                .post(COMMITMENT + "/release", commitment.getString("id"));
    }

    /// The entry of a commitment that its description tells apart.
    private static JsonPath entryOf(String fund, JsonPath commitment, String what) {
        return finance()
                .get("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath(
                        "items.find { it.description.startsWith('%s %s') }"
                                .formatted(commitment.getString("reference"), what));
    }
}
