package locality.budget.fund;

import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.finance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class FundResourceTest {

    @Test
    void listsTheFundsOfAFinancialYear() {
        var fund = aFund();

        assertThat(
                        inYear("2014/15")
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getList("items.reference"))
                .contains(fund);
        assertThat(
                        inYear("2013/14")
                                .statusCode(200)
                                .extract()
                                .jsonPath()
                                .getList("items.reference"))
                .doesNotContain(fund);
        inYear("2014/16").statusCode(400).body("code", equalTo("MALFORMED"));
    }

    private static ValidatableResponse inYear(String year) {
        return finance()
                .queryParam("financialYear", year)
                .queryParam("limit", 1000)
                .get("/api/budget/v1/funds")
                .then();
    }
}
