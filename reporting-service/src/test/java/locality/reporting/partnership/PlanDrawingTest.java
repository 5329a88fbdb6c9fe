package locality.reporting.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import locality.platform.fact.Provenance;
import locality.reporting.partnership.Plans.Milestone;
import locality.reporting.partnership.Plans.Plan;
import locality.reporting.partnership.Plans.Predecessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@Tag("G46")
class PlanDrawingTest {

    private static final LocalDate ON = LocalDate.of(2021, 7, 1);

    @Test
    void isXmlWhateverTheTitlesSay() throws Exception {
        var drawing =
                PlanDrawing.of(
                        plan(milestone("<b> & \"quoted\" \u0001", "2021-07-31", null)), ON, "p");

        assertThat(read(drawing).getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(drawing).contains("&lt;b&gt; &amp; &quot;quoted&quot;").doesNotContain("<b>");
    }

    @Test
    void namesItselfForWhoeverCannotSeeItAndCarriesNoStyle() throws Exception {
        var drawing = PlanDrawing.of(plan(milestone("Sign", "2021-08-20", "2021-07-31")), ON, "p");
        var svg = read(drawing).getDocumentElement();

        assertThat(svg.getAttribute("role")).isEqualTo("img");
        assertThat(svg.getAttribute("aria-labelledby")).isEqualTo("p-title p-description");
        assertThat(drawing).contains("id=\"p-title\"", "id=\"p-description\"");
        assertThat(drawing).doesNotContain("style").doesNotContain("<script");
        assertThat(drawing).contains("+20 days");
    }

    @Test
    void drawsNothingWithoutADay() {
        assertThat(PlanDrawing.of(plan(), ON, "p")).isEmpty();
        assertThat(PlanDrawing.of(plan(milestone("Undated", null, null)), ON, "p")).isEmpty();
    }

    @Test
    void aPlanOfOneDayAndOneOfTenYearsBothFit() throws Exception {
        for (var last : List.of("2021-07-01", "2031-07-01")) {
            var drawing =
                    PlanDrawing.of(
                            plan(
                                    milestone("First", "2021-07-01", null),
                                    milestone("Last", last, null)),
                            ON,
                            "p");
            var texts = read(drawing).getElementsByTagName("text");
            for (int i = 0; i < texts.getLength(); i++) {
                var x = texts.item(i).getAttributes().getNamedItem("x").getNodeValue();
                assertThat(Integer.parseInt(x)).isBetween(0, 960);
            }
        }
    }

    @Test
    void saysInWordsWhatItShows() {
        var planned = milestone("Sign", "2021-07-31", "2021-07-31");
        var late = in("ACHIEVED", "Reviewed late", "2021-06-18", "2021-05-31", 18L);
        var cancelled = in("CANCELLED", "Given up", "2031-01-01", "2021-07-31", null);

        var drawing = PlanDrawing.of(plan(late, planned, cancelled), ON, "p");

        assertThat(drawing)
                .contains("2 milestones of Transition", "the last on 31 July 2021")
                .contains("+18 days", "1 later than the baseline June 2021")
                .contains("the furthest by 18 days: Reviewed late")
                .doesNotContain("Given up", "2031", "without a day");
    }

    @Test
    void marksTheCriticalPathAndDrawsAnArrowFromWhatIsWaitedFor() throws Exception {
        var reviews = waiting("OLD-MS-4", "Reviews", "2021-06-18", false);
        var agreement = waiting("OLD-MS-5", "Agreement", "2021-07-31", true, "OLD-MS-4", "GM-M1");

        var drawing = PlanDrawing.of(plan(reviews, agreement), ON, "p");
        var alone = waiting("OLD-MS-5", "Agreement", "2021-07-31", false);
        var without = PlanDrawing.of(plan(reviews, alone), ON, "p");

        assertThat(read(drawing).getElementsByTagName("path").getLength())
                .as("a second outline, the line and the head of an arrow")
                .isEqualTo(read(without).getElementsByTagName("path").getLength() + 3);
        assertThat(drawing)
                .contains(">critical</text>", "on the critical path: Agreement;")
                .contains("Agreement waits for OLD-MS-4 and 28 days, GM-M1 and 28 days");
        assertThat(without).doesNotContain(">critical</text>", "on the critical path:");
    }

    /// Its forecast says June; what it waits for says September.
    @Test
    void drawsWhereItCanBeReachedNotWhereItsForecastSays() {
        var held =
                new Milestone(
                        "OLD-MS-5",
                        "Agreement",
                        "Agreement",
                        null,
                        null,
                        LocalDate.parse("2021-06-30"),
                        "DAY",
                        null,
                        LocalDate.parse("2021-06-30"),
                        null,
                        "PLANNED",
                        false,
                        64L,
                        LocalDate.parse("2021-09-02"),
                        true,
                        List.of(),
                        Provenance.illustrative());

        var drawing = PlanDrawing.of(plan(held), ON, "p");

        assertThat(drawing).contains("the last on 2 September 2021", ">Sept 2021</text>");
    }

    private static Milestone waiting(
            String reference, String title, String day, boolean critical, String... before) {
        return new Milestone(
                reference,
                title,
                "Agreement",
                null,
                null,
                LocalDate.parse(day),
                "DAY",
                null,
                null,
                null,
                "PLANNED",
                false,
                null,
                LocalDate.parse(day),
                critical,
                Stream.of(before).map(it -> new Predecessor(it, null, 28)).toList(),
                Provenance.illustrative());
    }

    private static Milestone in(
            String state, String title, String day, String baseline, @Nullable Long slippage) {
        return new Milestone(
                "OLD-MS",
                title,
                "Agreement",
                null,
                null,
                LocalDate.parse(day),
                "DAY",
                null,
                LocalDate.parse(baseline),
                state.equals("ACHIEVED") ? LocalDate.parse(day) : null,
                state,
                false,
                slippage,
                null,
                false,
                List.of(),
                Provenance.illustrative());
    }

    private static Document read(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)));
    }

    private static Plan plan(Milestone... milestones) {
        return new Plan(
                "OLD-PLAN",
                "Transition",
                List.of("Agreement"),
                List.of(),
                "June 2021",
                null,
                List.of(milestones),
                Provenance.illustrative());
    }

    private static Milestone milestone(
            String title, @Nullable String forecast, @Nullable String baseline) {
        var expected = forecast == null ? null : LocalDate.parse(forecast);
        var held = baseline == null ? null : LocalDate.parse(baseline);
        return new Milestone(
                "OLD-MS",
                title,
                "Agreement",
                null,
                null,
                expected,
                expected == null ? "UNDATED" : "DAY",
                null,
                held,
                null,
                "PLANNED",
                false,
                expected == null || held == null ? null : ChronoUnit.DAYS.between(held, expected),
                null,
                false,
                List.of(),
                Provenance.illustrative());
    }
}
