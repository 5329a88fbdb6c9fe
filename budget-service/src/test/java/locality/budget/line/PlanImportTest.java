package locality.budget.line;

import static java.util.stream.Collectors.joining;
import static locality.budget.testing.Manchester.BETTER_CARE_FUND;
import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class PlanImportTest {

    @Test
    void plansTheBetterCareFundOfManchester() {
        var fund = aFund();

        plan(fund, BETTER_CARE_FUND)
                .statusCode(200)
                .body("plannedPence", equalTo(3_267_100_000L))
                .body("added", equalTo(6));

        finance()
                .get("/api/budget/v1/funds/{fund}", fund)
                .then()
                .body("plannedPence", equalTo(3_267_100_000L))
                .body("planVersion", equalTo(1));
        finance()
                .get("/api/budget/v1/funds/{fund}/lines", fund)
                .then()
                .body("items", hasSize(6))
                .body("items.reference", hasItem(fund + "-L06"))
                .body("items[5].availablePence", equalTo(1_322_100_000));
    }

    @Test
    void changesNothingWhenItIsOnlyTried() {
        var fund = aFund();

        finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .queryParam("dryRun", true)
                .contentType("text/csv")
                .body(BETTER_CARE_FUND)
                .post("/api/budget/v1/funds/{fund}/lines", fund)
                .then()
                .statusCode(200)
                .body("planVersion", equalTo(1))
                .body("plannedPence", equalTo(3_267_100_000L))
                .body("added", equalTo(6));

        finance()
                .get("/api/budget/v1/funds/{fund}", fund)
                .then()
                .body("plannedPence", equalTo(0))
                .body("planVersion", equalTo(0));
    }

    @Test
    @Tag("B3")
    void leavesTheCommittedServicesWhenTheLocalDevelopmentFundIsTakenOut() {
        var fund = aFund();
        plan(fund, BETTER_CARE_FUND).statusCode(200);

        finance()
                .get("/api/budget/v1/funds/{fund}/lines", fund)
                .then()
                .body(
                        "items.findAll { it.scheme != 'Local Development Fund' }"
                                + ".plannedPence.sum()",
                        equalTo(1_945_000_000));
    }

    @Test
    void plansTheBetterCareFundOfTheYearAfter() {
        var year2015 =
                BETTER_CARE_FUND
                        .replace("ALIGNED,0\n", "ALIGNED,200000000\n")
                        .replace("1322100000", "2144000000")
                        .replace("3267100000", "4289000000");

        plan(aFund(), year2015).statusCode(200).body("plannedPence", equalTo(4_289_000_000L));
    }

    @Test
    void aPlanTooLargeToBeToldIsRefusedAndAThousandLinesAreNot() {
        var fund = aFund();

        plan(fund, planOf(3000))
                .statusCode(422)
                .body("code", equalTo("EVENT_TOO_LARGE"))
                .body("eventType", equalTo("budget.fund-planned.v1"))
                .body("largestBytes", equalTo(524_288));
        finance()
                .get("/api/budget/v1/funds/{fund}", fund)
                .then()
                .body("plannedPence", equalTo(0))
                .body("planVersion", equalTo(0));

        plan(fund, planOf(1000)).statusCode(200).body("added", equalTo(1000));
    }

    private static String planOf(int lines) {
        return IntStream.range(0, lines)
                .mapToObj(i -> aLine("Community services of neighbourhood " + i, 100))
                .collect(joining("", PLAN_HEADER, ""));
    }

    @Test
    @Tag("B8")
    void plansTheCareBillWithItsNegativeLine() {
        var pounds =
                List.of(33, 181, 360, 0, 271, 54, 88, 437, 48, 72, 27, 50, -148).stream()
                        .map(thousands -> thousands * 100_000L)
                        .toList();
        var plan = new StringBuilder(PLAN_HEADER);
        for (int i = 0; i < pounds.size(); i++) {
            plan.append(aLine("Care Bill " + (i + 1), pounds.get(i)));
        }
        plan.append(aLine("Care Bill capital", 54_400_000).replace("REVENUE", "CAPITAL"));

        plan(aFund(), plan + "TOTAL,,,,,,,,,201700000\n")
                .statusCode(200)
                .body("added", equalTo(14))
                .body("plannedPence", equalTo(201_700_000));
    }

    @Test
    void refusesAWrongTotalWhole() {
        var fund = aFund();

        plan(fund, BETTER_CARE_FUND.replace("3267100000", "3267100001"))
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("errors.where", contains("line 8, plannedPence"));

        assertNothingIsPlanned(fund);
    }

    @Test
    void refusesOneBadRowWithTheWholeFileAndNamesIt() {
        var fund = aFund();

        plan(fund, BETTER_CARE_FUND.replace("DFG,ALIGNED", "DFG,SHARED"))
                .statusCode(400)
                .body("errors.where", contains("line 4, basis"));

        assertNothingIsPlanned(fund);
    }

    @Test
    @Tag("B5")
    void refusesAPooledLineWithoutASection75Agreement() {
        var fund = aFund();

        plan(fund, BETTER_CARE_FUND.replace("false,,ALIGNED", "false,,POOLED"))
                .statusCode(400)
                .body("errors.where", contains("line 7, basis"));
    }

    @Test
    @Tag("B5")
    void poolsALineOnlyWhereTheAgreementPoolsToo() {
        var pooled = PLAN_HEADER + aLine("Integrated care", 1_000).replace("ALIGNED", "POOLED");

        plan(aFundUnderAnAgreement("SHADOW"), pooled)
                .statusCode(400)
                .body("errors.where", contains("line 2, basis"));
        plan(aFundUnderAnAgreement("POOLED"), pooled).statusCode(200).body("added", equalTo(1));
    }

    @Test
    @Tag("B5")
    void keepsTheBasisUnderWhichMoneyIsPromised() {
        var fund = aFundWithALine(1_000);
        var seen = PLAN_HEADER + aLine("Integrated care", 1_000).replace("ALIGNED", "IN_VIEW");
        plan(fund, seen).statusCode(200).body("changed", equalTo(1));
        plan(fund, PLAN_HEADER + aLine("Integrated care", 1_000)).statusCode(200);
        commit(fund, 600).then().statusCode(202);

        plan(fund, seen)
                .statusCode(400)
                .body("errors.where", contains("line 2, basis"))
                .body("errors.message[0]", containsString("requested 600"));
    }

    @Test
    void replacesOnlyThePlanThatWasRead() {
        var fund = aFundWithALine(1_000);
        var read = finance().get("/api/budget/v1/funds/{fund}", fund).header("ETag");

        importIfMatch(fund, read, 2_000).statusCode(200);
        importIfMatch(fund, read, 3_000).statusCode(412).body("code", equalTo("STALE"));

        assertThat(line(fund + "-L01").getLong("plannedPence")).isEqualTo(2_000);
    }

    @Test
    void changesNothingWhenTheSameFileComesAgain() {
        var fund = aFund();
        plan(fund, BETTER_CARE_FUND).statusCode(200);

        plan(fund, BETTER_CARE_FUND)
                .statusCode(200)
                .body("planVersion", equalTo(1))
                .body("unchanged", equalTo(6))
                .body("changed", equalTo(0));
    }

    @Test
    void takesBackWhatItExportedWithOneFigureChanged() {
        var fund = aFund();
        plan(fund, BETTER_CARE_FUND).statusCode(200);
        var exported = export(fund);

        assertThat(exported).startsWith("reference,version,scheme,areaOfSpend");
        plan(fund, exported.replace("1322100000", "1322100001"))
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(5))
                .body("planVersion", equalTo(2));
        plan(fund, exported)
                .statusCode(400)
                .body("errors.where", contains("line 2, planVersion", "line 7, version"));
    }

    @Test
    void withdrawsALineThatTheNewPlanLacksAndTakesItBackLater() {
        var fund = aFund();
        plan(fund, PLAN_HEADER + aLine("Carers", 100) + aLine("Care Bill", 200)).statusCode(200);

        plan(fund, PLAN_HEADER + aLine("Carers", 100))
                .statusCode(200)
                .body("withdrawn", equalTo(1))
                .body("plannedPence", equalTo(100));
        plan(fund, PLAN_HEADER + aLine("Carers", 100) + aLine("Care Bill", 300))
                .statusCode(200)
                .body("changed", equalTo(1));

        finance()
                .get("/api/budget/v1/funds/{fund}/lines", fund)
                .then()
                .body("items.plannedPence", contains(100, 300));
    }

    @Test
    void plansNoLessThanWhatIsPromised() {
        var fund = aFundWithALine(1_000);
        commit(fund, 600).then().statusCode(202);

        plan(fund, PLAN_HEADER + aLine("Integrated care", 599))
                .statusCode(400)
                .body("errors.where", contains("line 2, plannedPence"));
        plan(fund, PLAN_HEADER + aLine("Another", 1_000))
                .statusCode(422)
                .body("code", equalTo("LINE_IN_USE"));
    }

    @Test
    void asksForAnIdempotencyKey() {
        finance()
                .contentType("text/csv")
                .body(BETTER_CARE_FUND)
                .post("/api/budget/v1/funds/{fund}/lines", aFund())
                .then()
                .statusCode(422)
                .body("code", equalTo("IDEMPOTENCY_KEY_REQUIRED"));
    }

    @Test
    void givesTheFirstAnswerAgainForTheSameKey() {
        var fund = aFund();
        var key = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            finance()
                    .header("Idempotency-Key", key)
                    .contentType("text/csv")
                    .body(BETTER_CARE_FUND)
                    .post("/api/budget/v1/funds/{fund}/lines", fund)
                    .then()
                    .statusCode(200)
                    .body("added", equalTo(6));
        }
    }

    private static ValidatableResponse importIfMatch(String fund, String tag, long pence) {
        return finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", tag)
                .contentType("text/csv")
                .body(PLAN_HEADER + aLine("Integrated care", pence))
                .post("/api/budget/v1/funds/{fund}/lines", fund)
                .then();
    }

    private static String export(String fund) {
        return finance()
                .accept("text/csv")
                .get("/api/budget/v1/funds/{fund}/lines", fund)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
    }

    private static void assertNothingIsPlanned(String fund) {
        finance().get("/api/budget/v1/funds/{fund}/lines", fund).then().body("items", hasSize(0));
    }
}
