package locality.budget.virement;

import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approvesIn;
import static locality.budget.testing.Manchester.delegates;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.virement.SchemesOfTests.FUNCTION;
import static locality.budget.virement.SchemesOfTests.MANAGERS;
import static locality.budget.virement.TwoLines.CARERS;
import static locality.budget.virement.TwoLines.INTEGRATED;
import static locality.budget.virement.TwoLines.move;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.budget.testing.Manchester;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the fund manager may decide is made at once and noted; a large virement in small parts goes
/// to the body.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B14")
class VirementTiersTest {

    @Test
    void isMadeByOfficersWithinTheirTierAndByABodyOnceALineGaveMoreInTheYear() {
        delegates(FUNCTION, 10_000_000);
        var fund = Manchester.aFund(FUNCTION);
        Manchester.plan(fund, TwoLines.plan(INTEGRATED, CARERS)).statusCode(200);
        approve(fund, approvesIn(FUNCTION, "fund-plan", fund, INTEGRATED + CARERS)).statusCode(200);

        var first =
                move(fund, MANAGERS, "")
                        .then()
                        .statusCode(201)
                        .body("tier.decider", equalTo("FUND_MANAGER"))
                        .body("delegationId", notNullValue())
                        .body("forNoting", equalTo(true))
                        .extract()
                        .<String>path("reference");
        move(fund, 50_001, "")
                .then()
                .statusCode(202)
                .body("tier.decider", equalTo("BODY"))
                .body("tier.inTheYearPence", equalTo(150_001))
                .body("tier.lines[0].beforePence", equalTo(100_000))
                .body("request.function", equalTo("virement-board"));
        finance()
                .get("/api/budget/v1/funds/{fund}/virements?forNoting=true", fund)
                .then()
                .statusCode(200)
                .body("items.reference", contains(first));
    }
}
