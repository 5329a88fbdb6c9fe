package locality.budget.allocation;

import static locality.budget.testing.Manchester.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AllocationResourceTest {

    @Test
    void splitsTheProgrammeOfficesBalanceOverItsEightPartnersToThePenny() {
        allocate("{\"totalPence\": 11281500, \"weights\": [1, 1, 1, 1, 1, 1, 1, 1]}")
                .statusCode(200)
                .body(
                        "sharesPence",
                        contains(
                                1_410_188, 1_410_188, 1_410_188, 1_410_188, 1_410_187, 1_410_187,
                                1_410_187, 1_410_187));
    }

    @Test
    void refusesWeightsThatAreAllZero() {
        allocate("{\"totalPence\": 100, \"weights\": [0, 0]}")
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
    }

    @Test
    void refusesWeightsThatAreNoWholeNumbersRatherThanCutThem() {
        allocate("{\"totalPence\": 100, \"weights\": [1.5, 0.5]}")
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
    }

    private static ValidatableResponse allocate(String body) {
        return as(Tokens.of("viewer").in(Locality.MANCHESTER))
                .body(body)
                .post("/api/budget/v1/allocations")
                .then();
    }
}
