package locality.budget.fund;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.plan;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The programme office of Living Longer Living Better in 2014/15 (S4 8.1.1): eight partners pay
/// £50,000 each, and what its lines leave is held for use in the year.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B13")
class ProgrammeBudgetTest {

    private static final List<String> PARTNERS =
            List.of("E08000003", "00W", "01M", "01N", "RW3", "RM2", "RM4", "TAE");

    @Test
    void holdsWhatIsContributedAndNotPlannedForUseInTheYear() {
        var fund = aFund();
        finance().get("/api/budget/v1/funds/{fund}", fund).then().body("unallocated", nullValue());
        PARTNERS.forEach(partner -> contribute(fund, partner));
        plan(fund, PLAN_HEADER + aLine("Programme office", 28_718_500)).statusCode(200);

        finance()
                .get("/api/budget/v1/funds/{fund}", fund)
                .then()
                .statusCode(200)
                .body("unallocated.contributedPence", equalTo(40_000_000))
                .body("unallocated.plannedPence", equalTo(28_718_500))
                .body("unallocated.unallocatedPence", equalTo(11_281_500));
    }

    private static void contribute(String fund, String partner) {
        finance()
                .body(
                        """
                        {"partner": "%s", "source": "Own budget", "annualPence": 5000000,
                         "profile": "QUARTERLY_4"}
                        """
                                .formatted(partner))
                .post("/api/budget/v1/funds/{fund}/contributions", fund)
                .then()
                .statusCode(201);
    }
}
