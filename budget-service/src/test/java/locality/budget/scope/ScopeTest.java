package locality.budget.scope;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approvesIn;
import static locality.budget.testing.Manchester.as;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import locality.budget.partnership.Tellings;
import locality.budget.testing.SignedAgreements;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B6")
class ScopeTest {

    @Test
    void listsTheLinesOfAllFundsOfTheYearWithHostManagerVersionAndBasisThatDay() {
        var agreement = anAgreement("MCR-SCOPE-1");
        var councils = aFund(agreement, "MCR-SCOPE-1A", "2014/15", "E08000003");
        var ccgs = aFund(agreement, "MCR-SCOPE-1B", "2014/15", "00W");
        plan(councils, PLAN_HEADER + aLine("Reablement", 500) + aLine("Carers", 300))
                .statusCode(200);
        plan(ccgs, PLAN_HEADER + aLine("Community nursing", 1_000)).statusCode(200);
        finance()
                .body("{\"basis\": \"POOLED\", \"startsOn\": \"2014-10-01\"}")
                .post("/api/budget/v1/lines/{line}/bases", ccgs + "-L01")
                .then()
                .statusCode(200);

        scope(agreement, "2014-09-30")
                .body("agreementVersion", equalTo(1))
                .body("basis", equalTo("POOLED"))
                .body("fundManagerPost", equalTo("Pooled fund manager"))
                .body("lines.line", contains(councils + "-L01", councils + "-L02", ccgs + "-L01"))
                .body("lines.host", contains("E08000003", "E08000003", "00W"))
                .body("sums.basis", contains("ALIGNED"))
                .body("sums.plannedPence", contains(1_800))
                .body("plannedPence", equalTo(1_800));
        scope(agreement, "2014-10-01")
                .body("sums.basis", containsInAnyOrder("POOLED", "ALIGNED"))
                .body("sums.find { it.basis == 'POOLED' }.plannedPence", equalTo(1_000))
                .body("sums.find { it.basis == 'POOLED' }.lines", equalTo(1))
                .body("sums.find { it.basis == 'ALIGNED' }.plannedPence", equalTo(800))
                .body("plannedPence", equalTo(1_800));
    }

    @Test
    void growsFromYearToYear() {
        var agreement = anAgreement("MCR-SCOPE-2");
        plan(
                        aFund(agreement, "MCR-SCOPE-2A", "2014/15", "E08000003"),
                        PLAN_HEADER + aLine("Reablement", 500))
                .statusCode(200);
        plan(
                        aFund(agreement, "MCR-SCOPE-2B", "2015/16", "E08000003"),
                        PLAN_HEADER + aLine("Reablement", 500) + aLine("Mental health", 700))
                .statusCode(200);

        scope(agreement, "2015-03-31").body("plannedPence", equalTo(500));
        scope(agreement, "2015-04-01").body("plannedPence", equalTo(1_200));
        scope(agreement, "2013-04-01")
                .body("lines", hasSize(0))
                .body("agreementVersion", nullValue())
                .body("plannedPence", equalTo(0));
    }

    @Test
    void isThatOfThePlanAsItStoodOnTheDay() {
        var agreement = anAgreement("MCR-SCOPE-5");
        var fund = aFund(agreement, "MCR-SCOPE-5A", "2014/15", "E08000003");
        itIs("2014-06-01");
        plan(fund, PLAN_HEADER + aLine("Reablement", 500) + aLine("Carers", 300)).statusCode(200);
        itIs("2014-07-10");
        plan(fund, PLAN_HEADER + aLine("Reablement", 700)).statusCode(200);

        for (var day : new String[] {"2014-05-01", "2014-06-01", "2014-07-09"}) {
            scope(agreement, day)
                    .body("lines.line", contains(fund + "-L01", fund + "-L02"))
                    .body("lines.currentPence", contains(500, 300))
                    .body("plannedPence", equalTo(800));
        }
        scope(agreement, "2014-07-10")
                .body("lines.line", contains(fund + "-L01"))
                .body("plannedPence", equalTo(700))
                .body("currentPence", equalTo(700));
    }

    @Test
    void isThatOfTheLastPlanWhereAYearWasEnteredOnlyWhenItWasOver() {
        var agreement = anAgreement("MCR-SCOPE-6");
        var fund = aFund(agreement, "MCR-SCOPE-6A", "2014/15", "E08000003");
        plan(fund, PLAN_HEADER + aLine("Reablement", 500)).statusCode(200);
        plan(fund, PLAN_HEADER + aLine("Reablement", 700)).statusCode(200);

        scope(agreement, "2014-05-01").body("plannedPence", equalTo(700));
    }

    @Test
    void isThatOfTheVersionApprovedByTheDayWhateverIsDraftedAfterwards() {
        var agreement = anAgreement("MCR-SCOPE-10");
        var fund = aFund(agreement, "MCR-SCOPE-10A", "2014/15", "E08000003");
        itIs("2014-06-01");
        plan(fund, PLAN_HEADER + aLine("Reablement", 500)).statusCode(200);
        itIs("2014-07-01");
        approve(fund, approvesIn("pooled-budget", "fund-plan", fund, 500)).statusCode(200);
        itIs("2014-09-10");
        plan(fund, PLAN_HEADER + aLine("Reablement", 5_000)).statusCode(200);
        itIs("2014-10-01");
        plan(fund, PLAN_HEADER + aLine("Reablement", 700)).statusCode(200);
        itIs("2014-10-20");
        approve(fund, approvesIn("pooled-budget", "fund-plan", fund, 700)).statusCode(200);

        for (var day : new String[] {"2014-06-01", "2014-09-15", "2014-10-19"}) {
            scope(agreement, day).body("plannedPence", equalTo(500));
        }
        scope(agreement, "2014-10-20").body("plannedPence", equalTo(700));
    }

    @Test
    void isThatOfTheApprovedPlanWhereAYearWasEnteredOnlyWhenItWasOver() {
        var agreement = anAgreement("MCR-SCOPE-11");
        var fund = aFund(agreement, "MCR-SCOPE-11A", "2014/15", "E08000003");
        plan(fund, PLAN_HEADER + aLine("Reablement", 500)).statusCode(200);
        approve(fund, approvesIn("pooled-budget", "fund-plan", fund, 500)).statusCode(200);
        plan(fund, PLAN_HEADER + aLine("Reablement", 5_000)).statusCode(200);

        scope(agreement, "2014-09-15").body("plannedPence", equalTo(500));
    }

    @Test
    void hasWhatWasMovedByTheDay() {
        var agreement = anAgreement("MCR-SCOPE-7");
        var fund = aFund(agreement, "MCR-SCOPE-7A", "2014/15", "E08000003");
        plan(fund, PLAN_HEADER + aLine("Reablement", 500) + aLine("Carers", 300)).statusCode(200);
        approve(fund, approvesIn("pooled-budget", "fund-plan", fund, 800)).statusCode(200);
        moveToCarers(fund, approvesIn("commissioning", "fund", fund, 100).reference());

        scope(agreement, "2014-09-09").body("lines.currentPence", contains(500, 300));
        scope(agreement, "2014-09-10")
                .body("lines.plannedPence", contains(500, 300))
                .body("lines.currentPence", contains(400, 400))
                .body("currentPence", equalTo(800));
        assertThat(line(fund + "-L02").getLong("currentPence")).isEqualTo(400);
    }

    @Test
    void countsNothingThatIsOnlyInView() {
        var agreement = anAgreement("MCR-SCOPE-8");
        var fund = aFund(agreement, "MCR-SCOPE-8A", "2014/15", "E08000003");
        var seen = aLine("Primary care", 10_000).replace("ALIGNED", "IN_VIEW");
        plan(fund, PLAN_HEADER + aLine("Reablement", 500) + seen).statusCode(200);

        scope(agreement, "2014-05-01")
                .body("lines.basis", contains("ALIGNED", "IN_VIEW"))
                .body("sums.find { it.basis == 'IN_VIEW' }.plannedPence", equalTo(10_000))
                .body("plannedPence", equalTo(500))
                .body("currentPence", equalTo(500));
    }

    @Test
    void namesTheVersionInForceAndThatOfTheTerms() {
        var agreement = anAgreement("MCR-SCOPE-9");
        var governance = Tellings.of(agreement, Locality.MANCHESTER);
        SignedAgreements.tell(
                governance, governance.version(1, "TERMINATED", "2014-10-01", "2014-04-01"));

        scope(agreement, "2014-09-30")
                .body("agreementVersion", equalTo(1))
                .body("termsVersion", equalTo(1));
        scope(agreement, "2014-10-01")
                .body("agreementVersion", nullValue())
                .body("termsVersion", equalTo(1));
    }

    @Test
    void isAlsoASpreadsheet() {
        var agreement = anAgreement("MCR-SCOPE-3");
        var fund = aFund(agreement, "MCR-SCOPE-3A", "2014/15", "00W");
        plan(fund, PLAN_HEADER + aLine("Reablement", 500)).statusCode(200);

        var table =
                finance()
                        .accept("text/csv")
                        .queryParam("on", "2014-09-30")
                        .get("/api/budget/v1/agreements/{agreement}/scope", agreement)
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .extract()
                        .asString();

        assertThat(table)
                .contains("MCR-SCOPE-3,2014-09-30,1,MCR-SCOPE-3A,00W,Pooled fund manager,E08000003")
                .contains("Reablement,Integrated care,00W,CCG allocation,ALIGNED,500,500");
    }

    @Test
    void isNotToBeFoundByAnotherPlace() {
        var agreement = anAgreement("MCR-SCOPE-4");

        as(Tokens.of("finance").in(Locality.ROCHDALE))
                .get("/api/budget/v1/agreements/{agreement}/scope", agreement)
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    private static void itIs(String day) {
        QuarkusMock.installMockForType(
                Clock.fixed(Instant.parse(day + "T12:00:00Z"), ZoneOffset.UTC), Clock.class);
    }

    private static void moveToCarers(String fund, String decision) {
        finance()
                .body(
                        """
                        {"moves": [{"lineId": "%1$s-L01", "amountPence": -100},
                                   {"lineId": "%1$s-L02", "amountPence": 100}],
                         "reason": "Reablement starts earlier", "effectiveOn": "2014-09-10",
                         "decisionId": "%2$s"}
                        """
                                .formatted(fund, decision))
                .post("/api/budget/v1/funds/{fund}/virements", fund)
                .then()
                .statusCode(201);
    }

    private static ValidatableResponse scope(String agreement, String day) {
        return finance()
                .queryParam("on", day)
                .get("/api/budget/v1/agreements/{agreement}/scope", agreement)
                .then()
                .statusCode(200);
    }

    private static String anAgreement(String reference) {
        SignedAgreements.inForce(reference);
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "name": "Section 75 agreement",
                         "legalPowers": ["S75"], "host": "E08000003", "basis": "POOLED",
                         "fundManager": {"post": "Pooled fund manager", "employer": "E08000003"},
                         "startsOn": "2014-04-01"}
                        """
                                .formatted(reference))
                .post("/api/budget/v1/agreements")
                .then()
                .statusCode(201);
        return reference;
    }

    private static String aFund(String agreement, String reference, String year, String host) {
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "name": "Pooled fund",
                         "kind": "POOLED_FUND", "financialYear": "%s", "agreement": "%s",
                         "host": "%s"}
                        """
                                .formatted(reference, year, agreement, host))
                .post("/api/budget/v1/funds")
                .then()
                .statusCode(201);
        return reference;
    }
}
