package locality.governance.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.schedule.Schedule;
import locality.governance.schedule.Scheduled;
import locality.governance.schedule.ToSchedule;
import locality.governance.schedule.ToSchedule.Predecessor;
import org.jspecify.annotations.Nullable;

/// Milestones that wait for each other, as they stood on a day.
///
/// What is ahead and has a date is scheduled. What was reached is a fact: it moves no more, and
/// what waits for it may be once the lag after that day is over. What is cancelled, goes on without
/// an end or has no date holds nothing up.
final class Network {

    private final Map<UUID, Milestone> milestones = new LinkedHashMap<>();
    private final Map<UUID, MilestoneStep> steps = new LinkedHashMap<>();

    private Network() {}

    /// @param on those planned later are left out
    static Network of(Collection<Milestone> milestones, LocalDate on) {
        var network = new Network();
        for (var milestone : milestones) {
            milestone
                    .on(on)
                    .ifPresent(
                            step -> {
                                network.milestones.put(milestone.id, milestone);
                                network.steps.put(milestone.id, step);
                            });
        }
        return network;
    }

    /// In the order in which they were given.
    Collection<Milestone> milestones() {
        return milestones.values();
    }

    Optional<Milestone> find(UUID milestone) {
        return Optional.ofNullable(milestones.get(milestone));
    }

    boolean isOf(UUID milestone, Plan plan) {
        return find(milestone).filter(one -> one.planId.equals(plan.id)).isPresent();
    }

    MilestoneStep stepOf(Milestone milestone) {
        return requireNonNull(steps.get(milestone.id));
    }

    /// Their dates, by milestone.
    ///
    /// @param baseline by milestone, the day it has for it
    Map<UUID, Dates> dates(Map<UUID, LocalDate> baseline) {
        var ahead = milestones.values().stream().filter(this::isScheduled).toList();
        var scheduled =
                Schedule.of(
                                ahead.stream()
                                        .map(one -> toSchedule(one, baseline.get(one.id)))
                                        .toList())
                        .milestones();
        var dates = new LinkedHashMap<UUID, Dates>();
        milestones.forEach((id, one) -> dates.put(id, unscheduled(one, baseline.get(id))));
        for (int i = 0; i < ahead.size(); i++) {
            var milestone = ahead.get(i);
            dates.put(milestone.id, dates(scheduled.get(i), baseline.get(milestone.id)));
        }
        return dates;
    }

    private boolean isScheduled(Milestone milestone) {
        var step = stepOf(milestone);
        return step.state().isAhead() && step.forecast().isDated();
    }

    private ToSchedule toSchedule(Milestone milestone, @Nullable LocalDate baseline) {
        var waitsFor = new ArrayList<Predecessor>();
        var earliest = requireNonNull(stepOf(milestone).forecastOn());
        for (var link : milestone.predecessors) {
            var before = milestones.get(link.predecessorId());
            if (before == null) {
                continue;
            }
            var reachedOn = stepOf(before).achievedOn();
            if (reachedOn != null) {
                earliest = later(earliest, reachedOn.plusDays(link.lagDays()));
            } else if (isScheduled(before)) {
                waitsFor.add(new Predecessor(before.reference, link.lagDays()));
            }
        }
        return new ToSchedule(
                milestone.reference, earliest, waitsFor, milestone.deadline, baseline);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Dates dates(Scheduled scheduled, @Nullable LocalDate baseline) {
        return new Dates(
                scheduled.early(),
                scheduled.late(),
                scheduled.floatDays(),
                scheduled.critical(),
                baseline,
                scheduled.slippageDays());
    }

    private Dates unscheduled(Milestone milestone, @Nullable LocalDate baseline) {
        var reachedOn = stepOf(milestone).achievedOn();
        return new Dates(
                reachedOn,
                null,
                null,
                false,
                baseline,
                reachedOn == null || baseline == null
                        ? null
                        : ChronoUnit.DAYS.between(baseline, reachedOn));
    }

    /// The latest day on which one of them is reached; null when none has a date.
    static @Nullable LocalDate end(Stream<Dates> dates) {
        return dates.flatMap(one -> Stream.ofNullable(one.early()))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    /// What a milestone waits for and was cancelled.
    List<Milestone> cancelledBefore(Milestone milestone) {
        return milestone.predecessors.stream()
                .flatMap(link -> find(link.predecessorId()).stream())
                .filter(before -> stepOf(before).state() == MilestoneState.CANCELLED)
                .toList();
    }
}
