package locality.reporting.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import locality.platform.testing.Topics;
import locality.reporting.Reports;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PartnershipPagesTest {

    private static final Locality PLACE = Locality.BOLTON;
    private static final String PARTNERSHIP = "/localities/E08000001/partnership";
    private static final String PLAN = "/localities/E08000001/plan";
    private static final String API = "/api/reporting/v1";

    @BeforeAll
    static void aPartnershipIn2018() {
        var facts = new PartnershipFacts(PLACE);
        try (var governance = Topics.of("governance");
                var intervention = Topics.of("intervention")) {
            governance.tell(facts.governance());
            intervention.tell(facts.intervention());
        }
    }

    @BeforeEach
    void untilItHasArrived() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(
                        () -> {
                            var today = json(API + PARTNERSHIP);
                            assertThat(today.getList("gateways[0].scope.contractState"))
                                    .contains("LISTED", "REFUSED");
                            assertThat(today.getList("agreements.state"))
                                    .containsExactlyInAnyOrder(
                                            "IN_FORCE", "SUPERSEDED", "FOR_RATIFICATION");
                            assertThat(today.getList("gateways[0].scope")).hasSize(3);
                            assertThat(today.getString("gateways[0].state"))
                                    .isEqualTo("PASSED_WITH_CONDITIONS");
                            assertThat(today.getList("assessments")).hasSize(2);
                            assertThat(today.getList("strategies")).hasSize(1);
                            assertThat(today.getList("principles")).hasSize(1);
                            assertThat(today.getList("engagement")).hasSize(4);
                            assertThat(today.getList("engagement.stage")).contains("FORMAL");
                            assertThat(today.getList("engagement.effectiveOn"))
                                    .contains("2018-06-01")
                                    .doesNotContain("2018-06-08");
                            assertThat(today.getString("register[2].state")).isEqualTo("CLOSED");
                            assertThat(today.getString("register[0].body")).isNotNull();
                            var plan = json(API + PLAN);
                            assertThat(plan.getString("plans[0].baseline")).isEqualTo("May 2018");
                            assertThat(plan.getList("plans[0].milestones.state"))
                                    .hasSize(4)
                                    .contains("ACHIEVED");
                        });
    }

    @Test
    @Tag("G26")
    @Tag("G28")
    void leadsWithWhatNeedsAttentionTheAgreementsFirst() {
        assertThat(attention(PARTNERSHIP, "2018-07-02"))
                .containsExactly(
                        "For ratification Integration Agreement, version 5, is for ratification:"
                                + " not signed by Hospital trust, MioCare",
                        "Review Section 75 agreement is to be reviewed on 30 September 2018, in 90"
                                + " days",
                        "Risk Loss of financial control: scores 20",
                        "Risk The pool is forecast to overspend: scores 6, escalated to Joint"
                                + " Leadership Team",
                        "Overdue Master Plan: 1 milestone is overdue: Outcomes <framework>",
                        "Slipped Master Plan: 1 milestone is later than the baseline May 2018:"
                                + " Contract review");
    }

    @Test
    @Tag("G26")
    void saysFromNinetyDaysBeforeThatAnAgreementEndsOrIsToBeReviewed() {
        assertThat(attention(PARTNERSHIP, "2018-07-01")).noneMatch(it -> it.startsWith("Review"));
        assertThat(attention(PARTNERSHIP, "2018-12-30")).noneMatch(it -> it.startsWith("Ends"));
        assertThat(attention(PARTNERSHIP, "2018-12-31"))
                .contains("Ends Section 75 agreement ends on 31 March 2019, in 90 days")
                .contains("Review Section 75 agreement was to be reviewed on 30 September 2018");
        assertThat(attention(PARTNERSHIP, "2019-03-31"))
                .contains("Ends Section 75 agreement ends on 31 March 2019, today");
        assertThat(attention(PARTNERSHIP, "2019-04-01"))
                .contains("Ends Section 75 agreement ended on 31 March 2019");
    }

    @Test
    @Tag("G33")
    void aConditionIsOverdueOnTheDayAfterItsDay() {
        assertThat(attention(PARTNERSHIP, "2018-09-30"))
                .noneMatch(it -> it.startsWith("Condition"));
        assertThat(attention(PARTNERSHIP, "2018-10-01"))
                .contains(
                        "Condition overdue Gateway 2 of BOL-LCO-CONTRACT: Complete the Service"
                                + " Development Improvement Plan was due by 30 September 2018");
    }

    @Test
    @Tag("G28")
    @Tag("G29")
    void tellsAgreementsInForceFromThoseInPreparationAsOfADay() {
        assertThat(rows(PARTNERSHIP, "2018-03-01", "[aria-labelledby=in-force]")).isEmpty();
        assertThat(rows(PARTNERSHIP, "2018-03-01", "[aria-labelledby=in-preparation]"))
                .singleElement()
                .asString()
                .contains("Section 75 agreement", "Council: not signed", "Draft");
        assertThat(rows(PARTNERSHIP, "2018-07-02", "[aria-labelledby=in-force]"))
                .singleElement()
                .asString()
                .contains("Section 75 agreement", "Council: signed 20 March 2018, ratified");
        assertThat(rows(PARTNERSHIP, "2018-07-02", "[aria-labelledby=in-preparation]"))
                .singleElement()
                .asString()
                .contains("version 5", "MioCare (associate): not signed", "For ratification");
        assertThat(page(PARTNERSHIP, "2018-07-02").select("#agreements ~ details li").eachText())
                .singleElement()
                .asString()
                .contains("Integration Agreement, version 4", "Superseded");
    }

    @Test
    @Tag("G32")
    @Tag("G33")
    void showsWhatWentOverWithAGatewayAndWhetherTheContractHasIt() {
        assertThat(gateway("2018-03-30")).contains("Planned").doesNotContain("Core+2");
        assertThat(gateway("2018-03-31"))
                .contains("Passed with conditions", "Due by 30 September 2018")
                .doesNotContain("Core+2");
        assertThat(gateway("2018-04-01"))
                .contains("Core+2 Service, from 1 April 2018 Received, not listed");
        assertThat(gateway("2018-05-14"))
                .contains("3 items")
                .contains("Core+2 Service, from 1 April 2018 Listed for the contract")
                .contains(
                        "Intervention BOL-INT-01, from 1 April 2018 The contract has not answered")
                .contains("Refused: The intervention was closed before");
    }

    @Test
    @Tag("G42")
    @Tag("G43")
    void countsTheOpenRegisterByLikelihoodAndImpactWithTheUnscoredApart() {
        var page = page(PARTNERSHIP, "2018-07-02");

        assertThat(heat(page, 5)).containsExactly("1 score 20", "1 score 6");
        assertThat(page.expectFirst("[aria-label^=Open] ~ p").text())
                .isEqualTo("Not scored: 1 risk.");
        assertThat(heat(page(PARTNERSHIP, "2018-08-01"), 5)).containsExactly("1 score 6");
        assertThat(heat(page(PARTNERSHIP, "2018-04-30"), 0)).isEmpty();
    }

    @Test
    @Tag("G42")
    @Tag("G43")
    void listsTheRegisterTheHighestScoreFirst() {
        var listed = rows(PARTNERSHIP, "2018-07-02", "[aria-label='Table of register entries']");

        assertThat(listed).hasSize(3);
        assertThat(listed.get(0)).contains("Loss of financial control", "20 4 × 5");
        assertThat(listed.get(1))
                .contains(
                        "came of BOL-RISK-1",
                        "Programme Management Team Chief Finance Officer",
                        "Escalated to Joint Leadership Team")
                .contains("30 June 2018 Overdue", "Escalated");
        assertThat(listed.get(2)).contains("Not scored");
    }

    @Test
    @Tag("G39")
    void countsCriteriaByWordAndKeepsTheUnknownApart() {
        var page = page(PARTNERSHIP, "2018-07-02");

        assertThat(page.select("[aria-label$='criteria by rating'] tr").eachText())
                .containsExactly(
                        "Domain Red Amber Green Unknown",
                        "Protection for social services spend 1 0 0 1",
                        "Vision 0 0 1 0",
                        "Finance 0 0 0 1");
        assertThat(page.select("#assessments ~ p").eachText())
                .contains("Rated red: Capital costs. 2 of 4 are unknown.");
    }

    @Test
    @Tag("G37")
    void anAssessmentThatRatesNothingSaysWhatItSpokeOf() {
        assertThat(page(PARTNERSHIP, "2018-07-02").select("#assessments ~ p").eachText())
                .contains("It rates nothing. It spoke of: Governance.");
    }

    @Test
    @Tag("G55")
    @Tag("G56")
    void showsStrategiesAndThePrinciplesThatHold() {
        assertThat(rows(PARTNERSHIP, "2018-06-02", "[aria-label='Table of strategies']"))
                .singleElement()
                .asString()
                .contains("Strategy, version 2", "1 June 2018 Overdue", "Approved");
        assertThat(principles("2018-06-30")).hasSize(2);
        assertThat(principles("2018-07-01"))
                .singleElement()
                .asString()
                .contains("1. Do no harm", "Stated");
    }

    @Test
    @Tag("G57")
    void showsTheStageThatAConsultationHasReached() {
        assertThat(rows(PARTNERSHIP, "2018-06-14", "[aria-labelledby=consultations]").getFirst())
                .contains("Planned", "since 1 April 2018");
        assertThat(rows(PARTNERSHIP, "2018-06-15", "[aria-labelledby=consultations]").getFirst())
                .contains("Formal", "since 15 June 2018");
    }

    @Test
    @Tag("G58")
    void countsWhatTookPlaceByQuarter() {
        assertThat(rows(PARTNERSHIP, "2018-07-02", "[aria-labelledby=held]"))
                .containsExactlyInAnyOrder(
                        "April to June 2018 Event Public 4 40",
                        "April to June 2018 Briefing Staff 2 0");
        assertThat(rows(PARTNERSHIP, "2018-05-14", "[aria-labelledby=held]"))
                .contains("April to June 2018 Event Public 3 Not counted");
    }

    @Test
    @Tag("G44")
    @Tag("G46")
    void showsMilestonesByQuarterWithTheirSlippageAgainstTheBaselineThatHeld() {
        assertThat(milestones("2018-05-01", "April to June 2018").getFirst())
                .contains("Contract review", "June 2018 30 June 2018 As planned Planned");
        assertThat(milestones("2018-07-02", "July to September 2018"))
                .singleElement()
                .asString()
                .contains("20 July 2018 30 June 2018 20 days later Planned");
        assertThat(milestones("2018-07-18", "July to September 2018"))
                .singleElement()
                .asString()
                .contains("reached 18 July 2018", "18 days later Achieved");
        assertThat(milestones("2018-07-02", "April to June 2018"))
                .singleElement()
                .asString()
                .contains("Outcomes <framework>", "Overdue");
        assertThat(milestones("2018-07-02", "Ongoing"))
                .singleElement()
                .asString()
                .contains("to be looked at 30 September 2018");
        assertThat(milestones("2018-07-02", "Without a day")).hasSize(1);
    }

    @Test
    @Tag("G44")
    @Tag("G49")
    void saysWhichAreasAreEmptyAndWhetherThereIsABaseline() {
        assertThat(page(PLAN, "2018-04-30").select("#plan-1 + p").text())
                .startsWith("No baseline is kept, so no slippage can be told.");
        assertThat(page(PLAN, "2018-07-02").select("#plan-1 + p").text())
                .startsWith("Held against the baseline May 2018.")
                .contains("No milestone and no action stands in: Greater Manchester themes.");
    }

    @Test
    @Tag("G46")
    void drawsThePlanWithItsDescriptionInWords() {
        var drawing = page(PLAN, "2018-07-02").expectFirst("svg[aria-labelledby^=plan-1]");

        assertThat(drawing.select("#plan-1-title").text()).isEqualTo("Master Plan on 2 July 2018");
        assertThat(drawing.select("#plan-1-description").text())
                .isEqualTo(
                        "4 milestones of Master Plan; the first on 30 June 2018; the last on 20"
                            + " July 2018; 0 reached and 1 overdue by 2 July 2018; 2 without a day"
                            + " are not drawn; on the critical path: Outcomes <framework>; Outcomes"
                            + " <framework> waits for Contract review less 20 days; 1 later than"
                            + " the baseline May 2018, the furthest by 20 days: Contract review.");
        assertThat(drawing.select("text").eachText())
                .contains("+20 days", "critical, overdue", "on the critical path");
    }

    @Test
    @Tag("G46")
    void showsTheCriticalPathWhatWaitsForWhatAndTheBaselineByItsName() {
        var page = page(PLAN, "2018-07-02");

        assertThat(page.select("[aria-labelledby=critical-1] li").eachText())
                .containsExactly(
                        "Outcomes <framework>, by 30 June 2018 at the earliest; waits for Contract"
                                + " review less 20 days");
        assertThat(page.select("#critical-1").text()).isEqualTo("Critical path of Master Plan");
        assertThat(milestones("2018-07-02", "April to June 2018").getFirst())
                .contains("Contract review less 20 days 30 June 2018", "Overdue Critical Planned");
        assertThat(milestones("2018-07-02", "July to September 2018").getFirst())
                .contains("Programme Director – 20 July 2018")
                .doesNotContain("Critical");
        assertThat(page.select("[aria-label='Master Plan, April to June 2018'] th").eachText())
                .contains("Waits for", "Baseline May 2018");
    }

    @Test
    @Tag("G46")
    void tellsTheCriticalPathAndWhatWaitsForWhatAsJsonToo() {
        var outcomes = json(API + PLAN + "?on=2018-07-02");

        var of = "plans[0].milestones.find { it.reference == 'BOL-MS-4' }.";
        assertThat(outcomes.getBoolean(of + "critical")).isTrue();
        assertThat(outcomes.getString(of + "earlyOn")).isEqualTo("2018-06-30");
        assertThat(outcomes.getMap(of + "predecessors[0]"))
                .containsEntry("reference", "BOL-MS-1")
                .containsEntry("title", "Contract review")
                .containsEntry("lagDays", -20);
    }

    @ParameterizedTest
    @ValueSource(strings = {PARTNERSHIP, PLAN})
    void sharesOneAnswerWithPrograms(String path) {
        assertThat(json(path + "?on=2018-07-02").getMap(""))
                .isEqualTo(json(API + path + "?on=2018-07-02").getMap(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {PARTNERSHIP, PLAN})
    void isHiddenFromWhoeverMayNotSeeThePlace(String path) {
        for (var hidden : List.of(path, API + path, path + "/attention.csv")) {
            Reports.get(hidden, Locality.TRAFFORD).then().statusCode(404);
        }
    }

    @Test
    void showsNothingOfAnotherPlace() {
        var elsewhere = json(API + "/localities/E08000009/partnership?on=2018-07-02");
        elsewhere
                .getMap("")
                .forEach(
                        (name, value) -> {
                            if (value instanceof List<?> list) {
                                assertThat(list.toString()).as("%s", name).doesNotContain("BOL-");
                            }
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {PARTNERSHIP, PLAN})
    void canBeReadByAScreenReader(String path) {
        var page = page(path, "2018-07-02");

        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("label[for=on]")).hasSize(1);
        assertThat(page.select("table:not(:has(caption))")).isEmpty();
        assertThat(page.select("th:not([scope])")).isEmpty();
        assertThat(page.select("[style], script:not([src])")).isEmpty();
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        for (var named : page.select("[aria-labelledby]").eachAttr("aria-labelledby")) {
            for (var id : named.split(" ")) {
                assertThat(page.getElementById(id)).as(id).isNotNull();
            }
        }
        for (var link : page.select(".attention a[href^=#]").eachAttr("href")) {
            assertThat(page.select(link)).as(link).hasSize(1);
        }
    }

    @Test
    void saysWhatWouldBeHereWhenThereIsNothing() {
        assertThat(page(PARTNERSHIP, "2001-01-01").select(".govuk-inset-text").eachText())
                .hasSize(7)
                .allSatisfy(text -> assertThat(text).startsWith("Here will be"));
        assertThat(page(PLAN, "2001-01-01").select(".govuk-inset-text").eachText())
                .singleElement()
                .asString()
                .startsWith("Here will be");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PARTNERSHIP + "/attention",
                PARTNERSHIP + "/agreements",
                PARTNERSHIP + "/parties",
                PARTNERSHIP + "/gateways",
                PARTNERSHIP + "/conditions",
                PARTNERSHIP + "/scope",
                PARTNERSHIP + "/register",
                PARTNERSHIP + "/assessments",
                PARTNERSHIP + "/strategies",
                PARTNERSHIP + "/principles",
                PARTNERSHIP + "/engagement",
                PLAN + "/attention",
                PLAN + "/plans",
                PLAN + "/milestones"
            })
    void givesItsTablesToASpreadsheet(String table) {
        var csv =
                Reports.get(table + ".csv?on=2018-07-02", PLACE)
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .extract()
                        .asString();

        assertThat(csv.lines().count()).isGreaterThan(1);
        assertThat(page(table.substring(0, table.lastIndexOf('/')), "2018-07-02").html())
                .contains(table + ".csv?on=2018-07-02");
    }

    @Test
    void isLinkedFromThePlaceAndFromHome() {
        for (var path : List.of("/localities/E08000001", "/")) {
            assertThat(html(path).select("a").eachAttr("href")).contains(PARTNERSHIP, PLAN);
        }
    }

    private static String gateway(String on) {
        return rows(PARTNERSHIP, on, "[aria-label='Table of gateways']").getFirst();
    }

    private static List<String> heat(Document page, int rows) {
        assertThat(page.select("[aria-label^=Open] tbody tr")).hasSize(rows);
        return page.select("[aria-label^=Open] tbody td").eachText().stream()
                .filter(cell -> !cell.startsWith("0 "))
                .toList();
    }

    private static List<String> principles(String on) {
        return page(PARTNERSHIP, on).select("#principles ~ ul li").eachText();
    }

    private static List<String> milestones(String on, String quarter) {
        return rows(PLAN, on, "[aria-label='Master Plan, %s']".formatted(quarter));
    }

    private static List<String> attention(String path, String on) {
        return page(path, on).select(".attention__item").eachText();
    }

    private static List<String> rows(String path, String on, String region) {
        return page(path, on).select(".scroll" + region + " tbody tr").eachText();
    }

    private static Document page(String path, String on) {
        return html(path + "?on=" + on);
    }

    private static Document html(String path) {
        return Jsoup.parse(
                given().auth()
                        .oauth2(Tokens.of("viewer").in(PLACE))
                        .accept("text/html")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private static JsonPath json(String path) {
        var place = path.contains(PLACE.code()) ? PLACE : Locality.TRAFFORD;
        return JsonPath.from(
                given().auth()
                        .oauth2(Tokens.of("viewer").in(place))
                        .accept("application/json")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
