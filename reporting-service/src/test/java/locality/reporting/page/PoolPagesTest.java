package locality.reporting.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import locality.reporting.Reports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page of a pool as a whole: what it leads with, who sees it, how it reads, its files.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PoolPagesTest extends PoolOfBolton {

    @Test
    void leadsWithWhatNeedsAttention() {
        assertThat(attention("2014-05-14"))
                .containsExactly(
                        "For approval £2,791,000 for Central pre-alliance waits for approval,"
                                + " until 12 August 2014. Commitment TST-BCF-2014-15-L06-C1",
                        "Does not agree Care Bill: revenue and capital against the line:"
                                + " £2,017,000 against £2,000,000, a difference of"
                                + " £17,000. Figures of TST-CARE-BILL");
        assertThat(attention("2014-09-10"))
                .anyMatch(it -> it.startsWith("For approval TST-BCF-2014-15-L06-C1 is to be"))
                .anyMatch(it -> it.startsWith("For approval A virement of £250,000"))
                .anyMatch(it -> it.startsWith("Arrears 00W has not paid"))
                .anyMatch(it -> it.startsWith("Retrospective 1 entry is of a day before"));
        assertThat(attention("2014-10-09")).anyMatch(it -> it.startsWith("Protected"));
        assertThat(attention("2015-02-28")).noneMatch(it -> it.startsWith("Expires"));
        assertThat(attention("2015-03-01"))
                .contains(
                        "Expires £2,091,000 for Central pre-alliance expires after 31 March"
                                + " 2015. Commitment TST-BCF-2014-15-L06-C1");
    }

    @Test
    void anAmountBelowZeroIsOneWordOnThePageAndPlainElsewhere() {
        var csv = Reports.get(POOL + "/attention.csv" + asked("2014-12-15"), PLACE).asString();

        assertThat(page("2014-12-15").select(".attention").text())
                .contains("a difference of \u2212\u2060£527,000")
                .doesNotContain("-£");
        assertThat(on("2014-12-15").getList("attention.text"))
                .anyMatch(it -> it.toString().endsWith("a difference of -£527,000"));
        assertThat(csv).contains("a difference of -£527,000");
    }

    @Test
    void namesTheCallsThatNeedATokenAndLinksNone() {
        var page = page("2014-12-01");

        assertThat(page.select("a[href^=/api/budget]")).isEmpty();
        assertThat(page.select("code").eachText())
                .contains(
                        "GET /api/budget/v1/worklist?on=2014-12-01",
                        "GET /api/budget/v1/funds/TST-BCF-2014-15/trial-balance",
                        "GET /api/budget/v1/funds/TST-BCF-2014-15/statement",
                        "GET /api/budget/v1/commitments/TST-BCF-2014-15-L06-C1/trace");
    }

    @Test
    void sharesOneAnswerWithPrograms() {
        assertThat(json(POOL + "?on=2014-12-01").getMap(""))
                .isEqualTo(json(API + POOL + "?on=2014-12-01").getMap(""));
    }

    @Test
    void isHiddenFromWhoeverMayNotSeeThePlace() {
        for (var hidden : List.of(POOL, API + POOL, POOL + "/lines.csv")) {
            Reports.get(hidden, Locality.TRAFFORD).then().statusCode(404);
        }
    }

    @Test
    void showsNothingOfAnotherPlace() {
        var elsewhere =
                given().auth()
                        .oauth2(Tokens.of("viewer").in(Locality.TRAFFORD))
                        .get(API + "/localities/E08000009/pool?on=2014-12-01")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(elsewhere).doesNotContain("TST-");
    }

    @Test
    void canBeReadByAScreenReader() {
        var page = page("2014-12-01");

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("label[for=on]")).hasSize(1);
        assertThat(page.select("table:not(:has(caption))")).isEmpty();
        assertThat(page.select("th:not([scope])")).isEmpty();
        assertThat(page.select("[style], script:not([src])")).isEmpty();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select(".scroll").eachAttr("aria-label")).doesNotHaveDuplicates();
        for (var named : page.select("[aria-labelledby]").eachAttr("aria-labelledby")) {
            for (var id : named.split(" ")) {
                assertThat(page.getElementById(id)).as(id).isNotNull();
            }
        }
        for (var link : page.select(".attention a[href^=#]").eachAttr("href")) {
            assertThat(page.select(link)).as(link).hasSize(1);
        }
        assertThat(page.select("svg desc").eachText())
                .anyMatch(it -> it.contains("In all £32,671,000, of it £700,000 spent"));
    }

    @Test
    void saysWhatWouldBeHereWhenThereIsNothing() {
        assertThat(html(POOL + "?on=2001-01-01").select(".govuk-inset-text").eachText())
                .hasSize(9)
                .allSatisfy(text -> assertThat(text).startsWith("Here will be"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attention",
                "funds",
                "plans",
                "lines",
                "areas",
                "sources",
                "bases",
                "contributions",
                "commitments",
                "variations",
                "virements",
                "protected-amounts",
                "performance-pay",
                "comparisons",
                "retrospective"
            })
    void givesItsTablesToASpreadsheetAndAsWorkbooks(String table) {
        var csv = POOL + "/" + table + ".csv" + asked("2014-12-01");

        assertThat(
                        Reports.get(csv, PLACE)
                                .then()
                                .statusCode(200)
                                .contentType("text/csv")
                                .extract()
                                .asString()
                                .lines()
                                .count())
                .isGreaterThan(1);
        assertThat(
                        Reports.get(csv.replace(".csv", ".xlsx"), PLACE)
                                .then()
                                .statusCode(200)
                                .header(
                                        "Content-Disposition",
                                        containsString(
                                                "E08000001-%s-2014-12-01.xlsx".formatted(table)))
                                .extract()
                                .asByteArray())
                .startsWith('P', 'K');
        assertThat(page("2014-12-01").select("a[download]").eachAttr("href"))
                .contains(csv, csv.replace(".csv", ".xlsx"));
    }

    @Test
    void isLinkedFromThePlaceAndFromHome() {
        for (var path : List.of("/localities/E08000001", "/")) {
            assertThat(html(path).select("a").eachAttr("href")).contains(POOL);
        }
    }
}
