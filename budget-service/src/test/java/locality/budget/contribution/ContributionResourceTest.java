package locality.budget.contribution;

import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.finance;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class ContributionResourceTest {

    @Test
    void schedulesAYearInTwelveAndListsIt() {
        var fund = aFund();

        schedule(fund, 840_633_334, "\"profile\": \"MONTHLY_12\"")
                .statusCode(201)
                .body("instalments", hasSize(12))
                .body("instalments[0].dueOn", equalTo("2014-04-01"))
                .body("instalments[9].amountPence", equalTo(70_052_778))
                .body("instalments[10].amountPence", equalTo(70_052_777));

        finance()
                .get("/api/budget/v1/funds/{fund}/contributions", fund)
                .then()
                .statusCode(200)
                .body("items.partner", contains("00W"))
                .body("items[0].annualPence", equalTo(840_633_334));
        schedule(fund, 1, "\"profile\": \"MONTHLY_12\"")
                .statusCode(409)
                .body("code", equalTo("ALREADY_SCHEDULED"));
    }

    @Test
    void schedulesInstalmentsAsThePartnersAgreedThem() {
        custom(
                        "{\"dueOn\": \"2014-10-01\", \"amountPence\": 40}, {\"dueOn\":"
                                + " \"2014-05-01\", \"amountPence\": 60}")
                .statusCode(201)
                .body("instalments.dueOn", contains("2014-05-01", "2014-10-01"))
                .body("instalments.amountPence", contains(60, 40));
    }

    @Test
    void refusesInstalmentsWithoutAnAmountOrADay() {
        custom("{\"dueOn\": \"2014-05-01\"}").statusCode(400).body("code", equalTo("MALFORMED"));
        custom("{\"amountPence\": 100}").statusCode(400).body("code", equalTo("MALFORMED"));
    }

    @Test
    void refusesInstalmentsOfNothingOutsideTheYearOrOfAnotherSum() {
        custom(
                        "{\"dueOn\": \"2014-05-01\", \"amountPence\": 150}, {\"dueOn\":"
                                + " \"2014-06-01\", \"amountPence\": -50}")
                .statusCode(422)
                .body("code", equalTo("INSTALMENT_NOT_POSITIVE"))
                .body("amountPence", equalTo(-50));
        custom("{\"dueOn\": \"2014-03-31\", \"amountPence\": 100}")
                .statusCode(422)
                .body("code", equalTo("INSTALMENT_OUTSIDE_THE_YEAR"))
                .body("financialYear", equalTo("2014/15"));
        custom("{\"dueOn\": \"2014-05-01\", \"amountPence\": 99}")
                .statusCode(422)
                .body("code", equalTo("INSTALMENTS_DO_NOT_SUM"));
    }

    @Test
    void refusesInstalmentsThatSumToMoreThanCanBeCounted() {
        custom(
                        "{\"dueOn\": \"2014-05-01\", \"amountPence\": 9223372036854775807},"
                            + " {\"dueOn\": \"2014-06-01\", \"amountPence\": 9223372036854775807}")
                .statusCode(422)
                .body("code", equalTo("AMOUNT_OUT_OF_RANGE"));
    }

    private static ValidatableResponse custom(String instalments) {
        return schedule(
                aFund(),
                100,
                "\"profile\": \"CUSTOM\", \"instalments\": [%s]".formatted(instalments));
    }

    private static ValidatableResponse schedule(String fund, long annual, String how) {
        return finance()
                .body(
                        """
                        {"partner": "00W", "source": "CCG allocation", "annualPence": %d, %s}
                        """
                                .formatted(annual, how))
                .post("/api/budget/v1/funds/{fund}/contributions", fund)
                .then();
    }
}
