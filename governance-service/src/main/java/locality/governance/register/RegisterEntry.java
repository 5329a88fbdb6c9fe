package locality.governance.register;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import locality.governance.body.BodyOnDate;
import locality.governance.recorder.PersonalData;
import locality.platform.event.PartnershipEvent.RegisterEntryChanged;
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

/// A risk, an issue, an assumption or a dependency. Its steps say what it was on any day: its
/// state, its scores, and which body had it. "An issues and risks log will be established [...]
/// with risks escalated to the JLT in the first instance" (*One Commissioning Organisation*, 12).
@Entity
class RegisterEntry {
    @Id UUID id;
    String reference;

    /// The register it stands in, by name.
    String register;

    @Enumerated(EnumType.STRING)
    EntryKind kind;

    String title;
    Locality locality;

    /// The entry it came of: the risk that happened, the assumption that failed.
    @Nullable UUID causedBy;

    /// The last day on which what is depended on is in time.
    @Nullable LocalDate neededOn;

    /// Who waits.
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Link dependent;

    /// What for.
    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Link dependsOn;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Link> links = List.of();

    /// What raised it, when no person did; each thing raises one.
    @Nullable String sourceType;

    @Nullable String sourceId;

    @ElementCollection
    @BatchSize(size = Page.MAX_LIMIT)
    @CollectionTable(name = "register_entry_step", joinColumns = @JoinColumn(name = "entry_id"))
    @OrderColumn(name = "step")
    @ListIndexBase(1)
    List<EntryStep> steps = new ArrayList<>();

    @Version long version;

    RegisterEntry() {}

    /// What is said of an entry when it is entered.
    record New(
            UUID id,
            String reference,
            EntryHead head,
            @Nullable BodyOnDate body,
            EntryStanding standing,
            EntryOrigin origin,
            LocalDate on,
            Provenance provenance) {}

    static RegisterEntry recorded(New said) {
        said.head.requirePostsOnly();
        said.standing.requirePostsOnly();
        var entry = new RegisterEntry();
        entry.id = said.id;
        entry.reference = said.reference;
        entry.register = said.head.register();
        entry.kind = said.head.kind();
        entry.title = said.head.title();
        entry.locality = said.head.locality();
        entry.causedBy = said.origin.causedBy();
        if (said.origin.source() != null) {
            entry.sourceType = said.origin.source().type();
            entry.sourceId = said.origin.source().id();
        }
        entry.neededOn = said.head.neededOn();
        entry.dependent = said.head.dependent();
        entry.dependsOn = said.head.dependsOn();
        entry.links = List.copyOf(said.head.links());
        entry.steps.add(EntryStep.recorded(said));
        return entry;
    }

    /// When something is done with it, and who says so.
    record At(LocalDate on, Provenance source) {}

    /// @param scores those that are scored anew; an unscored one takes a score away
    void score(Map<ScoreKind, Score> scores, @Nullable String note, At at) {
        PersonalData.requireNone("note", note);
        var next = lives(EntryEvent.SCORED, note, at);
        scores.forEach(next::scored);
        next.answeredNoMoreThanItScores();
        steps.add(next);
    }

    /// Adds a control, or says anew what one is.
    ///
    /// @param number of the control among its controls, from 1; null for a new one
    void control(@Nullable Integer number, Control control, At at) {
        PersonalData.requireNone("text", control.text());
        PersonalData.requireNone("post", control.post());
        var next = lives(EntryEvent.CONTROLLED, null, at);
        var controls = new ArrayList<>(next.controls);
        if (number == null) {
            controls.add(control);
        } else if (number < 1 || number > controls.size()) {
            throw new EntryRefusal.NoControl(reference, number, controls.size());
        } else {
            controls.set(number - 1, control);
        }
        next.controls = List.copyOf(controls);
        steps.add(next);
    }

    /// @param nextReviewOn when it is looked at next, after this review; null when no day is said
    void review(@Nullable LocalDate nextReviewOn, @Nullable String note, At at) {
        PersonalData.requireNone("note", note);
        if (nextReviewOn != null && !nextReviewOn.isAfter(at.on)) {
            throw new EntryRefusal.NotLater("nextReviewOn", nextReviewOn, at.on);
        }
        var next = lives(EntryEvent.REVIEWED, note, at);
        next.reviewOn = nextReviewOn;
        steps.add(next);
    }

    void assign(@Nullable String post, @Nullable String organisation, At at) {
        PersonalData.requireNone("post", post);
        var next = lives(EntryEvent.ASSIGNED, null, at);
        next.post = post;
        next.organisation = organisation;
        steps.add(next);
    }

    /// Hands it to a body above the one that has it. It stays with the lower one until the other
    /// accepts it.
    void escalate(BodyOnDate parent, String reason, At at) {
        PersonalData.requireNone("reason", reason);
        var next = step(EntryEvent.ESCALATED, EntryState.ESCALATED, reason, at);
        next.handedTo(parent);
        steps.add(next);
    }

    /// It is now the body's that it was handed to, which has seen its score and how late its review
    /// is: a higher score takes it further by itself, and the next review that is missed.
    void accept(@Nullable LocalDate nextReviewOn, @Nullable String note, At at) {
        PersonalData.requireNone("note", note);
        requireEscalated(EntryEvent.ACCEPTED);
        if (nextReviewOn != null && !nextReviewOn.isAfter(at.on)) {
            throw new EntryRefusal.NotLater("nextReviewOn", nextReviewOn, at.on);
        }
        var next = step(EntryEvent.ACCEPTED, EntryState.OPEN, note, at);
        next.heldBy(last().escalatedTo, last().escalatedToReference);
        next.handedTo(null);
        if (nextReviewOn != null) {
            next.reviewOn = nextReviewOn;
        }
        next.answered();
        steps.add(next);
    }

    /// It stays with the body that handed it up. What the body above has answered does not go up
    /// again by itself: a higher score does, and the next review that is missed.
    void sendBack(String reason, At at) {
        PersonalData.requireNone("reason", reason);
        requireEscalated(EntryEvent.RETURNED);
        var next = step(EntryEvent.RETURNED, EntryState.OPEN, reason, at);
        next.handedTo(null);
        next.answered();
        steps.add(next);
    }

    /// @param until the last day it is lived with
    void tolerate(LocalDate until, String reason, At at) {
        PersonalData.requireNone("reason", reason);
        if (!until.isAfter(at.on)) {
            throw new EntryRefusal.NotLater("until", until, at.on);
        }
        var next = step(EntryEvent.TOLERATED, EntryState.TOLERATED, reason, at);
        next.toleratedUntil = until;
        steps.add(next);
    }

    /// It is open again from the day after the last on which it was tolerated, and what the body
    /// above answered before is answered no more.
    ///
    /// @return whether that day has come
    boolean endTolerance(LocalDate today) {
        if (!last().isToleranceOverOn(today)) {
            return false;
        }
        var until = requireNonNull(last().toleratedUntil);
        var at =
                new At(
                        until.plusDays(1),
                        Provenance.derived(
                                "the day after %s, until when it was tolerated".formatted(until)));
        steps.add(openedAnew(EntryEvent.TOLERANCE_ENDED, null, at));
        return true;
    }

    /// A risk has happened.
    void materialise(@Nullable String note, At at) {
        requireKind(EntryKind.RISK, EntryEvent.MATERIALISED);
        comeTrue(EntryEvent.MATERIALISED, note, at);
    }

    /// An assumption does not hold.
    void fail(@Nullable String note, At at) {
        requireKind(EntryKind.ASSUMPTION, EntryEvent.FAILED);
        comeTrue(EntryEvent.FAILED, note, at);
    }

    void close(String note, At at) {
        PersonalData.requireNone("note", note);
        steps.add(step(EntryEvent.CLOSED, EntryState.CLOSED, note, at));
    }

    /// Opens what is closed, or ends before its day that something is tolerated. What the body
    /// above answered before is answered no more.
    void reopen(String reason, At at) {
        PersonalData.requireNone("reason", reason);
        if (last().state == EntryState.ESCALATED) {
            throw new EntryRefusal.IllegalStep(reference, last().state, EntryEvent.REOPENED);
        }
        steps.add(openedAnew(EntryEvent.REOPENED, reason, at));
    }

    void link(Link link) {
        if (links.contains(link)) {
            throw new EntryRefusal.LinkedAlready(reference, link);
        }
        var more = new ArrayList<>(links);
        more.add(link);
        links = List.copyOf(more);
    }

    /// Puts right what it is called.
    void retitle(String text) {
        PersonalData.requireNone("title", text);
        title = text;
    }

    /// Why a rule hands it to the body above on a day; empty when it does not. What that body has
    /// answered already is no reason.
    Optional<String> escalatesBy(EscalationRule rule, LocalDate today) {
        return rule.handsUp(standsOn(today), today);
    }

    /// Why a rule would hand it further, had the body that accepted its score one above it; empty
    /// when it would not.
    Optional<String> isTooHighFor(EscalationRule rule, LocalDate today) {
        return rule.isTooHigh(standsOn(today), today);
    }

    /// Whether what it waits for was needed before a day and has not come.
    boolean isLateOn(LocalDate day, EntryState state) {
        return neededOn != null && neededOn.isBefore(day) && state.isLive();
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    /// What it was on a day; empty before it was entered.
    Optional<EntryStep> on(LocalDate day) {
        return steps.reversed().stream().filter(step -> !step.effectiveOn.isAfter(day)).findFirst();
    }

    EntryStep recorded() {
        return steps.getFirst();
    }

    EntryStep last() {
        return steps.getLast();
    }

    /// As it is told: what it now is.
    RegisterEntryChanged changed() {
        var now = last();
        return new RegisterEntryChanged(
                id,
                reference,
                kind.name(),
                title,
                now.state.name(),
                now.bodyId,
                now.residualLikelihood,
                now.residualImpact,
                now.post,
                now.reviewOn,
                causedBy,
                locality,
                now.effectiveOn,
                now.provenance,
                now.organisation,
                now.escalatedTo);
    }

    private EntryStep standsOn(LocalDate day) {
        return on(day).orElseGet(this::recorded);
    }

    private void comeTrue(EntryEvent what, @Nullable String note, At at) {
        PersonalData.requireNone("note", note);
        steps.add(step(what, EntryState.MATERIALISED, note, at));
    }

    /// A step that leaves the state, of what is still looked after.
    private EntryStep lives(EntryEvent what, @Nullable String note, At at) {
        if (!last().state.isLive()) {
            throw new EntryRefusal.IllegalStep(reference, last().state, what);
        }
        requireInOrder(at.on);
        return last().then(what, at.on, note, at.source);
    }

    private EntryStep step(EntryEvent what, EntryState to, @Nullable String note, At at) {
        if (!last().state.next().contains(to)) {
            throw new EntryRefusal.IllegalStep(reference, last().state, what);
        }
        requireInOrder(at.on);
        var next = last().then(what, at.on, note, at.source);
        next.state = to;
        next.toleratedUntil = null;
        next.handedTo(null);
        return next;
    }

    private EntryStep openedAnew(EntryEvent what, @Nullable String note, At at) {
        var next = step(what, EntryState.OPEN, note, at);
        next.answeredNothing();
        return next;
    }

    private void requireEscalated(EntryEvent what) {
        if (last().state != EntryState.ESCALATED) {
            throw new EntryRefusal.IllegalStep(reference, last().state, what);
        }
    }

    private void requireKind(EntryKind wanted, EntryEvent what) {
        if (kind != wanted) {
            throw new EntryRefusal.WrongKind(reference, kind, what, wanted);
        }
    }

    private void requireInOrder(LocalDate on) {
        if (on.isBefore(last().effectiveOn)) {
            throw new EntryRefusal.StepOutOfOrder(reference, last().effectiveOn, on);
        }
    }
}
