package locality.reporting.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.BoardEvent.ActionChanged;
import locality.platform.event.PlanEvent.Area;
import locality.platform.event.PlanEvent.MilestoneChanged;
import locality.platform.event.PlanEvent.PlanChanged;
import locality.platform.event.PlanEvent.Predecessor;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import locality.platform.testing.Topics;
import locality.reporting.Facts;
import locality.reporting.Reports;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A plan with parts, whose second milestone waits a fortnight for the first, and a baseline that
/// was recorded after areas were added and set as of before.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class PlanOfPartsTest {

    private static final Locality PLACE = Locality.OLDHAM;
    private static final String TITLE = "Plan of parts";
    private static final UUID PLAN = Ids.next();
    private static final UUID BODY = Ids.next();
    private static final UUID REVIEWS = Ids.next();
    private static final UUID AGREEMENT = Ids.next();
    private static final List<Area> AREAS =
            List.of(
                    new Area("Priority design areas", null),
                    new Area("Integration Agreement", 1),
                    new Area("Enabling design areas", null),
                    new Area("Integrated workforce model", 3),
                    new Area("CCG shut down", 3));
    private static final List<Area> MORE_AREAS =
            List.of(
                    AREAS.get(0),
                    AREAS.get(1),
                    AREAS.get(2),
                    AREAS.get(3),
                    AREAS.get(4),
                    new Area("Added since", null));

    @BeforeAll
    static void thePlanIsTold() {
        try (var governance = Topics.of("governance")) {
            governance.tell(
                    plan(AREAS, null, "2021-05-01"),
                    plan(MORE_AREAS, null, "2021-05-10"),
                    plan(MORE_AREAS, "First", "2021-05-05"),
                    milestone(REVIEWS, "OLD-PARTS-M1", "PLANNED", "2021-06-01", "2021-06-01", "01"),
                    milestone(
                            AGREEMENT, "OLD-PARTS-M2", "PLANNED", "2021-06-15", "2021-06-15", "01"),
                    milestone(Ids.next(), "OLD-PARTS-M3", "CANCELLED", null, null, "01"),
                    milestone(REVIEWS, "OLD-PARTS-M1", "PLANNED", "2021-06-21", "2021-06-01", "20"),
                    milestone(
                            AGREEMENT, "OLD-PARTS-M2", "PLANNED", "2021-07-05", "2021-06-15", "20"),
                    action());
        }
    }

    @BeforeEach
    void untilItHasArrived() {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(
                        () -> {
                            assertThat(json("2021-05-20").getLong(of("M2") + "slippageDays"))
                                    .isEqualTo(20);
                            assertThat(json("2021-05-20").getList(plan() + "emptyAreas"))
                                    .doesNotContain("Integrated workforce model");
                        });
    }

    @Test
    @Tag("G46")
    void slippageIsFromTheBaselineToTheDayOnWhichItCanBeReachedNotToItsForecast() {
        var before = json("2021-05-19");

        assertThat(before.getString(of("M2") + "forecastOn")).isEqualTo("2021-06-01");
        assertThat(before.getString(of("M2") + "earlyOn")).isEqualTo("2021-06-15");
        assertThat(before.getLong(of("M2") + "slippageDays")).isZero();
        assertThat(rows("2021-05-19")).anyMatch(row -> row.contains("OLD-PARTS-M1 and 14 days"));
        assertThat(attention("2021-05-19")).noneMatch(it -> it.contains(TITLE));

        assertThat(rows("2021-05-19"))
                .anyMatch(row -> row.contains("15 June 2021 at the earliest"));
        assertThat(rows("2021-05-19"))
                .noneMatch(row -> row.contains("1 June 2021 at the earliest"));
        assertThat(json("2021-05-20").getString(of("M2") + "forecastOn")).isEqualTo("2021-06-01");
        assertThat(attention("2021-05-20"))
                .contains(
                        "Slipped Plan of parts: 2 milestones are later than the baseline First:"
                                + " OLD-PARTS-M1; OLD-PARTS-M2");
        assertThat(
                        json("2021-05-20")
                                .getList(plan() + "milestones.findAll { it.critical }.reference"))
                .containsExactly("OLD-PARTS-M1", "OLD-PARTS-M2");
    }

    @Test
    @Tag("G46")
    void aBaselineThatIsSetAsOfAnEarlierDayHoldsFromItOn() {
        assertThat(json("2021-05-04").getString(plan() + "baseline")).isNull();
        assertThat(json("2021-05-05").getString(plan() + "baseline")).isEqualTo("First");
        assertThat(json("2021-05-20").getString(plan() + "baseline")).isEqualTo("First");
    }

    @Test
    @Tag("G44")
    void anAreaIsEmptyWhenNothingStandsInItNorInItsParts() {
        assertThat(json("2021-05-20").getList(plan() + "emptyAreas"))
                .containsExactly("CCG shut down", "Added since");
    }

    private static String plan() {
        return "plans.find { it.reference == 'OLD-PARTS' }.";
    }

    private static String of(String milestone) {
        return plan() + "milestones.find { it.reference == 'OLD-PARTS-%s' }.".formatted(milestone);
    }

    private static PlanChanged plan(List<Area> areas, @Nullable String baseline, String from) {
        return new PlanChanged(
                PLAN,
                "OLD-PARTS",
                TITLE,
                areas,
                baseline,
                null,
                PLACE,
                LocalDate.parse(from),
                Facts.STATED,
                BODY);
    }

    /// Each is forecast by 1 June, whenever it can be reached, unless that is the first's own slip.
    private static MilestoneChanged milestone(
            UUID id,
            String reference,
            String state,
            @Nullable String early,
            @Nullable String baseline,
            String dayOfMay) {
        var reachable = early == null ? null : LocalDate.parse(early);
        return new MilestoneChanged(
                id,
                PLAN,
                reference,
                reference,
                reachable == null ? "CCG shut down" : "Integration Agreement",
                null,
                null,
                id.equals(REVIEWS) ? reachable : LocalDate.of(2021, 6, 1),
                "DAY",
                null,
                baseline == null ? null : LocalDate.parse(baseline),
                null,
                state,
                PLACE,
                LocalDate.parse("2021-05-" + dayOfMay),
                Facts.STATED,
                reachable,
                reachable != null,
                id.equals(AGREEMENT)
                        ? List.of(new Predecessor(REVIEWS, "OLD-PARTS-M1", 14))
                        : List.of());
    }

    /// Minutes write the area in their own way.
    private static ActionChanged action() {
        return new ActionChanged(
                Ids.next(),
                "OLD-PARTS-A1",
                "Draft the model",
                "Programme Director",
                null,
                null,
                "OPEN",
                null,
                null,
                PLACE,
                LocalDate.of(2021, 5, 1),
                Facts.STATED,
                BODY,
                "Integrated Workforce Model",
                null);
    }

    private static JsonPath json(String on) {
        return Reports.get("/api/reporting/v1/localities/E08000004/plan?on=" + on, PLACE)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> rows(String on) {
        return select(on, ".scroll tbody tr");
    }

    private static List<String> attention(String on) {
        return select(on, ".attention__item");
    }

    private static List<String> select(String on, String what) {
        return Jsoup.parse(
                        given().auth()
                                .oauth2(Tokens.of("viewer").in(PLACE))
                                .accept("text/html")
                                .get("/localities/E08000004/plan?on=" + on)
                                .then()
                                .statusCode(200)
                                .extract()
                                .asString())
                .select(what)
                .eachText();
    }
}
