package locality.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.event.PartnershipEvent.AssessmentChanged;
import locality.platform.event.PartnershipEvent.Rating;
import locality.platform.event.PlanEvent.MilestoneChanged;
import locality.platform.event.PlanEvent.PlanChanged;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Topics;
import locality.reporting.Facts;
import locality.reporting.Reports;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is told last of a thing says what it now is, also when it is told of an earlier day than
/// something was told of before.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ToldLastTest {

    private static final Locality PLACE = Locality.STOCKPORT;
    private static final UUID PLAN = Ids.next();
    private static final UUID MILESTONE = Ids.next();
    private static final UUID ASSESSMENT = Ids.next();

    @BeforeAll
    static void anEarlierDayIsToldAfterALaterOne() {
        try (var governance = Topics.of("governance")) {
            governance.tell(
                    plan(),
                    milestone("PLANNED", "2021-01-01", null),
                    milestone("PLANNED", "2021-06-01", null),
                    milestone("ACHIEVED", "2021-05-20", "2021-05-20"),
                    assessed("2021-06-01", "AMBER", null),
                    assessed("2021-05-01", "AMBER", "RED"));
        }
    }

    @BeforeEach
    void untilItHasArrived() {
        await().untilAsserted(() -> assertThat(redOn("2021-05-01")).isEqualTo("RED"));
    }

    @Test
    @Tag("G46")
    void aMilestoneIsAchievedFromItsDayThoughItsBaselineWasToldOfALaterOne() {
        assertThat(stateOn("2021-05-19")).isEqualTo("PLANNED");
        assertThat(stateOn("2021-05-20")).isEqualTo("ACHIEVED");
        assertThat(stateOn("2021-06-15")).isEqualTo("ACHIEVED");
    }

    @Test
    @Tag("G36")
    void aRatingOfAnEarlierDayIsThereOnLaterOnesToo() {
        assertThat(redOn("2021-06-15")).isEqualTo("RED");
    }

    private static String stateOn(String on) {
        return get("plan", on, "plans[0].milestones[0].state");
    }

    private static @Nullable String redOn(String on) {
        return get("partnership", on, "assessments[0].ratings[1].reviewer");
    }

    private static String get(String page, String on, String path) {
        return Reports.get(
                        "/api/reporting/v1/localities/E08000007/%s?on=%s".formatted(page, on),
                        PLACE)
                .then()
                .statusCode(200)
                .extract()
                .path(path);
    }

    private static PlanChanged plan() {
        return new PlanChanged(
                PLAN,
                "SKP-PLAN",
                "A plan",
                List.of(),
                null,
                null,
                PLACE,
                LocalDate.of(2021, 1, 1),
                Facts.STATED,
                null);
    }

    private static MilestoneChanged milestone(
            String state, String from, @Nullable String achievedOn) {
        return new MilestoneChanged(
                MILESTONE,
                PLAN,
                "SKP-MS-1",
                "A milestone",
                null,
                null,
                null,
                LocalDate.of(2021, 5, 31),
                "DAY",
                null,
                null,
                achievedOn == null ? null : LocalDate.parse(achievedOn),
                state,
                PLACE,
                LocalDate.parse(from),
                Facts.STATED,
                null,
                false,
                List.of());
    }

    private static AssessmentChanged assessed(String from, String first, @Nullable String second) {
        return new AssessmentChanged(
                ASSESSMENT,
                "SKP-PEER",
                "A peer review",
                "FRAMEWORK",
                null,
                "CONDUCTED",
                List.of("RED", "AMBER", "GREEN"),
                List.of(
                        new Rating("Function", "First", null, first, null),
                        new Rating("Function", "Second", null, second, null)),
                PLACE,
                LocalDate.parse(from),
                Facts.STATED,
                List.of());
    }
}
