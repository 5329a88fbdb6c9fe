package locality.reporting.indicator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import locality.platform.event.InterventionEvent.IndicatorDefined;
import locality.platform.event.InterventionEvent.ObservationsRecorded.Observation;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import locality.platform.testing.Topics;
import locality.reporting.Facts;
import locality.reporting.Reports;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class IndicatorResourceTest {

    private static final Locality PLACE = Locality.GREATER_MANCHESTER;

    private final Topics interventions = Topics.of("intervention");
    private final Facts facts = new Facts(PLACE);

    @AfterEach
    void hangUp() {
        interventions.close();
    }

    @Test
    @Tag("R8")
    void flagsThePointThatIsOutsideTheLimits() {
        interventions.tell(
                facts.indicator("FLOW", null),
                facts.observed(
                        "100", "104", "98", "101", "103", "99", "102", "97", "100", "103", "98",
                        "101", "142"));

        var reading = readingOf(13);

        assertThat(reading.getString("spc.points[12].specialCause")).isEqualTo("Above UCL");
        assertThat(reading.getString("spc.variation")).isEqualTo("improvement_high");
        assertThat(reading.getString("description"))
                .contains("Latest 142", "Special cause variation, an improvement: higher");
    }

    @Test
    @Tag("R6")
    void comparesThreeMonthsWithAYearEarlier() {
        var values =
                IntStream.range(0, 15)
                        .mapToObj(month -> month < 3 ? "12032" : month < 12 ? "12000" : "12087")
                        .toArray(String[]::new);
        interventions.tell(facts.indicator("FLOW", null), facts.observed(values));

        var reading = readingOf(15);

        assertThat(reading.getInt("comparison.latest")).isEqualTo(36_261);
        assertThat(reading.getInt("comparison.prior")).isEqualTo(36_096);
        assertThat(reading.getDouble("comparison.changeRounded")).isEqualTo(0.5);
    }

    @Test
    void aCorrectionTakesThePlaceOfTheFigureAndTheFigureStaysAnswerable() {
        interventions.tell(facts.indicator("FLOW", null), facts.observed("10", "20", "30"));
        var before = readingOf(3);
        var known = Instant.parse(before.getString("observations[1].recordedAt"));

        interventions.tell(
                facts.observed(
                        List.of(
                                new Observation(
                                        LocalDate.of(2016, 5, 1),
                                        new BigDecimal("25"),
                                        null,
                                        null))));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> {
                            var now = reading("");
                            assertThat(now.getInt("observations[1].value")).isEqualTo(25);
                            assertThat(now.getInt("observations[1].told")).isEqualTo(2);
                            assertThat(now.getList("observations")).hasSize(3);
                        });
        assertThat(reading("?knownAt=" + known).getInt("observations[1].value")).isEqualTo(20);
    }

    @Test
    void whatCannotBeDrawnIsSaidAndKeepsNothingElseFromBeingShown() {
        var good = new Facts(PLACE);
        var unknown = new Facts(PLACE);
        interventions.tell(
                facts.indicator("FLOW", new BigDecimal("1e100")),
                facts.observed("10"),
                inFortnights(unknown.indicator("FLOW", null)),
                good.indicator("FLOW", null),
                good.observed("10", "20"));

        var dashboard =
                Reports.dashboardWhen(
                        PLACE,
                        it ->
                                it.getList("indicators.reference").contains(good.reference("IND"))
                                        && it.getList("freshness.what")
                                                .containsAll(
                                                        List.of(
                                                                facts.reference("IND"),
                                                                unknown.reference("IND"))));

        for (var undrawn : List.of(facts, unknown)) {
            var reference = undrawn.reference("IND");
            assertThat(
                            dashboard.getString(
                                    "attention.find { it.subject == '%s' }.kind"
                                            .formatted(reference)))
                    .isEqualTo("NOT_DRAWN");
            assertThat(
                            dashboard.getString(
                                    "freshness.find { it.what == '%s' }.words"
                                            .formatted(reference)))
                    .startsWith("cannot be drawn: ");
            assertThat(dashboard.getList("indicators.reference")).doesNotContain(reference);
        }
        var asked =
                Reports.get(
                        "/api/reporting/v1/localities/%s/dashboard?indicator=%s"
                                .formatted(PLACE.code(), facts.reference("IND")),
                        PLACE);
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.jsonPath().<Object>get("indicator")).isNull();
        Reports.get(path(), PLACE).then().statusCode(422).body("code", equalTo("BEYOND_MEASURE"));
        Reports.get("/api/reporting/v1/indicators/" + unknown.indicator, PLACE)
                .then()
                .statusCode(422)
                .body("code", equalTo("CANNOT_BE_DRAWN"))
                .body("why", containsString("not FORTNIGHT"));
    }

    private static IndicatorDefined inFortnights(IndicatorDefined it) {
        return new IndicatorDefined(
                it.indicatorId(),
                it.reference(),
                it.name(),
                it.unit(),
                it.improvementDirection(),
                "FORTNIGHT",
                it.aggregation(),
                it.target(),
                it.source(),
                it.publicationSchedule(),
                it.interventionId(),
                it.locality(),
                it.effectiveOn(),
                it.provenance());
    }

    @Test
    void aPeriodThatNobodyCanMeanIsSaidToo() {
        interventions.tell(
                facts.indicator("FLOW", null),
                facts.observed(
                        List.of(
                                new Observation(
                                        LocalDate.of(14, 1, 1),
                                        new BigDecimal("142"),
                                        null,
                                        null))));

        var dashboard =
                Reports.dashboardWhen(
                        PLACE,
                        it ->
                                it.getString(
                                                "attention.find { it.subject == '%s' }?.kind"
                                                        .formatted(facts.reference("IND")))
                                        != null);

        assertThat(
                        dashboard.getString(
                                "attention.find { it.subject == '%s' }.text"
                                        .formatted(facts.reference("IND"))))
                .contains("cannot be drawn", "0014-01-01");
    }

    @Test
    void comparesTheLatestOfARunningTotalAlone() {
        var values =
                IntStream.range(0, 13)
                        .mapToObj(month -> String.valueOf(100 + 10 * month))
                        .toArray(String[]::new);
        interventions.tell(facts.indicator("CUMULATIVE", null), facts.observed(values));

        var reading = readingOf(13);

        assertThat(reading.getInt("comparison.latest")).isEqualTo(220);
        assertThat(reading.getInt("comparison.prior")).isEqualTo(100);
        assertThat(reading.getList("comparison.latestWindow")).containsExactly("2017-04-01");
    }

    @Test
    void saysUpToWhenItIsKnown() {
        interventions.tell(facts.indicator("FLOW", null), facts.observed("10", "20"));
        var recorded = Instant.parse(readingOf(2).getString("observations[1].recordedAt"));

        var past = reading("?knownAt=" + recorded);
        var future = reading("?knownAt=2999-01-01T00:00:00Z");

        assertThat(Instant.parse(past.getString("knownAt"))).isEqualTo(recorded);
        assertThat(Instant.parse(future.getString("knownAt"))).isBetween(recorded, Instant.now());
        assertThat(future.getList("observations")).hasSize(2);
        assertThat(reading("").<Object>get("knownAt")).isNull();
    }

    @Test
    void aRatioWithATargetAboveOneIsWrittenAsItIs() {
        interventions.tell(
                facts.indicator("RATIO", new BigDecimal("1.2")), facts.observed("0.95", "0.9"));

        assertThat(readingOf(2).getString("description"))
                .contains("Latest 0.9", "Target 1.2")
                .doesNotContain("90%");
    }

    @Test
    @Tag("R5")
    void marksALateFigureAndSaysWhenTheNextWasDue() {
        interventions.tell(facts.indicator("FLOW", null), facts.observed("10", "20"));

        var reading = readingOf(2);

        assertThat(reading.getBoolean("timeliness.stale")).isTrue();
        assertThat(reading.getString("timeliness.latestPeriod")).isEqualTo("2016-05-01");
        assertThat(reading.getString("timeliness.dueBy")).isEqualTo("2016-08-31");
        assertThat(reading.getString("timeliness.publicationSchedule"))
                .isEqualTo("Monthly, second Thursday");
    }

    @Test
    void declaresAGapAndDrawsNothingInIt() {
        interventions.tell(
                facts.indicator("FLOW", new BigDecimal("15")),
                facts.observed("10", null, "30", "20"));

        var reading = readingOf(4);
        var svg = chart();

        assertThat(reading.getList("spc.missing")).containsExactly("2016-05-01");
        assertThat(reading.getString("description")).contains("1 period is without a figure");
        assertThat(svg.select("path").attr("d")).containsOnlyOnce("L").hasSizeGreaterThan(10);
        assertThat(svg.select("g title")).hasSize(3);
    }

    @Test
    void drawsEachPointByShapeAndSaysItInWords() {
        interventions.tell(
                facts.indicator("RATIO", new BigDecimal("0.95")),
                facts.observed(
                        "0.90", "0.80", "0.90", "0.80", "0.90", "0.80", "0.90", "0.80", "0.90",
                        "0.80", "0.90", "0.80", "0.40"));
        readingOf(13);

        var svg = chart();

        assertThat(svg.select("svg").attr("role")).isEqualTo("img");
        assertThat(svg.select("desc").text())
                .contains("April 2016 to April 2017", "Latest 40%", "Target 95%");
        assertThat(svg.select("g > circle")).hasSize(12);
        assertThat(svg.select("g > polygon")).hasSize(1);
        assertThat(svg.select("g title").eachText())
                .last()
                .isEqualTo("April 2017: 40%. Concern: below the lower limit");
        assertThat(svg.select("[style]")).isEmpty();
    }

    @Test
    void isATableForASpreadsheetToo() {
        interventions.tell(facts.indicator("FLOW", null), facts.observed("10", "20", "30"));
        readingOf(3);

        var csv =
                given().auth()
                        .oauth2(Tokens.of("analyst").in(PLACE))
                        .accept("text/csv")
                        .get(path())
                        .then()
                        .statusCode(200)
                        .contentType("text/csv")
                        .extract()
                        .asString();

        assertThat(csv.lines().toList())
                .hasSize(4)
                .first()
                .isEqualTo(
                        "period,value,numerator,denominator,mean,lowerLimit,upperLimit,"
                                + "specialCause,pointType");
        assertThat(csv).contains("2016-04-01,10,,,20.0,");
    }

    @Test
    void ofAnotherLocalityIsNotThere() {
        interventions.tell(facts.indicator("FLOW", null));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Reports.get(path(), PLACE).statusCode() == 200);

        Reports.get(path(), Locality.ROCHDALE)
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        Reports.get(path() + "/chart.svg", Locality.ROCHDALE).then().statusCode(404);
    }

    private String path() {
        return "/api/reporting/v1/indicators/" + facts.indicator;
    }

    private JsonPath reading(String query) {
        return Reports.get(path() + query, PLACE).then().statusCode(200).extract().jsonPath();
    }

    private JsonPath readingOf(int observations) {
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            var answer = Reports.get(path(), PLACE);
                            return answer.statusCode() == 200
                                    && answer.jsonPath().getList("observations").size()
                                            == observations;
                        });
        return reading("");
    }

    private org.jsoup.nodes.Document chart() {
        var svg = Reports.get(path() + "/chart.svg", PLACE).then().statusCode(200).extract();
        assertThat(svg.contentType()).startsWith("image/svg+xml");
        return Jsoup.parse(svg.asString(), Parser.xmlParser());
    }
}
