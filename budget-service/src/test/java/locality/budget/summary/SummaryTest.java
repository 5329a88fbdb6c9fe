package locality.budget.summary;

import static locality.budget.testing.Manchester.BETTER_CARE_FUND;
import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.as;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class SummaryTest {

    private static final String SUMMARY = "/api/budget/v1/funds/{fund}/summary";

    @Test
    void sumsTheBetterCareFundByAreaAndSourceAndCommissioner() {
        var fund = aFund();
        plan(fund, BETTER_CARE_FUND).statusCode(200);

        by(fund, "AREA")
                .body("rows.value", contains("Housing", "Integrated care", "Social care"))
                .body("rows.plannedPence", contains(296_700_000, 1_322_100_000, 1_648_300_000))
                .body("total.plannedPence", equalTo(3_267_100_000L))
                .body("fundPlannedPence", equalTo(3_267_100_000L))
                .body("differencePence", equalTo(0));
        by(fund, "COMMISSIONER")
                .body("rows.value", contains("00W", "E08000003"))
                .body("rows.plannedPence", contains(1_322_100_000, 1_945_000_000));
        by(fund, "KIND")
                .body("rows.find { it.value == 'CAPITAL' }.plannedPence", equalTo(445_200_000));
        by(fund, "RING_FENCE").body("rows[0].value", equalTo("")).body("rows[0].lines", equalTo(4));
    }

    @Test
    @Tag("B4")
    void tracesADevelopmentFundToItsSources() {
        var fund = aFund();
        plan(
                        fund,
                        PLAN_HEADER
                                + aLine("New delivery models from health", 1_020_000_000)
                                        .replace("CCG allocation", "Health budgets")
                                + aLine("New delivery models from care", 300_000_000)
                                        .replace(
                                                "CCG allocation",
                                                "Adult social care and public health"))
                .statusCode(200);

        by(fund, "SOURCE")
                .body(
                        "rows.value",
                        contains("Adult social care and public health", "Health budgets"))
                .body("rows.plannedPence", contains(300_000_000, 1_020_000_000))
                .body("total.plannedPence", equalTo(1_320_000_000));
    }

    @Test
    void everyColumnOfTheTotalIsTheSumOfTheRowsWhateverItIsBy() {
        var fund = aFund();
        plan(fund, BETTER_CARE_FUND).statusCode(200);
        commit(fund, 600).then().statusCode(202);

        for (var by : SummaryBy.values()) {
            var answer = by(fund, by.name()).extract().jsonPath();
            Stream.of(
                            "lines",
                            "plannedPence",
                            "currentPence",
                            "requestedPence",
                            "committedPence",
                            "spentPence",
                            "availablePence")
                    .forEach(
                            column ->
                                    assertThat(
                                                    answer
                                                            .getList("rows." + column, Long.class)
                                                            .stream()
                                                            .mapToLong(Long::longValue)
                                                            .sum())
                                            .as("%s by %s", column, by)
                                            .isEqualTo(answer.getLong("total." + column)));
            assertThat(answer.getLong("total.requestedPence")).isEqualTo(600);
        }
    }

    @Test
    void isAlsoASpreadsheet() {
        var fund = aFund();
        plan(fund, BETTER_CARE_FUND).statusCode(200);

        var table =
                finance()
                        .accept("text/csv")
                        .queryParam("by", "SOURCE")
                        .get(SUMMARY, fund)
                        .asString();

        assertThat(table).startsWith("value,lines,plannedPence").contains("TOTAL,6,3267100000");
        as(Tokens.of("finance").in(Locality.ROCHDALE)).get(SUMMARY, fund).then().statusCode(404);
    }

    private static ValidatableResponse by(String fund, String by) {
        return finance().queryParam("by", by).get(SUMMARY, fund).then().statusCode(200);
    }
}
