package locality.budget.commitment;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B16")
class CostKindTest {

    @ParameterizedTest
    @CsvSource({"REVENUE,CAPITAL", "CAPITAL,REVENUE"})
    void standsOnNoLineOfTheOtherKind(String ofLine, String ofCost) {
        var fund = aFund();
        plan(fund, PLAN_HEADER + aLine("Scheme", 1_000).replace("REVENUE", ofLine)).statusCode(200);

        commit(fund, 600, ", \"kind\": \"%s\"".formatted(ofCost))
                .then()
                .statusCode(422)
                .body("code", equalTo("WRONG_KIND"))
                .body("line", equalTo(fund + "-L01"))
                .body("lineKind", equalTo(ofLine))
                .body("kind", equalTo(ofCost));
        assertThat(line(fund + "-L01").getLong("availablePence")).isEqualTo(1_000);

        commit(fund, 600, ", \"kind\": \"%s\"".formatted(ofLine)).then().statusCode(202);
        commit(fund, 400).then().statusCode(202);
    }
}
