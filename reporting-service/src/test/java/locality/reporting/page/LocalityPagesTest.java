package locality.reporting.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.util.List;
import locality.platform.event.CommitmentEvent.DecisionNotApplied;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import locality.platform.testing.Topics;
import locality.reporting.Facts;
import locality.reporting.Reports;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class LocalityPagesTest {

    private static final Locality PLACE = Locality.MANCHESTER;
    private static final String PATH = "/localities/E08000003";
    private static final Facts FACTS = new Facts(PLACE);

    @BeforeAll
    static void theOverLimitStoryHalfway() {
        try (var budget = Topics.of("budget");
                var governance = Topics.of("governance");
                var interventions = Topics.of("intervention")) {
            var refused = Ids.next();
            budget.tell(
                    FACTS.fundOpened(),
                    FACTS.planned(1_945_000_000, 1_322_100_000),
                    FACTS.approvalRequested(279_100_000));
            governance.tell(
                    FACTS.decision(refused, "Health and Wellbeing Board", "INVALID", "RESERVED"));
            budget.tell(
                    new DecisionNotApplied(
                            FACTS.commitment, refused, "RESERVED", PLACE, Facts.DAY, null));
            interventions.tell(
                    FACTS.intervention("MOBILISING", 1, 3),
                    FACTS.indicator("RATIO", new BigDecimal("0.95")),
                    FACTS.observed("0.90", "0.91", "0.89", "0.92"));
        }
    }

    @BeforeEach
    void untilItHasArrived() {
        Reports.dashboardWhen(
                PLACE,
                it ->
                        it.getList("indicators.reference").contains(FACTS.reference("IND"))
                                && it.getList("decisions.body")
                                        .contains("Health and Wellbeing Board"));
        Reports.dashboardAfter(PLACE, 8);
    }

    @Test
    void leadsWithWhatNeedsAttention() {
        var page = page(PATH);

        assertThat(page.select("h1").text()).isEqualTo("Manchester");
        assertThat(page.expectFirst("main h2").text()).isEqualTo("What needs attention");
        assertThat(page.expectFirst(".attention__item").text())
                .startsWith("Waits for approval £2,791,000.00 for Central pre-alliance")
                .contains("the matter is reserved to another body");
    }

    @Test
    void showsEachFigureWithTheDocumentItComesFrom() {
        var page = page(PATH);

        var line = page.expectFirst("#pool ~ .scroll tbody tr:last-child");
        assertThat(line.select("th").text())
                .startsWith("Local Development Fund")
                .contains("Stated Living Longer Living Better and the Better Care Fund, 3.2.1");
        assertThat(line.select("td").eachText()).contains("13,221,000", "2,791,000", "10,430,000");
    }

    @Test
    void saysADecisionsAuthorityInPlainWords() {
        var decision = page(PATH).expectFirst("#decisions ~ .scroll tbody tr");

        assertThat(decision.text())
                .contains("Health and Wellbeing Board", "Invalid")
                .contains("Does not bind: the matter is reserved to another body");
    }

    @Test
    @Tag("R8")
    void drawsTheChartInThePageAndSaysItInWords() {
        var page = page(PATH + "?indicator=" + FACTS.reference("IND"));

        assertThat(page.select("figure svg").attr("role")).isEqualTo("img");
        assertThat(page.select("#figures tbody tr")).hasSize(4);
        assertThat(page.select("figure + p, h3 + p").text()).contains("A&E 4-hour, Manchester");
        assertThat(page.select("#freshness ~ .scroll .govuk-tag").text()).contains("Late");
    }

    @Test
    void worksWithoutScriptsOfItsOwnAndRunsNobodyElses() {
        var answer = html(PATH);
        var page = Jsoup.parse(answer.asString());

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.select("[style], script:not([src]), [onclick]")).isEmpty();
        for (var asset : page.select("link[href], script[src]")) {
            var path = asset.hasAttr("href") ? asset.attr("href") : asset.attr("src");
            assertThat(path).startsWith("/");
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void aBrowserNeverShowsAPageInYesterdaysStyle() {
        assertThat(given().get("/assets/locality.css").header("Cache-Control"))
                .isEqualTo("no-cache");
    }

    @Test
    void canBeReadByAScreenReader() {
        var page = page(PATH);

        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select(".govuk-skip-link").attr("href")).isEqualTo("#main");
        assertThat(page.select("table:not(:has(caption))")).isEmpty();
        assertThat(page.select("th:not([scope])")).isEmpty();
        assertThat(page.select("svg:not([role=img]):not([aria-hidden=true])")).isEmpty();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
    }

    @Test
    void hasAJsonTwinAtTheSameAddress() {
        var twin =
                given().auth()
                        .oauth2(Tokens.of("viewer").in(PLACE))
                        .accept("application/json")
                        .get(PATH)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        assertThat(twin.getString("locality")).isEqualTo("E08000003");
        assertThat(twin.getList("pool.funds")).isNotEmpty();
    }

    @Test
    void givesItsTablesToASpreadsheet() {
        for (var table :
                List.of(
                        "lines",
                        "commitments",
                        "interventions",
                        "decisions",
                        "indicators",
                        "freshness")) {
            var csv =
                    given().auth()
                            .oauth2(Tokens.of("viewer").in(PLACE))
                            .get(PATH + "/" + table + ".csv")
                            .then()
                            .statusCode(200)
                            .contentType("text/csv")
                            .extract()
                            .asString();
            assertThat(csv.lines().count()).as(table).isGreaterThan(1);
        }
    }

    @Test
    void keepsTheYearAndTheIndicatorThatWereAskedForInItsLinks() {
        try (var budget = Topics.of("budget")) {
            budget.tell(new Facts(PLACE).fundOpened("2016/17"));
        }
        Reports.dashboardWhen(PLACE, it -> it.getList("financialYears").contains("2016/17"));

        var page = page(PATH + "?financialYear=2014/15&indicator=" + FACTS.reference("IND"));

        assertThat(page.select(".filter a").eachAttr("href"))
                .contains(
                        "?indicator=" + FACTS.reference("IND"),
                        "?financialYear=2016/17&indicator=" + FACTS.reference("IND"));
        assertThat(page.select("a:contains(A&E 4-hour)").eachAttr("href"))
                .contains(
                        "?financialYear=2014/15&indicator="
                                + FACTS.reference("IND")
                                + "#indicator");
        assertThat(page.expectFirst("a:contains(Lines as CSV)").attr("href"))
                .isEqualTo("/localities/E08000003/lines.csv?financialYear=2014/15");
    }

    @Test
    void drawsTheChartInARegionThatCanBeScrolledOnASmallScreen() {
        var region = page(PATH).expectFirst(".scroll:has(> figure.chart)");

        assertThat(region.attr("tabindex")).isEqualTo("0");
        assertThat(region.attr("aria-label")).isEqualTo("Chart");
    }

    @Test
    void aPageThatRefusesLeavesAWayOut() {
        var withoutRole =
                given().auth().oauth2(Tokens.of("nobody").in(PLACE)).accept("text/html").get(PATH);
        var unreadable =
                given().auth()
                        .oauth2(Tokens.of("viewer").in(PLACE))
                        .accept("text/html")
                        .get(PATH + "?financialYear=lately");

        assertThat(withoutRole.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(withoutRole.asString()).select(".masthead a").eachText())
                .contains("Sign out");
        assertThat(unreadable.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(unreadable.asString()).select("main").text())
                .contains("This address cannot be read", "lately");
    }

    @Test
    void anEmptyPageSaysWhatWouldBeThereAndHowToGetIt() {
        var page =
                Jsoup.parse(
                        given().auth()
                                .oauth2(Tokens.of("viewer").in(Locality.ROCHDALE))
                                .accept("text/html")
                                .get("/localities/E08000005")
                                .asString());

        assertThat(page.select(".govuk-inset-text").eachText())
                .isNotEmpty()
                .allSatisfy(
                        text ->
                                assertThat(text)
                                        .startsWith("Here will be")
                                        .contains("It comes when"));
    }

    @Test
    void anotherLocalityIsAPageThatSaysNothingIsThere() {
        var answer =
                given().auth()
                        .oauth2(Tokens.of("viewer").in(Locality.ROCHDALE))
                        .accept("text/html")
                        .get(PATH);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.asString()).select("h1").text())
                .isEqualTo("There is nothing here");
        assertThat(answer.asString()).doesNotContain("Better Care Fund");
    }

    @Test
    void anAddressWhereNothingIsAnswersAPersonWithAPageAndAProgramWithAProblem() {
        for (var nowhere : List.of("/nosuch", "/localities")) {
            var page = given().accept("text/html").get(nowhere);
            var problem = given().accept("application/json").get(nowhere);

            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(Jsoup.parse(page.asString()).select("h1").text())
                    .isEqualTo("There is nothing here");
            assertThat(problem.statusCode()).isEqualTo(404);
            assertThat(problem.contentType()).startsWith("application/problem+json");
        }
    }

    private static Document page(String path) {
        return Jsoup.parse(html(path).asString());
    }

    private static Response html(String path) {
        return given().auth()
                .oauth2(Tokens.of("viewer", "finance").in(PLACE))
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }
}
