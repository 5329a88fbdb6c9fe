package locality.governance.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.governance.organisation.Organisations;
import locality.governance.recorder.Recorder;
import locality.governance.schedule.Order;
import locality.governance.schedule.Schedule;
import locality.governance.schedule.ScheduleRefusal;
import locality.governance.schedule.ToSchedule.Predecessor;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Puts a milestone into a plan, and says what it waits for.
@ApplicationScoped
class PlanMilestone {

    private final Plans plans;
    private final Milestones milestones;
    private final Organisations organisations;
    private final Recorder recorder;
    private final TellOfMilestone tellOfMilestone;

    PlanMilestone(
            Plans plans,
            Milestones milestones,
            Organisations organisations,
            Recorder recorder,
            TellOfMilestone tellOfMilestone) {
        this.plans = plans;
        this.milestones = milestones;
        this.organisations = organisations;
        this.recorder = recorder;
        this.tellOfMilestone = tellOfMilestone;
    }

    /// What is to be reached.
    ///
    /// @param area of the plan, by title or number
    /// @param plannedOn the day it was planned; null for today
    record ToPlan(
            String title,
            @Nullable String area,
            @Nullable String post,
            @Nullable String organisation,
            Forecast forecast,
            @Nullable LocalDate deadline,
            List<Integer> objectives,
            @Nullable LocalDate plannedOn,
            Provenance provenance) {}

    /// @param predecessors by id or reference
    @Transactional
    Milestone handle(String idOrReference, ToPlan said, List<Predecessor> predecessors) {
        var plan = plans.requireAlone(idOrReference);
        recorder.requireWriting(plan.locality, "plan", idOrReference);
        var before = tellOfMilestone.datesBefore(plan.id);
        var milestone = plan(plan, said, (int) milestones.countOf(plan.id) + 1);
        milestones.flush();
        if (!predecessors.isEmpty()) {
            milestones.holdLinks();
            milestone.waitFor(links(milestone, predecessors), milestone.planned().effectiveOn());
            milestones.flush();
            requireNoCircle(List.of(milestone.id));
        }
        tellOfMilestone.handle(
                plan.id, Map.of(milestone, milestone.planned().effectiveOn()), before);
        return milestone;
    }

    /// As a part of a larger transaction, which holds the plan and tells of it.
    ///
    /// @param number the how manieth of the plan
    Milestone plan(Plan plan, ToPlan said, int number) {
        var wording = wording(plan, said);
        var today = recorder.today();
        if (said.plannedOn != null && said.plannedOn.isAfter(today)) {
            throw new PlanRefusal.InTheFuture("plannedOn", said.plannedOn, today);
        }
        if (number > Schedule.MOST_MILESTONES) {
            throw new ScheduleRefusal.TooMany("milestones", number, Schedule.MOST_MILESTONES);
        }
        var milestone =
                Milestone.planned(
                        Ids.next(),
                        plan,
                        number,
                        wording,
                        said.forecast,
                        said.plannedOn == null ? today : said.plannedOn,
                        said.provenance);
        milestones.persist(milestone);
        return milestone;
    }

    /// What a milestone of the plan is to say of itself.
    ///
    /// @throws PlanRefusal if the plan has no such area or objective
    Milestone.Wording wording(Plan plan, ToPlan said) {
        organisations.requireOnRecord(said.organisation);
        plan.requireObjectives(said.objectives);
        return new Milestone.Wording(
                said.title,
                said.area == null ? null : plan.areaCalled(said.area),
                said.post,
                said.organisation,
                said.deadline,
                said.objectives);
    }

    /// What a milestone is to wait for: others of its own locality, or of Greater Manchester.
    ///
    /// @throws NotFound if one is of neither
    Set<Link> links(Milestone milestone, List<Predecessor> predecessors) {
        var links = new LinkedHashMap<UUID, Link>();
        for (var said : predecessors) {
            var before = milestones.require(said.id());
            if (before.locality != milestone.locality
                    && before.locality != Locality.GREATER_MANCHESTER) {
                throw new NotFound("milestone", said.id());
            }
            var link = new Link(before.id, before.reference, said.lagDays());
            if (links.put(before.id, link) != null) {
                throw new ScheduleRefusal.PredecessorNamedTwice(
                        milestone.reference, before.reference);
            }
        }
        return new HashSet<>(links.values());
    }

    /// @throws ScheduleRefusal naming the circle, if some wait for each other
    void requireNoCircle(Collection<UUID> changed) {
        var waitsFor = new LinkedHashMap<String, List<String>>();
        for (var one : milestones.upstream(changed, recorder.today())) {
            waitsFor.put(
                    one.reference,
                    one.predecessors().stream().map(Link::predecessorReference).toList());
        }
        Order.of(waitsFor);
    }
}
