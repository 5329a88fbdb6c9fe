package locality.governance.schedule;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import locality.governance.schedule.ToSchedule.Predecessor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The dates of milestones that wait for each other, by the critical path method: two passes over
/// them, in linear time.
///
/// Forward, a milestone is reached on its own forecast or, if later, once the lag after each of its
/// predecessors is over. The end is the last day on which one is reached. Backward, a milestone may
/// be as late as its deadline, and as late as each of its followers may be, less the lag; one that
/// has neither may be as late as the end. By a negative lag a follower may allow a day after the
/// end: the end then moves, and no milestone is late.
///
/// Slippage is from the baseline to the first day on which it can be reached, not to its own
/// forecast: what it waits for may have moved while its forecast says what it always said.
///
/// @param milestones in the order in which they were given
/// @param end null when there are none
@Schema(name = "Schedule")
public record Schedule(List<Scheduled> milestones, @Nullable LocalDate end) {

    /// How many it takes at the most **(default)**.
    public static final int MOST_MILESTONES = 5_000;

    /// How many predecessors all of them may name together **(default)**.
    public static final int MOST_PREDECESSORS = 50_000;

    /// @throws ScheduleRefusal if there are too many, an id is given twice, a predecessor is none
    ///   of them, or some wait for each other in a circle
    public static Schedule of(List<ToSchedule> milestones) {
        var byId = byId(milestones);
        var order = order(byId);
        var early = early(order, byId);
        if (early.isEmpty()) {
            return new Schedule(List.of(), null);
        }
        var end = Collections.max(early.values());
        var late = late(order, byId, end);
        long least =
                order.stream()
                        .mapToLong(id -> days(of(early, id), of(late, id)))
                        .min()
                        .orElseThrow();
        return new Schedule(
                milestones.stream()
                        .map(one -> scheduled(one, of(early, one.id()), of(late, one.id()), least))
                        .toList(),
                end);
    }

    private static Scheduled scheduled(
            ToSchedule milestone, LocalDate early, LocalDate late, long least) {
        long floatDays = days(early, late);
        return new Scheduled(
                milestone.id(),
                early,
                late,
                floatDays,
                floatDays == least,
                milestone.baseline() == null ? null : days(milestone.baseline(), early));
    }

    private static Map<String, ToSchedule> byId(List<ToSchedule> milestones) {
        if (milestones.size() > MOST_MILESTONES) {
            throw new ScheduleRefusal.TooMany("milestones", milestones.size(), MOST_MILESTONES);
        }
        int predecessors = milestones.stream().mapToInt(one -> one.predecessors().size()).sum();
        if (predecessors > MOST_PREDECESSORS) {
            throw new ScheduleRefusal.TooMany("predecessors", predecessors, MOST_PREDECESSORS);
        }
        var byId = new LinkedHashMap<String, ToSchedule>();
        for (var milestone : milestones) {
            if (byId.put(milestone.id(), milestone) != null) {
                throw new ScheduleRefusal.NamedTwice(milestone.id());
            }
        }
        return byId;
    }

    private static List<String> order(Map<String, ToSchedule> byId) {
        var waitsFor = new LinkedHashMap<String, List<String>>();
        for (var milestone : byId.values()) {
            for (var predecessor : milestone.predecessors()) {
                if (!byId.containsKey(predecessor.id())) {
                    throw new ScheduleRefusal.UnknownPredecessor(milestone.id(), predecessor.id());
                }
            }
            waitsFor.put(
                    milestone.id(),
                    milestone.predecessors().stream().map(Predecessor::id).toList());
        }
        return Order.of(waitsFor);
    }

    private static Map<String, LocalDate> early(List<String> order, Map<String, ToSchedule> byId) {
        var early = new HashMap<String, LocalDate>();
        for (var id : order) {
            var milestone = of(byId, id);
            var day = milestone.forecast();
            for (var before : milestone.predecessors()) {
                var after = of(early, before.id()).plusDays(before.lagDays());
                day = day.isBefore(after) ? after : day;
            }
            early.put(id, day);
        }
        return early;
    }

    private static Map<String, LocalDate> late(
            List<String> order, Map<String, ToSchedule> byId, LocalDate end) {
        var bounds = new HashMap<String, List<LocalDate>>();
        var late = new HashMap<String, LocalDate>();
        for (var id : order.reversed()) {
            var milestone = of(byId, id);
            var own = bounds.computeIfAbsent(id, _ -> new ArrayList<>());
            if (milestone.deadline() != null) {
                own.add(milestone.deadline());
            }
            var day = own.isEmpty() ? end : Collections.min(own);
            late.put(id, day);
            for (var before : milestone.predecessors()) {
                bounds.computeIfAbsent(before.id(), _ -> new ArrayList<>())
                        .add(day.minusDays(before.lagDays()));
            }
        }
        return late;
    }

    private static <T> T of(Map<String, T> found, String id) {
        return requireNonNull(found.get(id));
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }
}
