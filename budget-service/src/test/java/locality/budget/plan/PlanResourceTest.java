package locality.budget.plan;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.plan;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PlanResourceTest {

    @Test
    @Tag("B15")
    void asksForADecisionOfItsOwnWhenThePlanHasChanged() {
        var fund = aFundWithALine(1_000);
        var first = approves("fund-plan", fund, 2_000);
        approve(fund, first).statusCode(200);
        approve(fund, first).statusCode(200).body("approval.planVersion", equalTo(1));
        plan(fund, PLAN_HEADER + aLine("Integrated care", 2_000)).statusCode(200);

        approve(fund, first)
                .statusCode(422)
                .body("code", equalTo("DECISION_ON_ANOTHER_VERSION"))
                .body("approvedPlanVersion", equalTo(1))
                .body("planVersion", equalTo(2));
        approve(fund, approves("fund-plan", fund, 2_000))
                .statusCode(200)
                .body("approval.planVersion", equalTo(2));
    }

    @Test
    void postsWhatAChangedPlanAddsWhateverTheClockOfAReplicaSays() {
        var fund = aFundWithALine(1_000);
        approve(fund, approves("fund-plan", fund, 1_000)).statusCode(200);
        plan(fund, PLAN_HEADER + aLine("Integrated care", 1_500)).statusCode(200);
        var second = approves("fund-plan", fund, 1_500);

        QuarkusMock.installMockForType(
                Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)), Clock.class);
        approve(fund, second).statusCode(200);

        balances(fund)
                .body(
                        "items.find { it.account == 'BUDGET' && it.lineId != null }.balancePence",
                        equalTo(1_500));
    }

    @Test
    void triesAnApprovalOutWithoutKeepingIt() {
        var fund = aFundWithALine(1_000);
        var decision = approves("fund-plan", fund, 1_000);

        finance()
                .queryParam("dryRun", true)
                .body("{\"decisionId\": \"%s\"}".formatted(decision.decisionId()))
                .post("/api/budget/v1/funds/{fund}/approve", fund)
                .then()
                .statusCode(200)
                .body("approval.planVersion", equalTo(1));

        finance().get("/api/budget/v1/funds/{fund}", fund).then().body("approval", nullValue());
        balances(fund).body("items", hasSize(0));
    }

    private static ValidatableResponse balances(String fund) {
        return finance().get("/api/budget/v1/funds/{fund}/balances", fund).then().statusCode(200);
    }
}
