package locality.governance.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.governance.recorder.PersonalData;
import locality.platform.event.PlanEvent.MilestoneChanged;
import locality.platform.event.PlanEvent.Predecessor;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// Something that a plan is to reach. Its steps say what it was on any day: its state, and when it
/// was then expected. What it waits for may be of another plan.
@Entity
class Milestone {
    @Id UUID id;

    /// `OLD-ICS-M3`: its plan's, and the how manieth of it.
    String reference;

    int number;
    UUID planId;
    String planReference;
    Locality locality;
    String title;

    /// The number of its area in the plan, null when it stands in none.
    @Nullable Integer area;

    @Nullable String post;
    @Nullable String organisation;

    /// By when others demand it, null when nobody does.
    @Nullable LocalDate deadline;

    /// The numbers of the objectives it serves.
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<Integer> objectives = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(
            name = "milestone_predecessor",
            joinColumns = @JoinColumn(name = "milestone_id"))
    private Set<Waiting> waitings = new HashSet<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "milestone_placement", joinColumns = @JoinColumn(name = "milestone_id"))
    private Set<Placement> placements = new HashSet<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "milestone_step", joinColumns = @JoinColumn(name = "milestone_id"))
    @OrderColumn(name = "step")
    @ListIndexBase(1)
    List<MilestoneStep> steps = new ArrayList<>();

    @Version long version;

    Milestone() {}

    /// What it says of itself, whenever it is expected.
    ///
    /// @param area the number of its area
    /// @param objectives the numbers of those it serves
    record Wording(
            String title,
            @Nullable Integer area,
            @Nullable String post,
            @Nullable String organisation,
            @Nullable LocalDate deadline,
            List<Integer> objectives) {

        /// @throws Refusal `PERSONAL_DATA` naming the first field that has any
        void requirePostsOnly() {
            PersonalData.requireNone("title", title);
            PersonalData.requireNone("post", post);
        }
    }

    static Milestone planned(
            UUID id,
            Plan plan,
            int number,
            Wording wording,
            Forecast forecast,
            LocalDate on,
            Provenance provenance) {
        var milestone = new Milestone();
        milestone.id = id;
        milestone.number = number;
        milestone.reference = "%s-M%d".formatted(plan.reference, number);
        milestone.planId = plan.id;
        milestone.planReference = plan.reference;
        milestone.locality = plan.locality;
        milestone.reword(wording, on);
        milestone.steps.add(
                MilestoneStep.of(MilestoneState.PLANNED, on, forecast, null, null, provenance));
        return milestone;
    }

    void start(LocalDate on, Provenance source) {
        step(MilestoneState.IN_PROGRESS, on, null, null, source);
    }

    /// @param on the day it was reached
    /// @param note how, null when nothing is said
    /// @param evidence what shows it: a document, a reference; null when nothing is named
    void achieve(
            LocalDate on, @Nullable String note, @Nullable String evidence, Provenance source) {
        PersonalData.requireNone("note", note);
        PersonalData.requireNone("evidence", evidence);
        step(MilestoneState.ACHIEVED, on, note, evidence, source);
    }

    void cancel(LocalDate on, String reason, Provenance source) {
        PersonalData.requireNone("reason", reason);
        step(MilestoneState.CANCELLED, on, reason, null, source);
    }

    /// Another forecast; the one before is kept. Those that wait for it keep theirs.
    void move(Forecast forecast, LocalDate on, String reason, Provenance source) {
        PersonalData.requireNone("reason", reason);
        requireAhead();
        if (forecast.equals(last().forecast())) {
            throw new PlanRefusal.NotMoved(reference, forecast);
        }
        requireInOrder(on);
        steps.add(MilestoneStep.of(last().state(), on, forecast, reason, null, source));
    }

    /// Puts right what it says, whose it is and what it serves. The area it stood in until then,
    /// and the day by which it was demanded, are kept.
    void reword(Wording wording, LocalDate on) {
        wording.requirePostsOnly();
        title = wording.title;
        area = wording.area;
        post = wording.post;
        organisation = wording.organisation;
        deadline = wording.deadline;
        objectives = new ArrayList<>(wording.objectives);
        place(new Placement(on, area, deadline));
    }

    private void place(Placement next) {
        if (placements.isEmpty() || !placementOn(next.fromDay()).isSameAs(next)) {
            placements.removeIf(one -> one.fromDay().equals(next.fromDay()));
            placements.add(next);
        }
    }

    Wording wording() {
        return new Wording(title, area, post, organisation, deadline, List.copyOf(objectives));
    }

    /// What it waits for from a day on; what it waited for until then is kept.
    ///
    /// @throws PlanRefusal if it is reached or cancelled
    void waitFor(Set<Link> links, LocalDate on) {
        requireAhead();
        var before = predecessors();
        waitings.stream()
                .filter(one -> one.untilDay() == null && !links.contains(one.link()))
                .toList()
                .forEach(one -> end(one, on));
        links.stream()
                .filter(link -> !before.contains(link))
                .forEach(link -> waitings.add(Waiting.from(link, on)));
    }

    private void end(Waiting waiting, LocalDate on) {
        waitings.remove(waiting);
        if (waiting.fromDay().isBefore(on)) {
            waitings.add(waiting.until(on));
        }
    }

    /// What it now waits for.
    Set<Link> predecessors() {
        return waitings.stream()
                .filter(one -> one.untilDay() == null)
                .map(Waiting::link)
                .collect(Collectors.toSet());
    }

    /// What it waited for on a day.
    Set<Link> predecessorsOn(LocalDate day) {
        return waitings.stream()
                .filter(one -> one.isOn(day))
                .map(Waiting::link)
                .collect(Collectors.toSet());
    }

    /// Where it stood on a day on which it was there.
    Placement placementOn(LocalDate day) {
        return placements.stream()
                .filter(one -> !one.fromDay().isAfter(day))
                .max(Comparator.comparing(Placement::fromDay))
                .orElseThrow();
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    /// What it was on a day; empty before it was planned.
    Optional<MilestoneStep> on(LocalDate day) {
        return steps.reversed().stream()
                .filter(step -> !step.effectiveOn().isAfter(day))
                .findFirst();
    }

    MilestoneStep planned() {
        return steps.getFirst();
    }

    MilestoneStep last() {
        return steps.getLast();
    }

    /// As it is told: what it now is.
    ///
    /// @param areaTitle of its area in the plan
    /// @param dates as computed now, with the day that the baseline that holds has for it
    /// @param from since when it is so; not before its last step
    MilestoneChanged changed(@Nullable String areaTitle, Dates dates, LocalDate from) {
        var now = last();
        return new MilestoneChanged(
                id,
                planId,
                reference,
                title,
                areaTitle,
                post,
                organisation,
                now.forecastOn(),
                now.precision().name(),
                now.reviewOn(),
                dates.baselineOn(),
                now.achievedOn(),
                now.state().name(),
                locality,
                from.isAfter(now.effectiveOn()) ? from : now.effectiveOn(),
                now.provenance(),
                dates.early(),
                dates.critical(),
                predecessors().stream()
                        .sorted(Comparator.comparing(Link::predecessorReference))
                        .map(
                                link ->
                                        new Predecessor(
                                                link.predecessorId(),
                                                link.predecessorReference(),
                                                link.lagDays()))
                        .toList());
    }

    private void step(
            MilestoneState next,
            LocalDate on,
            @Nullable String note,
            @Nullable String evidence,
            Provenance source) {
        if (!last().state().next().contains(next)) {
            throw new PlanRefusal.IllegalStep(reference, last().state(), next);
        }
        requireInOrder(on);
        steps.add(MilestoneStep.of(next, on, last().forecast(), note, evidence, source));
    }

    void requireAhead() {
        if (!last().state().isAhead()) {
            throw new PlanRefusal.Over(reference, last().state());
        }
    }

    private void requireInOrder(LocalDate on) {
        if (on.isBefore(last().effectiveOn())) {
            throw new PlanRefusal.StepOutOfOrder(reference, last().effectiveOn(), on);
        }
    }
}
