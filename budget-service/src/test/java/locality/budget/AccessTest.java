package locality.budget;

import static locality.budget.agreement.AgreementsToWalk.agreement;
import static locality.budget.fund.FundsToWalk.fund;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.function.BiConsumer;
import locality.budget.agreement.AgreementsToWalk;
import locality.budget.allocation.AllocationsToWalk;
import locality.budget.commitment.CommitmentsToWalk;
import locality.budget.comparison.ComparisonsToWalk;
import locality.budget.contribution.ContributionsToWalk;
import locality.budget.figure.FiguresToWalk;
import locality.budget.fund.FundsToWalk;
import locality.budget.ledger.EntriesToWalk;
import locality.budget.line.LinesToWalk;
import locality.budget.performance.PerformancePayToWalk;
import locality.budget.plan.PlansToWalk;
import locality.budget.protection.ProtectedAmountsToWalk;
import locality.budget.saving.SavingsToWalk;
import locality.budget.testing.Manchester;
import locality.budget.testing.WalkedFund;
import locality.budget.virement.VirementsToWalk;
import locality.budget.worklist.WorklistToWalk;
import locality.platform.place.Locality;
import locality.platform.testing.AccessTable;
import locality.platform.testing.AccessTable.Things;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/// Who may do what in budget-service, and in which place.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AccessTest {

    private static final String BUDGET = "/api/budget/v1";
    private static final AccessTable TABLE = AccessTable.of("budget");

    /// Each feature adds its things of Manchester, and what its commands are called with; what one
    /// is about that another named comes after it.
    private static final List<BiConsumer<Things, WalkedFund>> FEATURES =
            List.of(
                    AllocationsToWalk::add,
                    AgreementsToWalk::add,
                    FiguresToWalk::add,
                    ComparisonsToWalk::add,
                    FundsToWalk::add,
                    LinesToWalk::add,
                    PlansToWalk::add,
                    EntriesToWalk::add,
                    CommitmentsToWalk::add,
                    ContributionsToWalk::add,
                    SavingsToWalk::add,
                    VirementsToWalk::add,
                    ProtectedAmountsToWalk::add,
                    PerformancePayToWalk::add,
                    WorklistToWalk::add);

    @Test
    void theTableNamesEveryEndpoint() {
        TABLE.namesEveryEndpoint();
    }

    @Test
    void theTableHoldsInEveryCell() {
        var fund = WalkedFund.approved();
        var things = new Things();
        FEATURES.forEach(feature -> feature.accept(things, fund));

        TABLE.holdsInEveryCell(things);
    }

    @Test
    void nothingOfAnotherPlaceCanBeBuiltOn() {
        var agreement = WalkedFund.make("/agreements", agreement("MCR-ACCESS-S75-3"), "reference");
        var decision = Manchester.approves("fund-plan", "MCR-ANY", 1_000).reference();
        var theirs =
                rochdale()
                        .body(fund(Locality.ROCHDALE, null))
                        .post(BUDGET + "/funds")
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("reference");

        rochdale()
                .body(fund(Locality.ROCHDALE, agreement))
                .post(BUDGET + "/funds")
                .then()
                .statusCode(404);
        rochdale()
                .body("{\"decisionId\": \"%s\"}".formatted(decision))
                .post(BUDGET + "/funds/{fund}/approve", theirs)
                .then()
                .statusCode(409)
                .body("code", equalTo("DECISION_NOT_KNOWN"))
                .body("detail", not(containsString("MCR-ANY")));
    }

    @Test
    void readingEveryPlaceIsNotWritingInIt() {
        var fund = Manchester.aFund();
        var both = Tokens.of("finance", "gm-observer").in(Locality.ROCHDALE);

        Manchester.as(both)
                .body(fund(Locality.MANCHESTER, null))
                .post(BUDGET + "/funds")
                .then()
                .statusCode(404);
        Manchester.as(both).get(BUDGET + "/funds/{fund}", fund).then().statusCode(404);
    }

    private static RequestSpecification rochdale() {
        return Manchester.as(Tokens.of("finance").from("01D").in(Locality.ROCHDALE));
    }
}
