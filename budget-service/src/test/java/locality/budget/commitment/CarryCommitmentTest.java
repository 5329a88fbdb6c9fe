package locality.budget.commitment;

import static locality.budget.commitment.Alliance.ALLIANCE;
import static locality.budget.commitment.Alliance.FUND;
import static locality.budget.commitment.Alliance.assertBalances;
import static locality.budget.commitment.Alliance.opened;
import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.WAVE_ONE;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.approvesIn;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.commitment;
import static locality.budget.testing.Manchester.commitments;
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
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.testing.AtOnce;
import locality.budget.testing.SignedAgreements;
import locality.platform.money.FinancialYear;
import locality.platform.testing.Infrastructure;
import locality.platform.time.BusinessClock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the alliance did not spend of its 2,791,000 pounds in 2014/15 goes on in 2015/16.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B17")
class CarryCommitmentTest {

    private static final LocalDate TODAY = BusinessClock.today(Clock.systemUTC());
    private static final long PAID = 200_000_000;
    private static final long REST = ALLIANCE - PAID;
    private static final String COMMITMENT = "/api/budget/v1/commitments/{id}";

    @Inject ExpireCommitments expire;

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

    @Test
    void goesOnFromTheFirstDayOfAYearThatIsStillAheadAndDoesNotExpireBefore() {
        var function = "carry-" + UUID.randomUUID();
        delegates(function, 10_000);
        var year = FinancialYear.of(TODAY);
        var fund = withALine(aFund(function, year.toString()), 10_000);
        var next =
                withALine(
                        aFund(function, FinancialYear.of(year.end().plusDays(1)).toString()),
                        10_000);
        var promised = untilTheEndOf(year, fund);
        var decision = approvesIn(function, "commitment", promised.getString("id"), 1_000);

        var goesOn =
                carry(promised, next + "-L01", decision.reference(), false)
                        .then()
                        .statusCode(201)
                        .body("effectiveOn", equalTo(year.end().plusDays(1).toString()))
                        .body("expiresOn", nullValue())
                        .extract()
                        .jsonPath();
        expire.handle(year.end().plusDays(1));

        assertThat(commitment(promised.getString("id")).getString("state")).isEqualTo("CARRIED");
        assertThat(commitment(goesOn.getString("id")).getString("state")).isEqualTo("OPEN");
        assertThat(heldOn(fund, year.end())).isEqualTo(1_000);
        assertThat(heldOn(fund, year.end().plusDays(1))).isZero();
        assertThat(heldOn(next, year.end().plusDays(1))).isEqualTo(1_000);
        refused(pay(goesOn, 1), "OUTSIDE_ITS_TERM");
    }

    @Test
    void goesOnOnlyOnALineForTheSameKindOfMoney() {
        var fund = aFundWithALine(FUND);
        var alliance = partPaid(fund);
        var decision = approves("commitment", alliance.getString("id"), REST).reference();

        refused(
                carry(alliance, nextYearOf("CAPITAL,false,,ALIGNED"), decision, false),
                "CARRY_CHANGES_KIND");
        refused(
                carry(alliance, nextYearOf("REVENUE,false,,SHADOW"), decision, false),
                "CARRY_CHANGES_BASIS");
        carry(alliance, nextYearOf("REVENUE,false,DFG,ALIGNED"), decision, false)
                .then()
                .statusCode(422)
                .body("code", equalTo("CARRY_CHANGES_RING_FENCE"))
                .body("line", equalTo(fund + "-L01"))
                .body("toRingFence", equalTo("DFG"));
        var under = withALine(ofYear("2015/16", anAgreement("")), FUND);
        carry(alliance, under + "-L01", decision, false)
                .then()
                .statusCode(422)
                .body("code", equalTo("CARRY_CHANGES_AGREEMENT"))
                .body("agreement", nullValue());
        assertThat(commitment(alliance.getString("id")).getString("state"))
                .isEqualTo("PART_DISCHARGED");
    }

    @Test
    void needsThePermissionOfTheSourceWhereAnAgreementSpeaksOfIt() {
        var silent = anAgreement("");
        var other = anAgreement(scheme("Grant", 500));
        var nothing = anAgreement(scheme("CCG allocation", 0));
        for (var agreement : List.of(silent, other, nothing)) {
            carryUnder(agreement)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("CARRY_NOT_PERMITTED"))
                    .body("fundingSource", equalTo("CCG allocation"))
                    .body("agreement", equalTo(agreement));
        }
        carryUnder(anAgreement(scheme("CCG allocation", 10_000))).then().statusCode(201);
    }

    @Test
    void carriesNoMoreOfASourceThanTheAgreementAllowsOfWhatItGave() {
        var agreement = anAgreement(scheme("CCG allocation", 5_001));
        var fund = withALine(ofYear("2014/15", agreement), 1_999);
        var next = withALine(ofYear("2015/16", agreement), 1_999);

        carryOf(500, fund, next).then().statusCode(201);
        carryOf(500, fund, next)
                .then()
                .statusCode(422)
                .body("code", equalTo("CARRY_BEYOND_SCHEME"))
                .body("fundingSource", equalTo("CCG allocation"))
                .body("agreement", equalTo(agreement))
                .body("givenPence", equalTo(1_999))
                .body("upToBasisPoints", equalTo(5_001))
                .body("allowedPence", equalTo(999))
                .body("carriedPence", equalTo(500))
                .body("askedPence", equalTo(500));
        plan(
                        fund,
                        PLAN_HEADER
                                + aLine("Integrated care", 1_999)
                                + aLine("Beside the fund", 9_000).replace("ALIGNED", "IN_VIEW"))
                .statusCode(200);
        carryOf(500, fund, next).then().statusCode(422).body("givenPence", equalTo(1_999));
        carryOf(499, fund, next).then().statusCode(201);
        assertThat(line(next + "-L01").getLong("committedPence")).isEqualTo(999);
    }

    @Test
    void isDecidedInTheFunctionThatTheAgreementNames() {
        var agreement = anAgreement(scheme("CCG allocation", 10_000, "pooled-budget"));

        carryUnder(agreement)
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_FUNCTION"))
                .body("neededFunction", equalTo("pooled-budget"));
    }

    private static Response carryUnder(String agreement) {
        var fund = withALine(ofYear("2014/15", agreement), 1_000);
        var next = withALine(ofYear("2015/16", agreement), 1_000);
        return carryOf(1_000, fund, next);
    }

    private static Response carryOf(long pence, String fund, String next) {
        var promised =
                commit(
                                fund,
                                pence,
                                ", \"decisionId\": \"%s\""
                                        .formatted(
                                                approves("budget-line", fund + "-L01", pence)
                                                        .decisionId()))
                        .then()
                        .statusCode(201)
                        .extract()
                        .jsonPath();
        var decision = approves("budget-line", next + "-L01", pence).reference();
        return carry(promised, next + "-L01", decision, false);
    }

    private static String scheme(String source, int basisPoints) {
        return scheme(source, basisPoints, WAVE_ONE);
    }

    private static String scheme(String source, int basisPoints, String function) {
        return """
        , "carryForwardScheme": {"sources": [
           {"source": "%s", "upToBasisPoints": %d, "decisionFunction": "%s"}]}
        """
                .formatted(source, basisPoints, function);
    }

    /// An agreement of whose terms these hold from its second month on.
    private static String anAgreement(String more) {
        var reference = "MCR-S75-" + UUID.randomUUID();
        SignedAgreements.inForce(reference);
        var terms =
                """
                {"legalPowers": ["S75"], "host": "E08000003", "basis": "ALIGNED",
                 "fundManager": {"post": "Pooled fund manager", "employer": "E08000003"},
                """;
        finance()
                .body(
                        terms
                                + """
                                 "locality": "E08000003", "reference": "%s", "name": "Section 75",
                                 "startsOn": "2014-04-01"}
                                """
                                        .formatted(reference))
                .post("/api/budget/v1/agreements")
                .then()
                .statusCode(201);
        finance()
                .body(terms + "\"startsOn\": \"2014-05-01\"%s}".formatted(more))
                .post("/api/budget/v1/agreements/{agreement}/terms", reference)
                .then()
                .statusCode(200);
        return reference;
    }

    private static String ofYear(String year, String agreement) {
        var reference = "MCR-CARRY-" + UUID.randomUUID();
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "name": "Better Care Fund",
                         "kind": "POOLED_FUND", "financialYear": "%s", "host": "E08000003",
                         "decisionFunction": "%s", "agreement": "%s"}
                        """
                                .formatted(reference, year, WAVE_ONE, agreement))
                .post("/api/budget/v1/funds")
                .then()
                .statusCode(201);
        return reference;
    }

    /// @return the line's reference
    private static String nextYearOf(String kindToBasis) {
        var fund = aFund(WAVE_ONE, "2015/16");
        plan(
                        fund,
                        PLAN_HEADER
                                + "Integrated care,Integrated care,00W,NHS provider,CCG allocation,%s,%d\n"
                                        .formatted(kindToBasis, FUND))
                .statusCode(200);
        return fund + "-L01";
    }

    private static JsonPath untilTheEndOf(FinancialYear year, String fund) {
        return finance()
                .body(
                        """
                        {"lineId": "%s-L01", "amountPence": 1000, "provider": "RW3",
                         "purpose": "Reablement", "expiresOn": "%s"}
                        """
                                .formatted(fund, year.end()))
                .post(commitments(fund))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static long heldOn(String fund, LocalDate day) {
        return finance()
                .queryParam("effectiveAt", day.toString())
                .get("/api/budget/v1/funds/{fund}/balances", fund)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("items.find { it.account == 'COMMITMENTS' }.balancePence");
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
