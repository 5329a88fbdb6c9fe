package locality.budget.planversion;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.as;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B15")
class PlanVersionTest {

    private static final String PLANS = "/api/budget/v1/funds/{fund}/plans";

    @Test
    void goesFromOutlineToFinalAndKeepsEachPlanAsItWas() {
        var fund = aFund();
        planAt(fund, "OUTLINE", aLine("Carers", 100) + aLine("Care Bill", 200));
        planAt(fund, "REVISED", aLine("Carers", 150) + aLine("Care Bill", 200));
        planAt(fund, "REVISED", aLine("Carers", 150) + aLine("Reablement", 250));
        planAt(fund, "DRAFT", aLine("Carers", 150) + aLine("Reablement", 250));
        advance(fund, "FINAL").statusCode(200).body("planStage", equalTo("FINAL"));

        finance()
                .get(PLANS, fund)
                .then()
                .statusCode(200)
                .body("items.version", contains(1, 2, 3, 4, 5))
                .body("items.stage", contains("OUTLINE", "REVISED", "REVISED", "DRAFT", "FINAL"))
                .body("items.plannedPence", contains(300, 350, 400, 400, 400));
        version(fund, 1)
                .body("plan.stage", equalTo("OUTLINE"))
                .body("lines.scheme", contains("Carers", "Care Bill"))
                .body("lines.plannedPence", contains(100, 200));
        version(fund, 5).body("lines.scheme", contains("Carers", "Reablement"));
    }

    @Test
    void neverGoesBack() {
        var fund = aFund();
        planAt(fund, "DRAFT", aLine("Carers", 100));

        importAt(fund, "REVISED", aLine("Carers", 200))
                .statusCode(409)
                .body("code", equalTo("PLAN_STAGE"))
                .body("stage", equalTo("DRAFT"))
                .body("askedStage", equalTo("REVISED"));
        advance(fund, "DRAFT").statusCode(409).body("code", equalTo("PLAN_STAGE"));
        advance(fund, "OUTLINE").statusCode(409).body("code", equalTo("PLAN_STAGE"));
        advance(aFund(), "DRAFT").statusCode(409).body("code", equalTo("NOT_PLANNED"));

        finance()
                .get("/api/budget/v1/funds/{fund}", fund)
                .then()
                .body("planVersion", equalTo(1))
                .body("plannedPence", equalTo(100));
    }

    @Test
    void staysAtItsStageWhenAPlanSaysNone() {
        var fund = aFund();
        planAt(fund, "REVISED", aLine("Carers", 100));

        plan(fund, PLAN_HEADER + aLine("Carers", 200))
                .statusCode(200)
                .body("stage", equalTo("REVISED"));
        importAt(fund, "REVISED", aLine("Carers", 200))
                .statusCode(200)
                .body("planVersion", equalTo(2))
                .body("unchanged", equalTo(1));
    }

    @Test
    void letsNoMoneyMoveForADraftThatABodyApproved() {
        var fund = aFund();
        planAt(fund, "DRAFT", aLine("Carers", 100));
        var onDraft = approves("fund-plan", fund, 100);

        approve(fund, onDraft).statusCode(200).body("approval", nullValue());

        finance()
                .get(PLANS, fund)
                .then()
                .body("items[0].approvals.reference", contains(onDraft.reference()))
                .body("items[0].approvals.body", contains("Central Manchester CCG Governing Body"));
        spend(fund).statusCode(422).body("code", equalTo("NO_AUTHORITY"));
        advance(fund, "FINAL").statusCode(200);
        approve(fund, onDraft).statusCode(422).body("code", equalTo("DECISION_ON_ANOTHER_VERSION"));
        approve(fund, approves("fund-plan", fund, 100))
                .statusCode(200)
                .body("approval.planVersion", equalTo(2));
        spend(fund).statusCode(201);
    }

    @Test
    void letsMoneyMoveForADraftThatTheDecisionNames() {
        var fund = aFund();
        planAt(fund, "DRAFT", aLine("Carers", 100));

        approve(fund, approves("fund-plan", fund + "/OUTLINE", 100))
                .statusCode(422)
                .body("code", equalTo("DECISION_SUBJECT"));
        approve(fund, approves("fund-plan", fund + "/DRAFT", 100))
                .statusCode(200)
                .body("approval.planVersion", equalTo(1));

        spend(fund).statusCode(201);
    }

    @Test
    void showsWhatChangedBetweenTwoVersions() {
        var fund = aFund();
        plan(fund, PLAN_HEADER + aLine("Carers", 100) + aLine("Care Bill", 200) + aLine("Kept", 1));
        plan(
                        fund,
                        PLAN_HEADER
                                + aLine("Carers", 150).replace("false", "true")
                                + aLine("Reablement", 250)
                                + aLine("Kept", 1))
                .statusCode(200);

        finance()
                .get(PLANS + "/2/differences", fund)
                .then()
                .statusCode(200)
                .body("fromPence", equalTo(301))
                .body("toPence", equalTo(401))
                .body("differencePence", equalTo(100))
                .body("lines.differencePence.sum()", equalTo(100))
                .body("lines.scheme", contains("Carers", "Care Bill", "Reablement"))
                .body("lines.change", contains("CHANGED", "WITHDRAWN", "ADDED"))
                .body("lines[0].changed", contains("recurrent", "plannedPence"));
        finance()
                .queryParam("from", 2)
                .get(PLANS + "/1/differences", fund)
                .then()
                .body("differencePence", equalTo(-100));
        var table = finance().accept("text/csv").get(PLANS + "/2/differences", fund).asString();
        assertThat(table)
                .contains("Carers,CHANGED,100,150,50,recurrent; plannedPence")
                .contains("Reablement,ADDED,0,250,250,");
    }

    @Test
    void isAlsoASpreadsheet() {
        var fund = aFundWithALine(1_000);

        var table = finance().accept("text/csv").get(PLANS + "/1", fund).asString();

        assertThat(table).startsWith("line,scheme").contains(fund + "-L01,Integrated care");
    }

    @Test
    void isNotToBeFoundByAnotherPlaceNorBeforeItWasMade() {
        var fund = aFundWithALine(1_000);

        finance().get(PLANS + "/2", fund).then().statusCode(404);
        finance().get(PLANS + "/1/differences", fund).then().statusCode(404);
        as(Tokens.of("finance").in(Locality.ROCHDALE)).get(PLANS, fund).then().statusCode(404);
    }

    @Test
    void triesAStageOutWithoutKeepingIt() {
        var fund = aFundWithALine(1_000);

        finance()
                .queryParam("dryRun", true)
                .body("{\"stage\": \"FINAL\"}")
                .post("/api/budget/v1/funds/{fund}/plan/stage", fund)
                .then()
                .statusCode(200)
                .body("planStage", equalTo("FINAL"));

        finance().get(PLANS, fund).then().body("items", hasSize(1));
    }

    private static void planAt(String fund, String stage, String lines) {
        importAt(fund, stage, lines).statusCode(200).body("stage", equalTo(stage));
    }

    private static ValidatableResponse importAt(String fund, String stage, String lines) {
        return finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .queryParam("stage", stage)
                .contentType("text/csv")
                .body(PLAN_HEADER + lines)
                .post("/api/budget/v1/funds/{fund}/lines", fund)
                .then();
    }

    private static ValidatableResponse advance(String fund, String stage) {
        return finance()
                .body("{\"stage\": \"%s\"}".formatted(stage))
                .post("/api/budget/v1/funds/{fund}/plan/stage", fund)
                .then();
    }

    private static ValidatableResponse version(String fund, int version) {
        return finance().get(PLANS + "/{version}", fund, version).then().statusCode(200);
    }

    private static ValidatableResponse spend(String fund) {
        return finance()
                .body(
                        """
                        {"effectiveDate": "2014-06-30", "description": "Carers, first quarter",
                         "postings": [{"account": "SPEND", "lineId": "%s-L01", "amountPence": 10},
                                      {"account": "HOST_CASH", "amountPence": -10}]}
                        """
                                .formatted(fund))
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .then();
    }
}
