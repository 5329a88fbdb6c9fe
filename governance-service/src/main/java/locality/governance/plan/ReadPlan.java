package locality.governance.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import locality.governance.recorder.Recorder;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Reads a plan as it stood on a day, with its dates computed and compared with a baseline.
@ApplicationScoped
class ReadPlan {

    private final Plans plans;
    private final Milestones milestones;
    private final Baselines baselines;
    private final Recorder recorder;

    ReadPlan(Plans plans, Milestones milestones, Baselines baselines, Recorder recorder) {
        this.plans = plans;
        this.milestones = milestones;
        this.baselines = baselines;
        this.recorder = recorder;
    }

    /// A plan on a day. Its milestones come with those of all plans that wait for each other: those
    /// count, whoever may read them.
    ///
    /// @param baseline what its dates are compared with, null when none holds
    /// @param dates of all those milestones, by milestone
    record PlanOnDate(
            Plan plan,
            LocalDate on,
            @Nullable Baseline baseline,
            Network network,
            Map<UUID, Dates> dates) {

        /// The plan's own, in the order in which they were planned.
        List<Milestone> own() {
            return network.milestones().stream().filter(one -> one.planId.equals(plan.id)).toList();
        }

        /// The plan's own that were not cancelled.
        List<Milestone> there() {
            return own().stream()
                    .filter(one -> network.stepOf(one).state() != MilestoneState.CANCELLED)
                    .toList();
        }

        /// Those of them that stand in an area or in a part of it.
        List<Milestone> in(int area) {
            return there().stream().filter(one -> plan.isWithin(areaOf(one), area)).toList();
        }

        /// The number of the area it stood in, null when it stood in none.
        @Nullable Integer areaOf(Milestone milestone) {
            return network.placementOf(milestone).area();
        }

        /// The title of that area.
        @Nullable String areaTitleOf(Milestone milestone) {
            return plan.titleOrNone(areaOf(milestone));
        }

        @Nullable LocalDate deadlineOf(Milestone milestone) {
            return network.placementOf(milestone).deadline();
        }

        /// How many of those have a day in the baseline.
        int baselined(int area) {
            return baseline == null
                    ? 0
                    : (int)
                            in(area).stream()
                                    .filter(one -> baseline.days.containsKey(one.id))
                                    .count();
        }

        Dates datesOf(Milestone milestone) {
            return Objects.requireNonNull(dates.get(milestone.id));
        }

        /// The latest day on which one of its own is reached.
        @Nullable LocalDate end() {
            return Network.end(own().stream().map(this::datesOf));
        }
    }

    /// @throws locality.platform.refusal.NotFound unless there is one that the caller reads
    Plan require(String idOrReference) {
        var plan = plans.require(idOrReference);
        recorder.requireReading(plan.locality, "plan", idOrReference);
        return plan;
    }

    /// @param baseline the name of one; the one that holds on the day when null
    /// @throws locality.platform.refusal.NotFound unless the caller reads the plan, and it has a
    ///   baseline of that name
    PlanOnDate onDate(String idOrReference, LocalDate on, @Nullable String baseline) {
        return onDate(require(idOrReference), on, baseline);
    }

    PlanOnDate onDate(Plan plan, LocalDate on, @Nullable String baseline) {
        var compared = baselines.asked(plan.id, baseline, on);
        var network = Network.of(milestones.around(plan.id, on), on);
        return new PlanOnDate(
                plan,
                on,
                compared,
                network,
                network.dates(compared == null ? Map.of() : compared.days));
    }

    /// The plans that name a priority, with no dates computed: what stands in their areas, and has
    /// a day in the baseline that holds, asks for none.
    List<PlanOnDate> withPriorities(Set<Locality> places, LocalDate on) {
        var found = plans.withPriorities(places);
        var ids = found.stream().map(plan -> plan.id).toList();
        var own = milestones.ofEach(ids);
        var holding = baselines.holding(ids, on);
        return found.stream()
                .map(
                        plan ->
                                new PlanOnDate(
                                        plan,
                                        on,
                                        holding.get(plan.id),
                                        Network.of(own.getOrDefault(plan.id, List.of()), on),
                                        Map.of()))
                .toList();
    }

    /// A milestone in its plan, as both are now.
    PlanOnDate around(Milestone milestone, LocalDate on) {
        return onDate(plans.findById(milestone.planId), on, null);
    }

    List<Baseline> baselinesOf(Plan plan) {
        return baselines.of(plan.id);
    }

    /// What the milestones of a plan are called, by their ids.
    Map<UUID, String> referencesIn(UUID plan) {
        return milestones.referencesOf(plan);
    }
}
