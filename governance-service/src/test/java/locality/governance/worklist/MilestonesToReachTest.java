package locality.governance.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import locality.platform.testing.Infrastructure;
import locality.platform.time.BusinessClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Milestones on the worklist: late, near, to be reviewed.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G46")
class MilestonesToReachTest extends WorkToDo {

    @Inject Clock clock;

    private String plan;
    private LocalDate today;

    @BeforeEach
    void thereIsAPlan() {
        plan = manchester.board + "-PLAN";
        today = BusinessClock.today(clock);
        secretary.does(
                "/plans",
                """
                {"reference": "%s", "title": "A plan", "body": "%s", "madeOn": "2014-05-14"}
                """
                        .formatted(plan, manchester.board));
    }

    @Test
    void oneWhoseLastDayIsPastIsMovedOrAchieved() {
        var late = planned("\"forecast\": \"2014-06\"");

        assertThat(row("MILESTONE_OVERDUE", late, "2014-06-30")).isEmpty();
        assertThat(row("MILESTONE_OVERDUE", late, "2014-07-02"))
                .get()
                .returns("2014-06-30", Row::dueOn)
                .returns(2L, Row::overdueDays)
                .returns(manchester.board, Row::body);
        clears(row("MILESTONE_OVERDUE", late, today.toString()), today.toString());
    }

    @Test
    void oneWhoseLastDayIsWithinAFortnightIsAchieved() {
        var near = planned("\"forecast\": \"%s\"".formatted(today.plusDays(10)));

        assertThat(row("MILESTONE_NEAR", near, today.minusDays(5).toString())).isEmpty();
        assertThat(row("MILESTONE_NEAR", near, today.minusDays(4).toString()))
                .get()
                .returns(today.plusDays(10).toString(), Row::dueOn)
                .returns(0L, Row::overdueDays);
        clears(row("MILESTONE_NEAR", near, today.toString()), today.toString());
    }

    @Test
    void oneThatGoesOnIsReviewedOnItsDayAndAtOnceWithoutOne() {
        var reviewed = planned("\"reviewOn\": \"2014-09-01\"");
        var open = planned("\"precision\": \"ONGOING\"");

        assertThat(row("MILESTONE_TO_REVIEW", reviewed, "2014-08-31")).isEmpty();
        assertThat(row("MILESTONE_TO_REVIEW", reviewed, "2014-09-01"))
                .get()
                .returns("2014-09-01", Row::dueOn);
        assertThat(row("MILESTONE_TO_REVIEW", open, "2014-05-14"))
                .get()
                .returns("2014-05-14", Row::since)
                .returns(null, Row::dueOn);
        clears(row("MILESTONE_TO_REVIEW", reviewed, today.toString()), today.toString());
        clears(row("MILESTONE_TO_REVIEW", open, today.toString()), today.toString());
    }

    @Test
    void oneWithoutADateIsGivenOne() {
        var undated = planned("\"precision\": \"UNDATED\"");

        assertThat(row("MILESTONE_UNDATED", undated, "2014-05-14"))
                .get()
                .returns("2014-05-14", Row::since)
                .returns(null, Row::dueOn);
        clears(row("MILESTONE_UNDATED", undated, today.toString()), today.toString());
    }

    private String planned(String forecast) {
        return secretary.makes(
                "/plans/%s/milestones".formatted(plan),
                """
                {"title": "A milestone", "post": "Programme Director", "plannedOn": "2014-05-14",
                 %s}
                """
                        .formatted(forecast));
    }
}
