package locality.reporting.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The pooled budget of a place on any day: funds, contributions, commitments, virements, figures.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PoolPagesTest {

    private static final Locality PLACE = Locality.BOLTON;
    private static final String POOL = "/localities/E08000001/pool";
    private static final String API = "/api/reporting/v1";
    private static final String BCF = "funds.find { it.reference == '" + PoolFacts.FUND + "' }";

    @BeforeAll
    static void aFundAtWork() {
        var facts = new PoolFacts(PLACE);
        try (var governance = Topics.of("governance");
                var budget = Topics.of("budget")) {
            governance.tell(facts.governance());
            budget.tell(facts.budget());
        }
    }

    @BeforeEach
    void untilItHasArrived() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(
                        () -> {
                            var all = json(API + POOL);
                            assertThat(all.getList("funds")).hasSizeGreaterThanOrEqualTo(2);
                            assertThat(all.getString("virements[0].authority.body"))
                                    .isEqualTo("Executive Health Group");
                        });
    }

    @Test
    @Tag("B1")
    void theLinesOfAFundProveWhatItHasAndWhatIsLeft() {
        var fund = on("2014-12-01").getMap(BCF + ".total");

        assertThat(fund)
                .containsEntry("originalPence", 3_267_100_000L)
                .containsEntry("currentPence", 3_267_100_000L)
                .containsEntry("requestedPence", 0)
                .containsEntry("committedPence", 209_100_000)
                .containsEntry("spentPence", 70_000_000)
                .containsEntry("availablePence", 2_988_000_000L);
        assertThat(on("2014-12-01").getBoolean(BCF + ".addsUp")).isTrue();
        assertThat(page("2014-12-01").select("section[aria-labelledby=funds]").text())
                .contains(
                        "The lines add up to the plan. £32,671,000 current = £32,671,000 original"
                                + " + £0; £29,880,000 available = £32,671,000 current - £0 waiting"
                                + " - £2,091,000 committed - £700,000 spent.");
    }

    @Test
    @Tag("B1")
    void areasAndSourcesComeToTheSameTotalAsTheLines() {
        for (var parts : List.of("byArea", "bySource")) {
            assertThat(
                            on("2014-12-01")
                                    .getList(BCF + "." + parts + ".amounts.availablePence")
                                    .stream()
                                    .mapToLong(it -> ((Number) it).longValue())
                                    .sum())
                    .as(parts)
                    .isEqualTo(2_988_000_000L);
        }
        assertThat(on("2014-12-01").getList(BCF + ".byArea.name"))
                .containsExactly("Housing", "New delivery models", "Social care");
        assertThat(on("2014-12-01").getList(BCF + ".bySource.name"))
                .containsExactly("Capital grants", "NHS minimum contribution");
    }

    @Test
    @Tag("B17")
    void aCommitmentStandsAsItWasOnEachDay() {
        assertThat(on("2014-05-13").getList("commitments")).isEmpty();
        assertThat(commitment("2014-05-14"))
                .containsEntry("state", "PENDING_APPROVAL")
                .containsEntry("heldPence", 0)
                .extractingByKey("authority")
                .isEqualTo(Map.of("kind", "NONE"));
        assertThat(commitment("2014-06-11"))
                .containsEntry("state", "OPEN")
                .containsEntry("heldPence", 279_100_000)
                .containsEntry("contract", "TST-CONTRACT-1")
                .extractingByKey("authority")
                .asString()
                .contains("DECISION", "Commissioning Group");
        assertThat(commitment("2014-07-31"))
                .containsEntry("state", "PART_DISCHARGED")
                .containsEntry("amountPence", 279_100_000)
                .containsEntry("heldPence", 209_100_000);
    }

    @Test
    void whatWasToldLastOfAnEarlierDayHoldsOnLaterOnesToo() {
        assertThat(state("2014-10-31", "L02-C1")).isEqualTo("OPEN");
        assertThat(state("2014-11-01", "L02-C1")).isEqualTo("RELEASED");
        assertThat(state("2014-12-01", "L02-C1")).isEqualTo("RELEASED");
        assertThat(line("2014-12-01", "L02")).containsEntry("committedPence", 0);
    }

    private static String state(String on, String reference) {
        return on(on).getString(
                        "commitments.find { it.reference == '%s-%s' }.state"
                                .formatted(PoolFacts.FUND, reference));
    }

    @Test
    void whatWaitsIsSetAsideOnItsLine() {
        assertThat(line("2014-05-14", "L06"))
                .containsEntry("requestedPence", 279_100_000)
                .containsEntry("committedPence", 0);
        assertThat(line("2014-09-10", "L06"))
                .as("a rise of a commitment")
                .containsEntry("requestedPence", 20_900_000)
                .containsEntry("committedPence", 209_100_000);
        assertThat(line("2014-09-10", "L01"))
                .as("what a line would give")
                .containsEntry("requestedPence", 25_000_000)
                .containsEntry("currentPence", 500_000_000);
        assertThat(line("2014-10-09", "L06"))
                .as("a rise that lapsed")
                .containsEntry("requestedPence", 0);
    }

    @Test
    void aVirementChangesWhatLinesHaveFromItsDayAndNotWhatTheyWerePlannedToHave() {
        assertThat(line("2014-09-30", "L06")).containsEntry("currentPence", 1_322_100_000);
        assertThat(line("2014-10-01", "L06"))
                .containsEntry("originalPence", 1_322_100_000)
                .containsEntry("currentPence", 1_347_100_000)
                .containsEntry("requestedPence", 20_900_000);
        assertThat(line("2014-10-01", "L01"))
                .containsEntry("originalPence", 500_000_000)
                .containsEntry("currentPence", 475_000_000)
                .containsEntry("requestedPence", 0);
        assertThat(text("2014-10-01", "virements"))
                .contains("TST-BCF-2014-15-L01 (250,000)", "TST-BCF-2014-15-L06 250,000")
                .contains("Made", "Touches TST-SOCIAL-CARE", "Executive Health Group");
        assertThat(text("2014-09-10", "virements"))
                .contains("Pending approval", "None yet, due by 8 October 2014")
                .doesNotContain("Executive Health Group");
    }

    @Test
    void showsThePlannedPoolOfThePlaceAfterVirementsToo() {
        var lines =
                Reports.dashboard(PLACE)
                        .jsonPath()
                        .getList(
                                "pool.funds.find { it.reference == '%s' }.lines"
                                        .formatted(PoolFacts.FUND),
                                Map.class);

        assertThat(lines)
                .extracting(it -> it.get("reference"), it -> it.get("availablePence"))
                .contains(
                        tuple(PoolFacts.FUND + "-L01", 475_000_000),
                        tuple(PoolFacts.FUND + "-L06", 1_347_100_000 - 209_100_000 - 70_000_000));
    }

    @Test
    @Tag("B15")
    void thePlanIsShownAsItWasWithTheBodyThatApprovedIt() {
        assertThat(on("2014-03-01").getLong(BCF + ".planToldPence")).isEqualTo(3_257_100_000L);
        assertThat(on("2014-03-01").getList(BCF + ".stages.stage")).containsExactly("OUTLINE");
        assertThat(on("2014-05-13").getList(BCF + ".stages.approval.kind"))
                .containsExactly("NONE", "NONE");
        assertThat(text("2014-05-14", "funds"))
                .containsSubsequence(
                        "Version 2 Final: £32,671,000 in 5 lines, 1 April 2014; approved 14 May"
                                + " 2014 by Health and Wellbeing Board",
                        "Version 1 Outline: £32,571,000 in 5 lines, 14 February 2014; not"
                                + " approved");
    }

    @Test
    @Tag("B5")
    void saysHostManagerAndBasisOfEachDay() {
        assertThat(text("2014-05-14", "funds"))
                .contains("On 14 May 2014: basis Aligned since 1 April 2014");
        assertThat(text("2014-06-01", "funds"))
                .contains(
                        "On 1 June 2014: basis Pooled since 1 June 2014",
                        "Powers: S75",
                        "Pooled fund manager");
        assertThat(on("2014-09-30").getString(BCF + ".lines[0].basis")).isEqualTo("ALIGNED");
        assertThat(on("2014-10-01").getString(BCF + ".lines[0].basis")).isEqualTo("POOLED");
    }

    @Test
    @Tag("B5")
    void saysBasisHostAndManagerOfAYearThatIsOverAsOfItsLastDay() {
        assertThat(on("2015-06-01").getString(BCF + ".stoodOn")).isEqualTo("2015-03-31");
        assertThat(text("2015-06-01", "funds"))
                .contains("On 31 March 2015, the last day of its year: basis Pooled since 1 June");
        assertThat(on("2014-03-01").getString(BCF + ".stoodOn")).isEqualTo("2014-04-01");
        assertThat(text("2014-03-01", "funds"))
                .contains("On 1 April 2014, the first day of its year: basis Aligned");
        assertThat(json(API + POOL + "?on=2015-06-01&fund=TST-BCF-2015-16"))
                .extracting(it -> it.getString("funds[0].agreement.terms.basis"))
                .isEqualTo("SHADOW");
    }

    @Test
    @Tag("B5")
    void findsTheAgreementByTheReferenceThatGovernanceHasForIt() {
        assertThat(on("2014-06-01").getMap(BCF + ".agreement"))
                .containsEntry("reference", "TST-S75")
                .containsEntry("governedAs", "TST-S75-GOVERNED")
                .containsEntry("version", 1)
                .containsEntry("state", "IN_FORCE");
        assertThat(text("2014-06-01", "funds"))
                .contains("Under Section 75 agreement TST-S75, version 1 of TST-S75-GOVERNED")
                .contains("signed 20 May 2014", "00W not signed");
        assertThat(text("2014-05-19", "funds")).contains("Governance told nothing of it");
    }

    @Test
    void nothingIsOwedOfWhatFellDueWhileEachPartnerKeptItsMoney() {
        assertThat(contribution("2014-05-31"))
                .containsEntry("duePence", 0)
                .containsEntry("keptApartPence", 544_516_668)
                .extractingByKey("arrears")
                .asString()
                .contains("totalPence=0");
        assertThat(text("2014-05-31", "contributions"))
                .contains("5,445,166.68 of it falls due while each partner keeps its money");
        assertThat(attention("2014-05-31")).noneMatch(it -> it.startsWith("Arrears"));
        assertThat(contribution("2016-01-01"))
                .as("long after, still none of it is owed")
                .containsEntry("duePence", 3_267_100_000L - 544_516_668)
                .containsEntry("notYetDuePence", 0)
                .extractingByKey("arrears")
                .asString()
                .contains("totalPence=2450324998");
    }

    @Test
    void arrearsAgeByTheDaysSinceEachInstalmentWasDue() {
        assertThat(ageing("2014-07-02"))
                .containsEntry("upTo30Pence", 272_258_334)
                .containsEntry("totalPence", 272_258_334);
        assertThat(ageing("2014-10-01"))
                .as("what is due that day is not overdue")
                .containsEntry("upTo30Pence", 272_258_333)
                .containsEntry("upTo60Pence", 0)
                .containsEntry("upTo90Pence", 272_258_333)
                .containsEntry("over90Pence", 272_258_334)
                .containsEntry("totalPence", 816_775_000);
        assertThat(contribution("2014-08-01"))
                .containsEntry("duePence", 816_775_001)
                .containsEntry("paidPence", 272_258_334)
                .containsEntry("notYetDuePence", 1_905_808_331)
                .containsEntry("grossPence", 3_300_000_000L)
                .containsEntry("chargesPence", 32_900_000);
    }

    @Test
    void saysWhatIsLeftOfAProtectedAmount() {
        assertThat(on("2014-09-30").getList("protectedAmounts.leftPence")).containsExactly(0);
        assertThat(on("2014-10-01").getList("protectedAmounts.leftPence"))
                .containsExactly(-25_000_000);
        assertThat(on("2015-04-01").getList("protectedAmounts")).isEmpty();
    }

    @Test
    @Tag("B8")
    void showsFiguresThatDoNotAddUpWithTheirDocuments() {
        assertThat(text("2014-05-01", "figures"))
                .containsSubsequence(
                        "Does not agree",
                        "Revenue",
                        "“1,473”, in thousands of pounds",
                        "1,473,000",
                        "Capital",
                        "544,000",
                        "Together 2,017,000",
                        "Held against: New responsibilities under Care Bill",
                        "2,000,000",
                        "Difference 17,000")
                .contains("Living Longer Living Better and the Better Care Fund, 3.2.1");
        assertThat(text("2014-04-30", "figures")).startsWith("Figures side by side Here will be");
    }

    @Test
    void namesTheDocumentOfAllLinesOnce() {
        var lines = page("2014-12-01").select("section[aria-labelledby=funds]");

        assertThat(lines.select("details.source")).isEmpty();
        assertThat(lines.select("p:contains(All lines:) .mark")).hasSize(1);
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

    @ParameterizedTest
    @CsvSource({
        "2015-03-01, 100000, 50000",
        "2015-06-10, 80000, 70000",
        "2015-07-01, 90000, 70000",
        "2015-08-01, 85000, 75000",
        "2015-12-01, 85000, 75000"
    })
    void whatALineHasIsOfThePlanToldLastAndTheVirementsSince(String on, int gave, int got) {
        assertThat(
                        json(API + POOL + "?fund=TST-BCF-2015-16&on=" + on)
                                .getList("funds[0].lines.amounts.currentPence"))
                .containsExactly(gave, got);
    }

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
    void showsOneFundWhenAsked() {
        var one = json(API + POOL + "?on=2015-06-01&fund=TST-BCF-2015-16");

        assertThat(one.getList("funds.reference")).containsExactly("TST-BCF-2015-16");
        assertThat(one.getList("commitments")).isEmpty();
        assertThat(one.getList("choices.reference")).contains(PoolFacts.FUND);
        Reports.get(API + POOL + "?fund=NONE", PLACE).then().statusCode(404);
        Reports.get(API + POOL + "?on=2014-01-01&fund=" + PoolFacts.FUND, PLACE)
                .then()
                .statusCode(404);
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
                .hasSize(8)
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
                "contributions",
                "commitments",
                "variations",
                "virements",
                "protected-amounts",
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

    private static Map<String, Object> line(String on, String reference) {
        return on(on).getMap(
                        BCF
                                + ".lines.find { it.reference == '%s-%s' }.amounts"
                                        .formatted(PoolFacts.FUND, reference));
    }

    private static Map<String, Object> commitment(String on) {
        return on(on).getMap(
                        "commitments.find { it.reference == '%s-L06-C1' }"
                                .formatted(PoolFacts.FUND));
    }

    private static Map<String, Object> contribution(String on) {
        return on(on).getMap("contributions[0]");
    }

    private static Map<String, Object> ageing(String on) {
        return on(on).getMap("contributions[0].arrears");
    }

    private static List<String> attention(String on) {
        return page(on).select(".attention__item").eachText();
    }

    private static String text(String on, String section) {
        return page(on).select("section[aria-labelledby=%s]".formatted(section)).text();
    }

    private static Document page(String on) {
        return html(POOL + asked(on));
    }

    private static JsonPath on(String on) {
        return json(API + POOL + asked(on));
    }

    /// Other tests tell of other funds of the place.
    private static String asked(String on) {
        return "?on=%s&fund=%s".formatted(on, PoolFacts.FUND);
    }

    private static JsonPath json(String path) {
        return JsonPath.from(got(path, "application/json"));
    }

    private static Document html(String path) {
        return Jsoup.parse(got(path, "text/html"));
    }

    private static String got(String path, String type) {
        return given().auth()
                .oauth2(Tokens.of("viewer").in(PLACE))
                .accept(type)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
