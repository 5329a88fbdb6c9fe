package locality.governance.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import locality.governance.schedule.ToSchedule.Predecessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final LocalDate REVIEWS = LocalDate.of(2021, 6, 18);

    /// Oldham's timeline of June 2021 (*Oldham Integrated Care System*, timeline and milestones),
    /// with lags of 28, 28 and 0 days (illustrative).
    private static List<ToSchedule> oldham(LocalDate reviews) {
        return List.of(
                milestone("reviews", reviews),
                milestone("agreement", LocalDate.of(2021, 7, 31), new Predecessor("reviews", 28)),
                milestone("s75", LocalDate.of(2021, 8, 31), new Predecessor("agreement", 28)),
                milestone("board", LocalDate.of(2021, 9, 30), new Predecessor("s75", 0)));
    }

    @Test
    @Tag("G46")
    void aSlipOfTwentyDaysMovesTheAgreementByFiveTheSection75ByTwoAndTheBoardByNone() {
        assertThat(early(oldham(REVIEWS.plusDays(20))))
                .containsEntry("agreement", LocalDate.of(2021, 8, 5))
                .containsEntry("s75", LocalDate.of(2021, 9, 2))
                .containsEntry("board", LocalDate.of(2021, 9, 30));
    }

    @Test
    @Tag("G46")
    void aSlipOfFourteenDaysMovesNothing() {
        assertThat(early(oldham(REVIEWS.plusDays(14))))
                .containsEntry("agreement", LocalDate.of(2021, 7, 31))
                .containsEntry("s75", LocalDate.of(2021, 8, 31))
                .containsEntry("board", LocalDate.of(2021, 9, 30));
    }

    @Test
    void withoutADeadlineOrAFollowerLateIsTheEnd() {
        var schedule =
                Schedule.of(
                        List.of(
                                milestone("short", day(3)),
                                milestone("long", day(20)),
                                milestone("last", day(5), new Predecessor("long", 10))));

        assertThat(schedule.end()).isEqualTo(day(30));
        assertThat(schedule.milestones())
                .containsExactly(
                        new Scheduled("short", day(3), day(30), 27, false, null),
                        new Scheduled("long", day(20), day(20), 0, true, null),
                        new Scheduled("last", day(30), day(30), 0, true, null));
    }

    @Test
    void aDeadlineThatCannotBeKeptMakesTheFloatNegativeAllTheWayBack() {
        var schedule =
                Schedule.of(
                        List.of(
                                milestone("first", day(10)),
                                new ToSchedule(
                                        "demanded",
                                        day(1),
                                        List.of(new Predecessor("first", 7)),
                                        day(14),
                                        null),
                                milestone("aside", day(25))));

        assertThat(schedule.milestones())
                .extracting(Scheduled::floatDays, Scheduled::critical)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(-3L, true),
                        org.assertj.core.groups.Tuple.tuple(-3L, true),
                        org.assertj.core.groups.Tuple.tuple(0L, false));
    }

    @Test
    void ofADeadlineAndAFollowerTheEarlierBinds() {
        var schedule =
                Schedule.of(
                        List.of(
                                new ToSchedule("early", day(1), List.of(), day(9), null),
                                new ToSchedule("far", day(1), List.of(), day(60), null),
                                milestone(
                                        "last",
                                        day(20),
                                        new Predecessor("early", 5),
                                        new Predecessor("far", 5))));

        assertThat(schedule.milestones())
                .extracting(Scheduled::late)
                .containsExactly(day(9), day(15), day(20));
    }

    @Test
    void aDeadlineAfterTheEndLeavesTimeToIt() {
        assertThat(
                        Schedule.of(List.of(new ToSchedule("m", day(1), List.of(), day(30), null)))
                                .milestones())
                .containsExactly(new Scheduled("m", day(1), day(30), 29, true, null));
    }

    @Test
    void aFollowerThatMayComeBeforeAllowsADayAfterTheEnd() {
        var schedule =
                Schedule.of(
                        List.of(
                                milestone("main", day(30)),
                                milestone("ahead", day(1), new Predecessor("main", -10))));

        assertThat(schedule.milestones())
                .containsExactly(
                        new Scheduled("main", day(30), day(40), 10, true, null),
                        new Scheduled("ahead", day(20), day(30), 10, true, null));
    }

    @Test
    void slippageIsFromTheBaselineToWhenItCanBeReached() {
        var schedule =
                Schedule.of(
                        List.of(
                                milestone("moved", day(20)),
                                new ToSchedule(
                                        "follower",
                                        day(10),
                                        List.of(new Predecessor("moved", 1)),
                                        null,
                                        day(10)),
                                new ToSchedule("sooner", day(5), List.of(), null, day(9))));

        assertThat(schedule.milestones())
                .extracting(Scheduled::slippageDays)
                .containsExactly(null, 11L, -4L);
    }

    @Test
    void lagsAreCalendarDaysOverTheEndOfFebruary() {
        assertThat(
                        early(
                                List.of(
                                        milestone("a", LocalDate.of(2024, 2, 28)),
                                        milestone(
                                                "b",
                                                LocalDate.of(2024, 1, 1),
                                                new Predecessor("a", 2)))))
                .containsEntry("b", LocalDate.of(2024, 3, 1));
    }

    @Test
    void nothingHasNoEnd() {
        assertThat(Schedule.of(List.of())).isEqualTo(new Schedule(List.of(), null));
    }

    @Test
    void aCircleIsRefusedAndNamedInOrder() {
        var circle =
                List.of(
                        milestone("outside", day(1)),
                        milestone("c", day(1), new Predecessor("b", 0)),
                        milestone("a", day(1), new Predecessor("c", 0)),
                        milestone("after", day(1), new Predecessor("a", 0)),
                        milestone(
                                "b",
                                day(1),
                                new Predecessor("a", 0),
                                new Predecessor("outside", 0)));

        refused(circle, "MILESTONES_CIRCULAR", Map.of("circle", List.of("a", "b", "c", "a")));
        refused(
                circle.reversed(),
                "MILESTONES_CIRCULAR",
                Map.of("circle", List.of("a", "b", "c", "a")));
        refused(
                List.of(milestone("a", day(1), new Predecessor("a", 3))),
                "MILESTONES_CIRCULAR",
                Map.of("circle", List.of("a", "a")));
    }

    @Test
    void whatIsUnknownOrNamedTwiceIsRefused() {
        refused(
                List.of(milestone("a", day(1), new Predecessor("b", 0))),
                "UNKNOWN_PREDECESSOR",
                Map.of("milestone", "a", "predecessor", "b"));
        refused(
                List.of(milestone("a", day(1)), milestone("a", day(2))),
                "MILESTONE_NAMED_TWICE",
                Map.of("milestone", "a"));
        assertThatThrownBy(
                        () ->
                                milestone(
                                        "b",
                                        day(1),
                                        new Predecessor("a", 0),
                                        new Predecessor("a", 1)))
                .isInstanceOfSatisfying(
                        ScheduleRefusal.class,
                        no -> {
                            assertThat(no.code()).isEqualTo("PREDECESSOR_NAMED_TWICE");
                            assertThat(no.operands())
                                    .isEqualTo(Map.of("milestone", "b", "predecessor", "a"));
                        });
    }

    @Test
    void lagsAndDatesBeyondReasonAreRefused() {
        new Predecessor("a", 36_525);
        new Predecessor("a", -36_525);
        assertThatThrownBy(() -> new Predecessor("a", Integer.MIN_VALUE))
                .isInstanceOfSatisfying(
                        ScheduleRefusal.class,
                        no -> {
                            assertThat(no.code()).isEqualTo("LAG_TOO_LONG");
                            assertThat(no.operands())
                                    .isEqualTo(
                                            Map.of(
                                                    "predecessor",
                                                    "a",
                                                    "lagDays",
                                                    Integer.MIN_VALUE,
                                                    "longest",
                                                    36_525));
                        });
        var far = LocalDate.of(10_000, 1, 1);
        assertThatThrownBy(() -> new ToSchedule("a", day(1), List.of(), null, far))
                .isInstanceOfSatisfying(
                        ScheduleRefusal.class,
                        no -> {
                            assertThat(no.code()).isEqualTo("DATE_OUT_OF_RANGE");
                            assertThat(no.operands())
                                    .isEqualTo(Map.of("milestone", "a", "date", far));
                        });
    }

    @Test
    void itTakesFiveThousandAndNotOneMore() {
        var chain = chain(Schedule.MOST_MILESTONES);

        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () ->
                        assertThat(Schedule.of(chain).end())
                                .isEqualTo(day(1).plusDays(Schedule.MOST_MILESTONES - 1)));
        refused(
                chain(Schedule.MOST_MILESTONES + 1),
                "SCHEDULE_TOO_LARGE",
                Map.of("what", "milestones", "count", 5_001, "most", 5_000));
    }

    @Test
    void itTakesFiftyThousandPredecessorsAndNotOneMore() {
        var starts = IntStream.range(0, 1_001).mapToObj(i -> milestone("s" + i, day(1))).toList();
        var all = new ArrayList<>(starts);
        var thousand =
                starts.stream().limit(1_000).map(one -> new Predecessor(one.id(), 0)).toList();
        IntStream.range(0, 50)
                .forEach(i -> all.add(new ToSchedule("e" + i, day(1), thousand, null, null)));
        assertThat(Schedule.of(all).end()).isEqualTo(day(1));
        all.add(milestone("more", day(1), new Predecessor("s0", 0)));

        refused(
                all,
                "SCHEDULE_TOO_LARGE",
                Map.of("what", "predecessors", "count", 50_001, "most", 50_000));
    }

    private static List<ToSchedule> chain(int length) {
        return IntStream.range(0, length)
                .mapToObj(
                        i ->
                                i == 0
                                        ? milestone("m0", day(1))
                                        : milestone(
                                                "m" + i, day(1), new Predecessor("m" + (i - 1), 1)))
                .toList();
    }

    private static void refused(
            List<ToSchedule> milestones, String code, Map<String, @Nullable Object> operands) {
        assertThatThrownBy(() -> Schedule.of(milestones))
                .isInstanceOfSatisfying(
                        ScheduleRefusal.class,
                        no -> {
                            assertThat(no.code()).isEqualTo(code);
                            assertThat(no.operands()).isEqualTo(operands);
                        });
    }

    private static Map<String, LocalDate> early(List<ToSchedule> milestones) {
        return Schedule.of(milestones).milestones().stream()
                .collect(java.util.stream.Collectors.toMap(Scheduled::id, Scheduled::early));
    }

    private static ToSchedule milestone(
            String id, LocalDate forecast, Predecessor... predecessors) {
        return new ToSchedule(id, forecast, List.of(predecessors), null, null);
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2021, 6, 1).plusDays(day - 1);
    }
}
