package locality.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the demo shows of Manchester's money as its paper states it: what adds up, what does as it
/// is rounded, and what does not.
@Order(DemoJourney.LAST)
class BudgetsIT extends DemoJourney {

    private String token;

    @BeforeEach
    void aPoolManagerSignsIn() {
        token = suite.token("finance", "E08000003", "E08000003");
    }

    @Test
    @Tag("B1")
    @Tag("B13")
    void theFundsArePlannedToThePenny() {
        assertThat(planned("MCR-BCF-2014-15")).isEqualTo(3_267_100_000L);
        assertThat(planned("MCR-BCF-2015-16")).isEqualTo(4_289_000_000L);
        assertThat(planned("MCR-LLLB-PO-2014-15")).isEqualTo(28_718_500L);
        assertThat(
                        get("/funds/MCR-LLLB-PO-2014-15/contributions")
                                .<Integer>getList("items.annualPence"))
                .isEqualTo(Collections.nCopies(8, 5_000_000));
    }

    @ParameterizedTest
    @Tag("B1")
    @Tag("B2")
    @Tag("B3")
    @Tag("B8")
    @Tag("B13")
    @CsvSource({
        "MCR-C-BCF-2014-15,         3267100000, 0,          AGREES",
        "MCR-C-BCF-2015-16,         4289000000, 0,          AGREES",
        "MCR-C-EXISTING,            1945000000, -5000000,   AGREES_AS_ROUNDED",
        "MCR-C-LDF-GROWTH,          821900000,  1900000,    AGREES_AS_ROUNDED",
        "MCR-C-LDF-SOURCES,         1320000000, 0,          AGREES",
        "MCR-C-LDF-SOURCES-TABLE,   1320000000, -2100000,   AGREES_AS_ROUNDED",
        "MCR-C-LDF-LATER,           2140000000, -4000000,   AGREES_AS_ROUNDED",
        "MCR-C-LDF-SWOT,            600000000,  -722100000, DIFFERS",
        "MCR-C-CAPITAL,             445200000,  0,          AGREES",
        "MCR-C-CARE-BILL-REVENUE,   147300000,  0,          AGREES",
        "MCR-C-CARE-BILL-TOTAL,     201700000,  0,          AGREES",
        "MCR-C-CARE-BILL-LINE,      201700000,  1700000,    DIFFERS",
        "MCR-C-CARE-BILL-ESTIMATE,  201700000,  1700000,    AGREES_AS_ROUNDED",
        "MCR-C-PO-BUDGET,           40000000,   0,          AGREES",
        "MCR-C-PO-TOTAL,            28718500,   0,          AGREES",
        "MCR-C-PO-PLAN,             28718500,   0,          AGREES",
        "MCR-C-PO-BALANCE,          11281500,   0,          AGREES"
    })
    void theFiguresCompareAsTheyAreStated(
            String comparison, long sum, long difference, String verdict) {
        var outcome = get("/comparisons/" + comparison).setRootPath("outcome");

        assertThat(outcome.getLong("sumPence")).isEqualTo(sum);
        assertThat(outcome.getLong("differencePence")).isEqualTo(difference);
        assertThat(outcome.getString("verdict")).isEqualTo(verdict);
    }

    @Test
    @Tag("B8")
    @Tag("B13")
    void theWordsOfThePaperAreKept() {
        var savings = get("/figures/MCR-F-CARE-BILL-13");
        assertThat(savings.getString("stated")).isEqualTo("-148");
        assertThat(savings.getLong("amountPence")).isEqualTo(-14_800_000L);

        var communications = get("/figures/MCR-F-PO-04");
        assertThat(communications.getString("stated")).isEqualTo("c£40K");
        assertThat(communications.getBoolean("approximate")).isTrue();
        assertThat(get("/comparisons/MCR-C-PO-TOTAL").getBoolean("outcome.approximate")).isTrue();
    }

    @Test
    @Tag("B2")
    @Tag("B8")
    void whatDoesNotAddUpIsListed() {
        assertThat(
                        get("/comparisons?locality=E08000003&verdict=DIFFERS")
                                .<String>getList("items.reference"))
                .containsExactlyInAnyOrder("MCR-C-LDF-SWOT", "MCR-C-CARE-BILL-LINE");
    }

    @Test
    @Tag("B13")
    void theBalanceIsSplitOverEightToThePenny() {
        assertThat(split(11_281_500L, 8))
                .containsExactly(
                        1_410_188, 1_410_188, 1_410_188, 1_410_188, 1_410_187, 1_410_187, 1_410_187,
                        1_410_187);
    }

    @Test
    @Tag("B1")
    void theYearIsSplitOverTwelveMonthsToThePenny() {
        assertThat(split(3_267_100_000L, 12).subList(0, 4)).containsOnly(272_258_334);
        assertThat(split(3_267_100_000L, 12).subList(4, 12)).containsOnly(272_258_333);
    }

    private long planned(String fund) {
        return get("/funds/" + fund).getLong("plannedPence");
    }

    private List<Integer> split(long total, int parts) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(
                        "{\"totalPence\": %d, \"weights\": %s}"
                                .formatted(total, Collections.nCopies(parts, 1)))
                .post(suite.url() + "/api/budget/v1/allocations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("sharesPence");
    }

    private JsonPath get(String path) {
        return given().auth()
                .oauth2(token)
                .get(suite.url() + "/api/budget/v1" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
