package locality.budget.plan;

import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.approvesIn;
import static locality.budget.testing.Manchester.as;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PlanApprovalTest {

    @Inject DataSource database;

    @Test
    void isGivenAsAPooledBudgetOrByWhoDecidesOnTheCommitmentsOfTheFund() {
        var pooled = aFundWithALine(100);
        var own = withALine(aFund("transformation"), 100);
        var other = aFundWithALine(100);

        approve(finance(), pooled, approvesIn("pooled-budget", "fund-plan", pooled, 100))
                .then()
                .statusCode(200);
        approve(finance(), own, approvesIn("transformation", "fund-plan", own, 100))
                .then()
                .statusCode(200);
        approve(finance(), other, approvesIn("transformation", "fund-plan", other, 100))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_FUNCTION"))
                .body("neededFunction", equalTo("pooled-budget"));
    }

    @Test
    void isGivenByADecisionAboutEveryCommissionersMoney() {
        var fund = aFundWithALine(100);

        approve(finance(), fund, approves("01N", "fund-plan", fund, 100))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_OWNER"));
        approve(finance(), fund, approves("00W", "fund-plan", fund, 100)).then().statusCode(200);
    }

    @Test
    void keepsNobodyOfAnotherPlaceWaiting() throws Exception {
        var fund = aFundWithALine(100);
        var decision = approvesIn("pooled-budget", "fund-plan", fund, 100);
        var rochdale = as(Tokens.of("finance").from("01D").in(Locality.ROCHDALE));

        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var lock =
                    connection.prepareStatement(
                            "select id from fund where reference = ? for update")) {
                lock.setString(1, fund);
                lock.execute();
                var answered =
                        CompletableFuture.supplyAsync(
                                () -> approve(rochdale, fund, decision).statusCode());

                assertThat(answered.get(20, TimeUnit.SECONDS)).isEqualTo(404);
            } finally {
                connection.rollback();
            }
        }
    }

    private static Response approve(
            RequestSpecification caller, String fund, DecisionTaken decision) {
        return caller.body("{\"decisionId\": \"%s\"}".formatted(decision.decisionId()))
                .post("/api/budget/v1/funds/{fund}/approve", fund);
    }
}
