package locality.governance.assessment;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.recorder.PersonalData;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.event.PartnershipEvent;
import locality.platform.event.PartnershipEvent.AssessmentChanged;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/// Something assessed by a framework, from the plan to its close. What was said and found is added
/// to with its day, so that any day shows what was known then.
@Entity
class Assessment {

    private static final Set<AssessmentState> FINDS =
            EnumSet.of(AssessmentState.CONDUCTED, AssessmentState.DRAFT_SHARED);
    private static final Set<AssessmentState> ACTS =
            EnumSet.of(AssessmentState.DRAFT_SHARED, AssessmentState.AGREED);

    @Id UUID id;
    String reference;
    String title;

    /// In the version that held when it was planned.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "framework_id")
    Framework framework;

    Locality locality;

    /// What is assessed, as in `body` and its reference; null when it is the locality.
    @Nullable String subjectType;

    @Nullable String subjectId;

    /// The body that it is made for, which gives the actions that follow.
    @Nullable UUID bodyId;

    @Nullable String bodyReference;

    /// When it is to be conducted, null while nothing is said.
    @Nullable LocalDate plannedOn;

    @Enumerated(EnumType.STRING)
    AssessmentState state = AssessmentState.PLANNED;

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "assessment_step", joinColumns = @JoinColumn(name = "assessment_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<AssessmentStep> steps = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "assessment_rating", joinColumns = @JoinColumn(name = "assessment_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<Rating> ratings = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "assessment_finding", joinColumns = @JoinColumn(name = "assessment_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<Finding> findings = new ArrayList<>();

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "assessment_action", joinColumns = @JoinColumn(name = "assessment_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    List<GapAction> actions = new ArrayList<>();

    /// The assessments whose outcome it takes into account.
    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "assessment_link", joinColumns = @JoinColumn(name = "assessment_id"))
    @OrderColumn(name = "ordinal")
    @ListIndexBase(1)
    @Column(name = "draws_on")
    List<UUID> drawsOn = new ArrayList<>();

    @Version long version;

    Assessment() {}

    /// When a step was taken, and what is to be said about it.
    record Taken(LocalDate on, @Nullable String note, Provenance provenance) {}

    AssessmentChanged plan(LocalDate on, Provenance source) {
        PersonalData.requireNone("title", title);
        steps.add(new AssessmentStep(AssessmentState.PLANNED, on, null, source));
        return changed(on);
    }

    /// Another title, or another day for it.
    ///
    /// @throws AssessmentRefusal once it was conducted
    AssessmentChanged replan(String title, @Nullable LocalDate plannedOn, LocalDate on) {
        if (state != AssessmentState.PLANNED) {
            throw new AssessmentRefusal.NotInState(
                    reference, "replanned", state, EnumSet.of(AssessmentState.PLANNED));
        }
        PersonalData.requireNone("title", title);
        this.title = title;
        this.plannedOn = plannedOn;
        return changed(on);
    }

    AssessmentChanged conduct(Taken step) {
        return move(AssessmentState.CONDUCTED, step);
    }

    AssessmentChanged share(Taken step) {
        return move(AssessmentState.DRAFT_SHARED, step);
    }

    /// @throws AssessmentRefusal while a criterion is neither agreed nor expressly unknown; of a
    ///   framework without a scale, while nothing was found about one
    AssessmentChanged agree(Taken step) {
        requireNext(AssessmentState.AGREED);
        var open = last().open();
        if (!open.isEmpty()) {
            throw new AssessmentRefusal.CriteriaOpen(reference, open);
        }
        return move(AssessmentState.AGREED, step);
    }

    /// @throws AssessmentRefusal while a gap has no action, unless the note says why none is needed
    AssessmentChanged close(Taken step) {
        requireNext(AssessmentState.CLOSED);
        var left = last().gapsWithoutAction();
        if (!left.isEmpty() && step.note == null) {
            throw new AssessmentRefusal.GapsWithoutAction(reference, left);
        }
        return move(AssessmentState.CLOSED, step);
    }

    /// @throws AssessmentRefusal if that rater has no say now, or the day is not in order
    void rate(Rating rating) {
        requireIn(rating.rater().states(), "rated by " + rating.rater());
        PersonalData.requireNone("post", rating.post());
        var since = since(rating.rater());
        var before =
                ratings.stream()
                        .filter(one -> one.rater() == rating.rater())
                        .filter(one -> one.criterion().equals(rating.criterion()))
                        .map(Rating::ratedOn)
                        .reduce(since, Assessment::later);
        requireInOrder(before, rating.ratedOn());
        ratings.add(rating);
    }

    void find(Finding finding) {
        requireIn(FINDS, "added to");
        PersonalData.requireNone("text", finding.text());
        if (finding.kind() == FindingKind.GAP && finding.criterion() == null) {
            throw new AssessmentRefusal.GapOfNothing(reference);
        }
        requireInOrder(steps.getFirst().effectiveOn(), finding.foundOn());
        findings.add(finding);
    }

    /// @throws AssessmentRefusal if it is itself
    void drawOn(Assessment other) {
        if (other.id.equals(id)) {
            throw new AssessmentRefusal.DrawsOnItself(reference);
        }
        if (!drawsOn.contains(other.id)) {
            drawsOn.add(other.id);
        }
    }

    /// The gaps to act on that have no action yet.
    ///
    /// @param asked codes or titles of criteria; empty for every gap
    /// @throws AssessmentRefusal if nobody was told of the gaps yet, or one asked for is none
    List<Criterion> gapsToActOn(List<String> asked) {
        requireIn(ACTS, "acted on");
        var gaps = last().gaps();
        var wanted = asked.isEmpty() ? gaps : asked.stream().map(framework::criterion).toList();
        for (var one : wanted) {
            if (!gaps.contains(one)) {
                throw new AssessmentRefusal.NotAGap(
                        reference, one, last().of(one).said(), framework.target);
            }
        }
        return wanted.stream().distinct().filter(one -> !hasAction(one)).toList();
    }

    /// What an action for a gap is called: the criterion, where it is and where it should be, and
    /// where that was said.
    String titleOfActionFor(Criterion gap) {
        var from = last().of(gap).word();
        return !framework.isGap(from)
                ? "%s (%s, %s)".formatted(gap.title(), reference, gap.code())
                : "%s: from %s to %s (%s, %s)"
                        .formatted(gap.title(), from, framework.target, reference, gap.code());
    }

    void act(Criterion gap, String action, LocalDate on) {
        actions.add(new GapAction(gap.code(), action, on));
    }

    /// What it was on a day; empty before it was planned.
    Optional<AssessmentOnDay> on(LocalDate day) {
        return steps.reversed().stream()
                .filter(step -> !step.effectiveOn().isAfter(day))
                .findFirst()
                .map(step -> AssessmentOnDay.of(this, step, day));
    }

    /// What it now is.
    AssessmentOnDay last() {
        return AssessmentOnDay.of(this, steps.getLast(), LocalDate.MAX);
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    /// As it is told: what it now is.
    AssessmentChanged changed(LocalDate on) {
        return new AssessmentChanged(
                id,
                reference,
                title,
                framework.code,
                subjectType == null
                        ? null
                        : new Subject(subjectType, Objects.requireNonNull(subjectId)),
                state.name(),
                framework.scale,
                last().told(),
                locality,
                on,
                steps.getLast().provenance(),
                findings.stream().map(this::told).toList());
    }

    private PartnershipEvent.Finding told(Finding finding) {
        return new PartnershipEvent.Finding(
                finding.kind().name(),
                finding.domain(),
                finding.criterion() == null
                        ? null
                        : framework.criterion(finding.criterion()).title(),
                finding.text());
    }

    /// The action for a gap, by its reference; null when none was given by that day.
    @Nullable String actionFor(Criterion one, LocalDate day) {
        return actions.stream()
                .filter(action -> action.criterion().equals(one.code()))
                .filter(action -> !action.givenOn().isAfter(day))
                .map(GapAction::action)
                .findFirst()
                .orElse(null);
    }

    private boolean hasAction(Criterion one) {
        return actionFor(one, LocalDate.MAX) != null;
    }

    private AssessmentChanged move(AssessmentState next, Taken step) {
        requireNext(next);
        PersonalData.requireNone("note", step.note);
        requireInOrder(lastDay(), step.on);
        steps.add(new AssessmentStep(next, step.on, step.note, step.provenance));
        state = next;
        return changed(step.on);
    }

    private void requireNext(AssessmentState next) {
        if (state.next().filter(next::equals).isEmpty()) {
            throw new AssessmentRefusal.IllegalStep(reference, state, next);
        }
    }

    private void requireIn(Set<AssessmentState> states, String what) {
        if (!states.contains(state)) {
            throw new AssessmentRefusal.NotInState(reference, what, state, states);
        }
    }

    private void requireInOrder(LocalDate last, LocalDate asked) {
        if (asked.isBefore(last)) {
            throw new AssessmentRefusal.OutOfOrder(reference, last, asked);
        }
    }

    /// The day from which a rater had a say.
    private LocalDate since(Rater rater) {
        return steps.stream()
                .filter(step -> rater.states().contains(step.state()))
                .map(AssessmentStep::effectiveOn)
                .findFirst()
                .orElseThrow();
    }

    private LocalDate lastDay() {
        return Stream.of(
                        steps.stream().map(AssessmentStep::effectiveOn),
                        ratings.stream().map(Rating::ratedOn),
                        findings.stream().map(Finding::foundOn))
                .flatMap(days -> days)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
