package locality.governance.schedule;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import locality.governance.schedule.ToSchedule.Predecessor;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;

/// Laws of the schedule, over plans of up to thirty milestones that wait for each other in any way
/// but a circle.
@Tag("G46")
class ScheduleLawsTest {

    private static final LocalDate START = LocalDate.of(2021, 4, 1);

    @Property
    void itIsWhatTheLongestOfAllPathsSay(@ForAll("plans") List<ToSchedule> plan) {
        var schedule = Schedule.of(plan);

        assertThat(early(schedule)).isEqualTo(LongestPaths.early(plan));
        assertThat(late(schedule)).isEqualTo(LongestPaths.late(plan));
        assertThat(schedule.end()).isEqualTo(Collections.max(LongestPaths.early(plan).values()));
    }

    @Property
    void lateIsNeverBeforeEarlyUnlessADeadlineCannotBeKept(@ForAll("plans") List<ToSchedule> plan) {
        var early = LongestPaths.early(plan);
        var feasible =
                plan.stream()
                        .map(
                                one ->
                                        one.deadline() != null
                                                        && one.deadline()
                                                                .isBefore(of(early, one.id()))
                                                ? with(one, one.forecast(), null)
                                                : one)
                        .toList();

        assertThat(Schedule.of(feasible).milestones())
                .allSatisfy(
                        one -> {
                            assertThat(one.late()).isAfterOrEqualTo(one.early());
                            assertThat(one.floatDays()).isNotNegative();
                        });
    }

    @Property
    void aSlipMovesNothingEarlierAndNothingByMoreThanItself(
            @ForAll("plans") List<ToSchedule> plan,
            @ForAll @IntRange(max = 1_000) int which,
            @ForAll @IntRange(max = 200) int slip) {
        var slipped = new ArrayList<>(plan);
        int at = which % plan.size();
        slipped.set(
                at,
                with(
                        plan.get(at),
                        plan.get(at).forecast().plusDays(slip),
                        plan.get(at).deadline()));

        var before = Schedule.of(plan);
        var after = early(Schedule.of(slipped));

        assertThat(before.milestones())
                .allSatisfy(
                        one ->
                                assertThat(after.get(one.id()))
                                        .isAfterOrEqualTo(one.early())
                                        .isBeforeOrEqualTo(one.early().plusDays(slip)));
        assertThat(late(Schedule.of(slipped)))
                .allSatisfy((id, day) -> assertThat(day).isAfterOrEqualTo(late(before).get(id)));
    }

    @Property
    void theOrderOfTheListDoesNotMatter(
            @ForAll("plans") List<ToSchedule> plan, @ForAll Random shuffling) {
        var shuffled = new ArrayList<>(plan);
        Collections.shuffle(shuffled, shuffling);

        assertThat(byId(Schedule.of(shuffled))).isEqualTo(byId(Schedule.of(plan)));
    }

    @Property
    void thoseOfTheLeastFloatAreCriticalAndNoOther(@ForAll("plans") List<ToSchedule> plan) {
        var all = Schedule.of(plan).milestones();
        long least = all.stream().mapToLong(Scheduled::floatDays).min().orElseThrow();

        assertThat(all)
                .allSatisfy(one -> assertThat(one.critical()).isEqualTo(one.floatDays() == least));
    }

    /// Where nobody demands anything and nothing may come before what it waits for, each critical
    /// milestone is on a way from one that starts by itself to one on the last day, all of it
    /// critical and each step as short as its lag.
    @Property
    void withoutDeadlinesWhatIsCriticalIsAWayFromAStartToTheEnd(
            @ForAll("plans") List<ToSchedule> demanded) {
        var plan = demanded.stream().map(ScheduleLawsTest::inOneDirection).toList();
        var schedule = Schedule.of(plan);
        var found = byId(schedule);
        var given = plan.stream().collect(toMap(ToSchedule::id, identity()));
        var critical =
                schedule.milestones().stream()
                        .filter(Scheduled::critical)
                        .map(Scheduled::id)
                        .toList();

        assertThat(critical)
                .isNotEmpty()
                .allSatisfy(
                        id -> {
                            assertThat(of(found, id).floatDays()).isZero();
                            assertThat(
                                            of(found, id).early().equals(of(given, id).forecast())
                                                    || critical.stream()
                                                            .anyMatch(
                                                                    p ->
                                                                            tight(
                                                                                    p, id, given,
                                                                                    found)))
                                    .as("%s starts or follows a critical one at once", id)
                                    .isTrue();
                            assertThat(
                                            of(found, id).early().equals(schedule.end())
                                                    || critical.stream()
                                                            .anyMatch(
                                                                    f ->
                                                                            tight(
                                                                                    id, f, given,
                                                                                    found)))
                                    .as("%s ends or is followed by a critical one at once", id)
                                    .isTrue();
                        });
    }

    private static boolean tight(
            String before,
            String after,
            Map<String, ToSchedule> given,
            Map<String, Scheduled> found) {
        return of(given, after).predecessors().stream()
                .filter(link -> link.id().equals(before))
                .anyMatch(
                        link ->
                                of(found, before)
                                        .early()
                                        .plusDays(link.lagDays())
                                        .equals(of(found, after).early()));
    }

    /// Written without regard to time: goes down every path there is.
    private static final class LongestPaths {

        static Map<String, LocalDate> early(List<ToSchedule> plan) {
            var early = new HashMap<String, LocalDate>();
            plan.forEach(one -> early.put(one.id(), one.forecast()));
            for (int round = 0; round < plan.size(); round++) {
                for (var one : plan) {
                    for (var link : one.predecessors()) {
                        early.merge(
                                one.id(),
                                of(early, link.id()).plusDays(link.lagDays()),
                                (a, b) -> a.isAfter(b) ? a : b);
                    }
                }
            }
            return early;
        }

        static Map<String, LocalDate> late(List<ToSchedule> plan) {
            var end = Collections.max(early(plan).values());
            var late = new HashMap<String, LocalDate>();
            for (var one : plan) {
                boolean stands =
                        plan.stream()
                                .flatMap(other -> other.predecessors().stream())
                                .noneMatch(link -> link.id().equals(one.id()));
                var own = one.deadline() == null && stands ? end : one.deadline();
                late.put(one.id(), own == null ? LocalDate.of(9999, 12, 31) : own);
            }
            for (int round = 0; round < plan.size(); round++) {
                for (var one : plan) {
                    for (var link : one.predecessors()) {
                        late.merge(
                                link.id(),
                                of(late, one.id()).minusDays(link.lagDays()),
                                (a, b) -> a.isBefore(b) ? a : b);
                    }
                }
            }
            return late;
        }
    }

    @Provide
    Arbitrary<List<ToSchedule>> plans() {
        return Arbitraries.randomValue(Random::nextLong)
                .flatMap(
                        seed ->
                                Arbitraries.integers()
                                        .between(1, 30)
                                        .map(size -> plan(new Random(seed), size)));
    }

    private static List<ToSchedule> plan(Random random, int size) {
        var plan = new ArrayList<ToSchedule>();
        for (int i = 0; i < size; i++) {
            var links =
                    IntStream.range(0, i)
                            .filter(_ -> random.nextInt(4) == 0)
                            .mapToObj(p -> new Predecessor("m" + p, random.nextInt(-20, 60)))
                            .toList();
            plan.add(
                    new ToSchedule(
                            "m" + i,
                            START.plusDays(random.nextInt(365)),
                            links,
                            random.nextInt(5) == 0 ? START.plusDays(random.nextInt(500)) : null,
                            null));
        }
        Collections.shuffle(plan, random);
        return plan;
    }

    private static <T> T of(Map<String, T> found, String id) {
        return Objects.requireNonNull(found.get(id));
    }

    private static ToSchedule inOneDirection(ToSchedule one) {
        var links =
                one.predecessors().stream()
                        .map(link -> new Predecessor(link.id(), Math.abs(link.lagDays())))
                        .toList();
        return new ToSchedule(one.id(), one.forecast(), links, null, one.baseline());
    }

    private static ToSchedule with(
            ToSchedule one, LocalDate forecast, @Nullable LocalDate deadline) {
        return new ToSchedule(one.id(), forecast, one.predecessors(), deadline, one.baseline());
    }

    private static Map<String, LocalDate> early(Schedule schedule) {
        return schedule.milestones().stream().collect(toMap(Scheduled::id, Scheduled::early));
    }

    private static Map<String, LocalDate> late(Schedule schedule) {
        return schedule.milestones().stream().collect(toMap(Scheduled::id, Scheduled::late));
    }

    private static Map<String, Scheduled> byId(Schedule schedule) {
        return schedule.milestones().stream().collect(toMap(Scheduled::id, identity()));
    }
}
