package locality.budget.virement;

import static locality.budget.testing.Manchester.approvesIn;
import static locality.budget.testing.Manchester.delegates;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.virement.TwoLines.move;
import static locality.budget.virement.UnderAScheme.BOARD;
import static locality.budget.virement.UnderAScheme.MANAGERS;
import static locality.budget.virement.UnderAScheme.MANAGERS_IN_THE_YEAR;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the fund manager may decide is made at once and noted; a large virement in small parts goes
/// to the body.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B14")
class VirementTiersTest {

    private static final String COUNCIL = "E08000003";

    @Test
    void isMadeByOfficersWithinTheirTierAndByABodyOnceALineGaveMoreInTheYear() {
        delegates("virement-in-tiers", 10_000_000);
        var fund = UnderAScheme.approved("virement-in-tiers", COUNCIL);

        var first =
                move(fund, MANAGERS, "")
                        .then()
                        .statusCode(201)
                        .body("tier.decider", equalTo("FUND_MANAGER"))
                        .body("tier.managersEmployer", equalTo(COUNCIL))
                        .body("tier.upToPence", equalTo((int) MANAGERS))
                        .body("delegationId", notNullValue())
                        .body("forNoting", equalTo(true))
                        .extract()
                        .<String>path("reference");
        move(fund, 50_001, "")
                .then()
                .statusCode(202)
                .body("tier.decider", equalTo("BODY"))
                .body("tier.inTheYearPence", equalTo((int) MANAGERS_IN_THE_YEAR + 1))
                .body("tier.lines[0].beforePence", equalTo((int) MANAGERS))
                .body("request.function", equalTo(BOARD));
        finance()
                .get("/api/budget/v1/funds/{fund}/virements?forNoting=true", fund)
                .then()
                .statusCode(200)
                .body("items.reference", contains(first));
    }

    @Test
    void isAskedOfABodyWhereAnotherOrganisationEmploysTheManager() {
        delegates("virement-of-others", 10_000_000);
        var fund = UnderAScheme.approved("virement-of-others", "00W");

        move(fund, 1, "")
                .then()
                .statusCode(202)
                .body("tier.decider", equalTo("FUND_MANAGER"))
                .body("tier.managersEmployer", equalTo("00W"))
                .body("delegationId", nullValue())
                .body("request.function", equalTo(BOARD));
    }

    @Test
    void isDecidedByABodyOfAnyTierThatMayDecideSoMuch() {
        var fund = UnderAScheme.approved("virement-cited", COUNCIL);
        var decision = approvesIn(BOARD, "fund", fund, MANAGERS);

        move(fund, MANAGERS, ", \"decisionId\": \"%s\"".formatted(decision.reference()))
                .then()
                .statusCode(201)
                .body("decisionId", equalTo(decision.decisionId().toString()))
                .body("forNoting", equalTo(false));
    }
}
