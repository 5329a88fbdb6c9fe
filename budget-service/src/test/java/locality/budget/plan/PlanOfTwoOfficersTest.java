package locality.budget.plan;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two finance officers plan one fund anew by export, change and import.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B15")
class PlanOfTwoOfficersTest {

    private static final String SCHEME = "Integrated care";

    @Test
    void theSecondDropsNothingOfTheFirst() {
        var fund = anApprovedFund(1_000);
        var read = export(fund, "IN_FORCE");
        plan(fund, PLAN_HEADER + aLine(SCHEME, 1_200) + aLine("Carers", 300)).statusCode(200);

        for (var sheet : new String[] {read, export(fund, "IN_FORCE")}) {
            plan(fund, sheet.replace(",1000,", ",1100,"))
                    .statusCode(400)
                    .body("code", equalTo("MALFORMED"))
                    .body("errors.where", contains("line 2, planVersion"))
                    .body(
                            "errors.message",
                            contains(
                                    "exported from plan 1, the plan that stands is 2: export that"
                                            + " one, plan=UNDER_WAY"));
        }
        version(fund, 2).body("lines.plannedPence", contains(1_200, 300));

        plan(fund, export(fund, "UNDER_WAY").replace(",300,", ",400,"))
                .statusCode(200)
                .body("planVersion", equalTo(3))
                .body("changed", equalTo(1))
                .body("unchanged", equalTo(1))
                .body("withdrawn", equalTo(0));
        version(fund, 3)
                .body("lines.scheme", contains(SCHEME, "Carers"))
                .body("lines.plannedPence", contains(1_200, 400));
        approve(fund, approves("fund-plan", fund, 1_600)).statusCode(200);
        assertThat(export(fund, "IN_FORCE")).isEqualTo(export(fund, "UNDER_WAY"));
    }

    @Test
    void ofTwoSheetsOfOneDraftTheFirstIsTaken() {
        var fund = anApprovedFund(1_000);
        plan(fund, PLAN_HEADER + aLine(SCHEME, 1_200) + aLine("Carers", 300)).statusCode(200);
        var draft = export(fund, "UNDER_WAY");

        plan(fund, draft.replace(",1200,", ",1250,")).statusCode(200);
        plan(fund, draft.replace(",300,", ",350,"))
                .statusCode(400)
                .body("errors.where", contains("line 2, planVersion"));

        version(fund, 3).body("lines.plannedPence", contains(1_250, 300));
    }

    @Test
    void theDraftAsItWasExportedChangesNothing() {
        var fund = anApprovedFund(1_000);
        plan(
                        fund,
                        PLAN_HEADER.replace(
                                        "plannedPence",
                                        "plannedPence,function,schemeType,status,plannedUnits,unit")
                                + aLine(SCHEME, 1_200).strip()
                                + ",somebody-elses,Reablement,NEW,12.5,Packages\n")
                .statusCode(200);

        plan(fund, export(fund, "UNDER_WAY"))
                .statusCode(200)
                .body("planVersion", equalTo(2))
                .body("unchanged", equalTo(1));
    }

    @Test
    void whileNoneWasApprovedThereIsOnePlan() {
        var fund = aFund();
        assertThat(export(fund, "UNDER_WAY")).isEqualTo(export(fund, "IN_FORCE"));
        plan(fund, PLAN_HEADER + aLine(SCHEME, 1_000)).statusCode(200);

        assertThat(export(fund, "UNDER_WAY"))
                .isEqualTo(export(fund, "IN_FORCE"))
                .contains("planVersion");
    }

    private static ValidatableResponse version(String fund, int version) {
        return finance()
                .get("/api/budget/v1/funds/{fund}/plans/{version}", fund, version)
                .then()
                .statusCode(200);
    }

    private static String export(String fund, String plan) {
        return finance()
                .accept("text/csv")
                .queryParam("plan", plan)
                .get("/api/budget/v1/funds/{fund}/lines", fund)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
    }
}
