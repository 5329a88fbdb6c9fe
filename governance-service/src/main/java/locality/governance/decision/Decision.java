package locality.governance.decision;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import locality.governance.approval.ApprovalRequest;
import locality.governance.authority.Approval;
import locality.governance.authority.Question;
import locality.governance.body.BodyOnDate;
import locality.governance.meeting.Meeting;
import locality.governance.validity.Evidence;
import locality.governance.validity.Mode;
import locality.governance.validity.Verdict;
import locality.governance.voting.Vote;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A matter on a body's agenda, or before officers, and what became of it, with the evidence
/// frozen. Only what changed is written, so that evidence frozen in an older shape stays as it is.
@Entity
@DynamicUpdate
class Decision extends BeforeBody {
    /// What a decision about another decision names as its subject's type.
    static final String SUBJECT = "decision";

    @Id UUID id;

    String title;
    @Embedded Matter matter;

    @Enumerated(EnumType.STRING)
    Mode mode = Mode.MEETING;

    /// How often it was put before a body.
    int tabling;

    /// The decision that its subject is, null when that is none.
    @Nullable UUID aboutDecision;

    /// The decision whose place it takes once it is in effect, null for none.
    @Nullable UUID supersedes;

    /// Whether it was put on the agenda because the body is the lowest that may decide it, by
    /// nobody.
    boolean placedByRule;

    @Nullable LocalTime votedAt;

    /// The day of the meeting, or the day officers decided.
    @Nullable LocalDate decidedOn;

    /// The last day on which scrutiny may call it in, while it waits for that.
    @Nullable LocalDate callInUntil;

    /// The first day on which it no longer binds, once rescinded or superseded.
    @Nullable LocalDate endedOn;

    /// The body it was referred to.
    @Nullable UUID referredTo;

    /// The decision of which this is the matter, referred by another body.
    @Nullable UUID referredFrom;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable OfficerRecord officerRecord;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    Decision() {}

    static Decision proposed(UUID id, String title, Matter matter, Provenance provenance) {
        var decision = new Decision();
        decision.id = id;
        decision.title = title;
        decision.matter = matter;
        decision.state = DecisionState.PROPOSED;
        decision.provenance = provenance;
        return decision;
    }

    /// Puts it before a body again: one that was deferred or sent back, or that a meeting ended
    /// without coming to.
    ///
    /// @param former the meeting it was put before, null for what officers decided
    void tableAgain(@Nullable Meeting former, Meeting meeting, int item, BodyOnDate body) {
        if (isLeftOver(former)) {
            step(DecisionState.DEFERRED);
        }
        mode = Mode.MEETING;
        table(meeting, item, body.id(), body.name());
    }

    boolean isLeftOver(@Nullable Meeting former) {
        return state == DecisionState.TABLED && former != null && former.isOver();
    }

    /// Puts it before a body; one that was deferred starts afresh there.
    void table(Meeting meeting, int item, UUID body, String nameOfBody) {
        step(DecisionState.TABLED);
        this.tabling++;
        startAfresh(meeting, item, body, nameOfBody);
        this.votedAt = null;
        this.decidedOn = null;
        this.callInUntil = null;
    }

    /// Puts it before officers: they decide it there and then.
    ///
    /// @param body whose power was delegated to them
    void putBeforeOfficers(String reference, UUID body, OfficerRecord record, Mode officersMode) {
        step(DecisionState.TABLED);
        this.tabling++;
        this.mode = officersMode;
        this.reference = reference;
        this.bodyId = body;
        this.bodyName = "Officers of " + record.organisation();
        this.officerRecord = record;
    }

    /// Takes it off the agenda it was put on by rule, as it goes to another.
    ///
    /// @param on the day that was done
    DecisionChanged takeOffTheAgenda(LocalDate on, String why) {
        step(DecisionState.WITHDRAWN);
        explanation = why;
        return changed(on, why, null);
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    /// @throws DecisionRefusal if the vote was taken at another moment
    void requireVotedAt(@Nullable LocalTime given) {
        if (given != null && votedAt != null && !given.equals(votedAt)) {
            throw new MatterRefusal.VotedAtAnotherTime(reference, votedAt, given);
        }
    }

    /// What the scheme of delegation is asked about it; null when it needs no authority.
    ///
    /// @param earlier approvals in effect of the same subject
    @Nullable Question question(LocalDate on, List<Decision> earlier) {
        return question(on, earlier, null);
    }

    /// @param replaced the decision whose place it takes, null for none
    @Nullable Question question(LocalDate on, List<Decision> earlier, @Nullable Decision replaced) {
        return matter.question(
                on,
                earlier.stream().map(Decision::approval).toList(),
                replaced == null ? null : replaced.id);
    }

    Approval approval() {
        return approvalToldAs(reference, effectiveOn);
    }

    /// The approval it was by what had been told of it once. What it is about never changes.
    Approval approvalToldAs(String reference, LocalDate effectiveOn) {
        return new Approval(
                id,
                reference,
                effectiveOn,
                matter.valueOrNothing(),
                matter.basis(),
                matter.owners());
    }

    /// What became of it at the meeting it was last put before, so far.
    Tabling asItStands(List<Vote> votes) {
        return new Tabling(new TablingId(id, tabling), this, votes);
    }

    /// @throws DecisionRefusal once somebody has voted on it: what they voted on does not change
    void requireNoVotes() {
        if (votedAt != null) {
            throw new MatterRefusal.VotingHasBegun(reference, votedAt);
        }
    }

    /// It was carried and takes no other's place, whatever was proposed: both count.
    void supersedeNothing(String why) {
        supersedes = null;
        explanation = "%s It supersedes nothing: %s.".formatted(explanation, why);
    }

    /// @throws DecisionRefusal unless it is before the body
    void requireTabled() {
        if (state != DecisionState.TABLED) {
            throw new StepRefusal.IllegalStep(reference, state, DecisionState.CARRIED);
        }
    }

    /// Records the outcome. A carried motion is, with any validity code, invalid; else in effect,
    /// or carried only while scrutiny may call it in.
    ///
    /// @param request the approval request it answers, which the event then repeats
    DecisionTaken take(Evidence evidence, Verdict verdict, @Nullable ApprovalRequest request) {
        step(DecisionState.valueOf(verdict.outcome().name()));
        keep(evidence, verdict);
        this.decidedOn = evidence.heldOn();
        if (state == DecisionState.CARRIED) {
            settle(verdict);
        }
        return taken(request);
    }

    private void settle(Verdict verdict) {
        if (!verdict.isValid()) {
            step(DecisionState.INVALID);
            return;
        }
        callInUntil = requireNonNull(evidence).callInUntil(verdict.type());
        if (callInUntil == null) {
            step(DecisionState.IN_EFFECT);
        }
    }

    /// Nobody called it in.
    ///
    /// @param request the approval request it answers now
    /// @throws IllegalStateException unless it waited for that
    DecisionTaken takeEffect(@Nullable ApprovalRequest request) {
        if (state != DecisionState.CARRIED || callInUntil == null) {
            throw new IllegalStateException(reference + " does not wait to take effect");
        }
        step(DecisionState.IN_EFFECT);
        effectiveOn = callInUntil.plusDays(1);
        return taken(request);
    }

    /// @param on the day scrutiny called it in
    /// @throws DecisionRefusal if it does not wait for that, or no longer
    DecisionChanged callIn(LocalDate on, String reason) {
        step(DecisionState.CALLED_IN);
        var until = requireNonNull(callInUntil);
        if (on.isAfter(until) || on.isBefore(takenOn())) {
            throw new StepRefusal.CallInClosed(reference, takenOn(), until, on);
        }
        return changed(on, reason, null);
    }

    /// Scrutiny, or whoever it referred the matter to, lets the decision stand.
    ///
    /// @throws DecisionRefusal unless it was called in
    DecisionTaken uphold(LocalDate on, @Nullable ApprovalRequest request) {
        requireCalledIn();
        step(DecisionState.IN_EFFECT);
        requireNotBefore(on);
        effectiveOn = on;
        return taken(request);
    }

    /// @throws DecisionRefusal unless it was called in
    void requireCalledIn() {
        if (state != DecisionState.CALLED_IN) {
            throw new StepRefusal.NotCalledIn(reference, state);
        }
    }

    /// It is to be decided again.
    DecisionChanged sendBack(LocalDate on, String reason) {
        step(DecisionState.PROPOSED);
        requireNotBefore(on);
        return changed(on, reason, null);
    }

    /// What was referred is told where to.
    DecisionChanged directed(LocalDate on, String reason) {
        return changed(on, reason, null);
    }

    /// It no longer binds: another decision took it back, or took its place.
    ///
    /// @param next `RESCINDED` or `SUPERSEDED`
    DecisionChanged giveWay(DecisionState next, Decision by, String reason) {
        step(next);
        endedOn = by.effectiveOn;
        return changed(requireNonNull(by.effectiveOn), reason, by.id);
    }

    /// Another body with the authority that was missing makes it good, from the day it does so.
    ///
    /// @param request the approval request it answers now
    DecisionTaken ratify(Decision by, @Nullable ApprovalRequest request) {
        step(DecisionState.RATIFIED);
        effectiveOn = by.effectiveOn;
        return taken(request);
    }

    private void requireNotBefore(LocalDate on) {
        if (on.isBefore(takenOn())) {
            throw new StepRefusal.BeforeItWasTaken(reference, takenOn(), on);
        }
    }

    Binding binding() {
        return new Binding(state, takenAs, effectiveOn, callInUntil, endedOn);
    }

    /// Whether it was carried and is valid, about money, and binds others: then it counts against
    /// limits.
    boolean usesAuthority() {
        return (state == DecisionState.IN_EFFECT || state == DecisionState.CARRIED)
                && matter.value() != null
                && takenAs != null
                && takenAs.needsAuthority();
    }

    /// Whether another decision, of the same place, has this one as its subject.
    boolean isNamedBy(Decision other) {
        return id.equals(other.aboutDecision) && matter.place() == other.matter.place();
    }

    private DecisionTaken taken(@Nullable ApprovalRequest asked) {
        return new ToldDecision(this).taken(asked);
    }

    private DecisionChanged changed(LocalDate on, String reason, @Nullable UUID by) {
        return new ToldDecision(this).changed(on, reason, by);
    }

    /// @throws DecisionRefusal unless it may become that now
    void requireNext(DecisionState next) {
        if (!state.next().contains(next)) {
            throw new StepRefusal.IllegalStep(String.valueOf(reference), state, next);
        }
    }

    private void step(DecisionState next) {
        requireNext(next);
        state = next;
    }
}
