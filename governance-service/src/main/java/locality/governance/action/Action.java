package locality.governance.action;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import locality.governance.recorder.PersonalData;
import locality.platform.event.BoardEvent.ActionChanged;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.ListIndexBase;
import org.jspecify.annotations.Nullable;

/// Something to be done by a post or an organisation. Its steps say what it was on any day: its
/// state, and by when it was then to be done.
@Entity
class Action {
    @Id UUID id;
    String reference;
    String title;
    @Nullable String post;
    @Nullable String organisation;
    UUID bodyId;
    String bodyReference;
    @Nullable UUID meetingId;
    @Nullable String meetingReference;
    @Nullable Integer item;
    @Nullable UUID decisionId;

    /// The area of an action plan it stands in, null in none.
    @Nullable String area;

    /// The part of that area.
    @Nullable String workArea;

    Locality locality;

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "action_step", joinColumns = @JoinColumn(name = "action_id"))
    @OrderColumn(name = "step")
    @ListIndexBase(1)
    List<ActionStep> steps = new ArrayList<>();

    @Version long version;

    Action() {}

    static Action given(
            UUID id, String reference, Origin origin, Task task, Provenance provenance) {
        task.requirePostsOnly();
        var action = new Action();
        action.id = id;
        action.reference = reference;
        action.title = task.title();
        action.post = task.post();
        action.organisation = task.organisation();
        action.standIn(task.in());
        action.bodyId = origin.bodyId();
        action.bodyReference = origin.bodyReference();
        action.meetingId = origin.meetingId();
        action.meetingReference = origin.meetingReference();
        action.item = origin.item();
        action.decisionId = origin.decisionId();
        action.locality = origin.locality();
        action.steps.add(
                ActionStep.of(
                        ActionState.OPEN,
                        task.givenOn() == null ? origin.on() : task.givenOn(),
                        task.due(),
                        null,
                        provenance));
        return action;
    }

    void start(LocalDate on, Provenance source) {
        step(ActionState.IN_PROGRESS, on, null, source);
    }

    /// @param note how it was done
    /// @param evidence what shows it: a document, a reference; null when nothing is named
    void complete(LocalDate on, String note, @Nullable String evidence, Provenance source) {
        PersonalData.requireNone("note", note);
        PersonalData.requireNone("evidence", evidence);
        step(ActionState.COMPLETE, on, note, source);
        steps.set(steps.size() - 1, last().with(evidence, null));
    }

    /// @param by the action that takes its place, which was not superseded itself: so no action
    ///   comes to take its own place through others
    void supersede(Action by, LocalDate on, Provenance source) {
        if (by.id.equals(id) || by.last().state() == ActionState.SUPERSEDED) {
            throw new ActionRefusal.NoSuccessor(reference, by.reference);
        }
        step(ActionState.SUPERSEDED, on, null, source);
        steps.set(steps.size() - 1, last().with(null, by.id));
    }

    /// Another last day; the one before is kept.
    void move(Due due, LocalDate on, String reason, Provenance source) {
        PersonalData.requireNone("reason", reason);
        requireUnfinished();
        if (due.equals(last().due())) {
            throw new ActionRefusal.NotMoved(reference, due);
        }
        requireInOrder(on);
        steps.add(ActionStep.of(last().state(), on, due, reason, source));
    }

    /// Puts right what it says and whose it is.
    void reword(Task task) {
        task.requirePostsOnly();
        requireUnfinished();
        title = task.title();
        post = task.post();
        organisation = task.organisation();
        standIn(task.in());
    }

    @Nullable WorkArea in() {
        return WorkArea.of(area, workArea);
    }

    private void standIn(@Nullable WorkArea in) {
        area = in == null ? null : in.area();
        workArea = in == null ? null : in.workArea();
    }

    boolean isWordedAs(Task task) {
        return title.equals(task.title())
                && Objects.equals(post, task.post())
                && Objects.equals(organisation, task.organisation())
                && Objects.equals(in(), task.in());
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    /// What it was on a day; empty before it was given.
    Optional<ActionStep> on(LocalDate day) {
        return steps.reversed().stream()
                .filter(step -> !step.effectiveOn().isAfter(day))
                .findFirst();
    }

    ActionStep given() {
        return steps.getFirst();
    }

    ActionStep last() {
        return steps.getLast();
    }

    /// As it is told: what it now is.
    ActionChanged changed() {
        var now = last();
        return new ActionChanged(
                id,
                reference,
                title,
                post,
                organisation,
                now.dueOn(),
                now.state().name(),
                meetingId,
                decisionId,
                locality,
                now.effectiveOn(),
                now.provenance(),
                bodyId,
                area);
    }

    private void step(ActionState next, LocalDate on, @Nullable String note, Provenance source) {
        if (!last().state().next().contains(next)) {
            throw new ActionRefusal.IllegalStep(reference, last().state(), next);
        }
        requireInOrder(on);
        steps.add(ActionStep.of(next, on, last().due(), note, source));
    }

    private void requireUnfinished() {
        if (!last().state().isUnfinished()) {
            throw new ActionRefusal.Finished(reference, last().state());
        }
    }

    private void requireInOrder(LocalDate on) {
        if (on.isBefore(last().effectiveOn())) {
            throw new ActionRefusal.StepOutOfOrder(reference, last().effectiveOn(), on);
        }
    }
}
