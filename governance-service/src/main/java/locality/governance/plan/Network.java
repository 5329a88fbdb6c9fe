package locality.governance.plan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.schedule.Schedule;
import locality.governance.schedule.Scheduled;
import locality.governance.schedule.ToSchedule;
import locality.governance.schedule.ToSchedule.Predecessor;
import org.jspecify.annotations.Nullable;

/// Milestones that wait for each other, as they stood on a day.
///
/// What is ahead and has a date is scheduled, and so is what has none but waits for what has: it
/// may be once the lag after that is over. What was reached is a fact: it moves no more, and what
/// waits for it may be once the lag after that day is over. What is cancelled, goes on without an
/// end, or has no date and waits for none holds nothing up.
final class Network {

    /// Earlier than anything that is waited for.
    private static final LocalDate NO_FORECAST = LocalDate.of(1, 1, 1);

    private final Map<UUID, Milestone> milestones = new LinkedHashMap<>();
    private final Map<UUID, MilestoneStep> steps = new LinkedHashMap<>();

    private final LocalDate on;

    private Network(LocalDate on) {
        this.on = on;
    }

    /// @param on those planned later are left out
    static Network of(Collection<Milestone> milestones, LocalDate on) {
        var network = new Network(on);
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

    Placement placementOf(Milestone milestone) {
        return milestone.placementOn(on);
    }

    /// In the order of the references of what it waited for.
    List<Link> linksOf(Milestone milestone) {
        return milestone.predecessorsOn(on).stream()
                .sorted(Comparator.comparing(Link::predecessorReference))
                .toList();
    }

    /// A plan's own, and what they wait for, directly or through others.
    List<Milestone> upstreamOf(Plan plan) {
        var found = new HashSet<UUID>();
        var next = new ArrayDeque<Milestone>();
        milestones.values().stream().filter(one -> one.planId.equals(plan.id)).forEach(next::add);
        while (!next.isEmpty()) {
            var one = next.remove();
            if (found.add(one.id)) {
                linksOf(one).stream()
                        .flatMap(link -> find(link.predecessorId()).stream())
                        .forEach(next::add);
            }
        }
        return milestones.values().stream().filter(one -> found.contains(one.id)).toList();
    }

    /// Their dates, by milestone. Each plan has an end of its own, the latest of its own early
    /// days, and what is critical has the least float of its plan.
    ///
    /// @param baseline by milestone, the day it has for it
    Map<UUID, Dates> dates(Map<UUID, LocalDate> baseline) {
        var there = scheduled();
        var ahead = milestones.values().stream().filter(one -> there.contains(one.id)).toList();
        var ends = ends(ahead, there);
        var scheduled =
                Schedule.of(
                                ahead.stream()
                                        .map(
                                                one ->
                                                        toSchedule(
                                                                one,
                                                                there,
                                                                ends.get(one.id),
                                                                baseline.get(one.id)))
                                        .toList())
                        .milestones();
        var least = new HashMap<UUID, Long>();
        for (int i = 0; i < ahead.size(); i++) {
            least.merge(ahead.get(i).planId, scheduled.get(i).floatDays(), Math::min);
        }
        var dates = new LinkedHashMap<UUID, Dates>();
        milestones.forEach((id, one) -> dates.put(id, unscheduled(one, baseline.get(id))));
        for (int i = 0; i < ahead.size(); i++) {
            var milestone = ahead.get(i);
            var computed = scheduled.get(i);
            boolean critical = computed.floatDays() == requireNonNull(least.get(milestone.planId));
            dates.put(milestone.id, dates(computed, critical, baseline.get(milestone.id)));
        }
        return dates;
    }

    /// What is ahead and has a date, or waits for what has one.
    private Set<UUID> scheduled() {
        var found = new HashSet<UUID>();
        milestones.values().stream().filter(this::isDated).forEach(one -> found.add(one.id));
        var undated = milestones.values().stream().filter(this::isUndated).toList();
        boolean more = true;
        while (more) {
            more = false;
            for (var one : undated) {
                more |= waitsForDated(one, found) && found.add(one.id);
            }
        }
        return found;
    }

    private boolean isDated(Milestone milestone) {
        var step = stepOf(milestone);
        return step.state().isAhead() && step.forecast().isDated();
    }

    private boolean isUndated(Milestone milestone) {
        var step = stepOf(milestone);
        return step.state().isAhead() && step.precision() == Precision.UNDATED;
    }

    private boolean waitsForDated(Milestone milestone, Set<UUID> scheduled) {
        return linksOf(milestone).stream()
                .flatMap(link -> find(link.predecessorId()).stream())
                .anyMatch(
                        before ->
                                scheduled.contains(before.id)
                                        || stepOf(before).achievedOn() != null);
    }

    /// By milestone, the end of its plan, for those that no deadline and nothing of their own plan
    /// bounds.
    private Map<UUID, LocalDate> ends(List<Milestone> ahead, Set<UUID> there) {
        var early =
                Schedule.of(ahead.stream().map(one -> toSchedule(one, there, null, null)).toList())
                        .milestones();
        var endOf = new HashMap<UUID, LocalDate>();
        for (int i = 0; i < ahead.size(); i++) {
            endOf.merge(ahead.get(i).planId, early.get(i).early(), Network::later);
        }
        var followed = new HashSet<UUID>();
        ahead.forEach(
                one ->
                        linksOf(one).stream()
                                .filter(link -> isOfSamePlan(link, one))
                                .forEach(link -> followed.add(link.predecessorId())));
        var ends = new HashMap<UUID, LocalDate>();
        ahead.stream()
                .filter(one -> !followed.contains(one.id))
                .forEach(one -> ends.put(one.id, requireNonNull(endOf.get(one.planId))));
        return ends;
    }

    private boolean isOfSamePlan(Link link, Milestone milestone) {
        return find(link.predecessorId())
                .filter(before -> before.planId.equals(milestone.planId))
                .isPresent();
    }

    private ToSchedule toSchedule(
            Milestone milestone,
            Set<UUID> scheduled,
            @Nullable LocalDate end,
            @Nullable LocalDate baseline) {
        var waitsFor = new ArrayList<Predecessor>();
        var own = stepOf(milestone).forecastOn();
        var earliest = own == null ? NO_FORECAST : own;
        for (var link : linksOf(milestone)) {
            var before = milestones.get(link.predecessorId());
            if (before == null) {
                continue;
            }
            var reachedOn = stepOf(before).achievedOn();
            if (reachedOn != null) {
                earliest = later(earliest, reachedOn.plusDays(link.lagDays()));
            } else if (scheduled.contains(before.id)) {
                waitsFor.add(new Predecessor(before.reference, link.lagDays()));
            }
        }
        var deadline = placementOf(milestone).deadline();
        return new ToSchedule(
                milestone.reference,
                earliest,
                waitsFor,
                deadline == null ? end : deadline,
                baseline);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Dates dates(
            Scheduled scheduled, boolean critical, @Nullable LocalDate baseline) {
        return new Dates(
                scheduled.early(),
                scheduled.late(),
                scheduled.floatDays(),
                critical,
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

    /// What a milestone waits for that is ahead and holds nothing up: nothing gives it a date.
    List<Milestone> undatedBefore(Milestone milestone) {
        var scheduled = scheduled();
        return linksOf(milestone).stream()
                .flatMap(link -> find(link.predecessorId()).stream())
                .filter(before -> stepOf(before).state().isAhead())
                .filter(before -> !scheduled.contains(before.id))
                .toList();
    }

    /// What a milestone waits for and was cancelled.
    List<Milestone> cancelledBefore(Milestone milestone) {
        return linksOf(milestone).stream()
                .flatMap(link -> find(link.predecessorId()).stream())
                .filter(before -> stepOf(before).state() == MilestoneState.CANCELLED)
                .toList();
    }
}
