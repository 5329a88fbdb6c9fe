package locality.governance.decision;

import jakarta.persistence.Column;
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
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.authority.Question;
import locality.governance.body.BodyOnDate;
import locality.governance.meeting.Meeting;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Evidence;
import locality.governance.validity.Outcome;
import locality.governance.validity.Verdict;
import locality.governance.voting.Vote;
import locality.platform.event.GovernanceEvent.DecisionTaken;
import locality.platform.event.GovernanceEvent.MoneyOwner;
import locality.platform.event.GovernanceEvent.Subject;
import locality.platform.fact.Provenance;
import locality.platform.http.EntityTag;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A matter on a body's agenda and what became of it, with the evidence frozen.
@Entity
class Decision {
    @Id UUID id;

    /// The item's, as in `MCR-HWBB-2014-05-14/3`.
    String reference;

    String title;
    Locality locality;
    UUID bodyId;
    String bodyName;
    UUID meetingId;
    int item;

    /// How often it was put before a body.
    int tabling;

    @Enumerated(EnumType.STRING)
    DecisionType type;

    /// What the outcome counts as, which is less than was tabled when a shadow body approves.
    @Enumerated(EnumType.STRING)
    @Nullable DecisionType takenAs;

    @Nullable String functionCode;

    @Column(name = "value_pence")
    @Nullable Pence value;

    @Enumerated(EnumType.STRING)
    Basis basis;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Owner> owners;

    @Nullable String subjectType;
    @Nullable String subjectId;
    @Nullable UUID approvalRequestId;

    @Enumerated(EnumType.STRING)
    DecisionState state;

    @Enumerated(EnumType.STRING)
    @Nullable Outcome outcome;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> validityCodes = List.of();

    @Nullable String explanation;
    @Nullable LocalTime votedAt;
    @Nullable LocalDate effectiveOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Evidence evidence;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    Decision() {}

    static Decision proposed(UUID id, String title, Matter matter, Provenance provenance) {
        var decision = new Decision();
        decision.id = id;
        decision.title = title;
        decision.locality = matter.place();
        decision.type = matter.type();
        decision.functionCode = matter.function();
        decision.value = matter.value();
        decision.basis = matter.basis();
        decision.owners = matter.owners();
        decision.subjectType = matter.subjectType();
        decision.subjectId = matter.subjectId();
        decision.approvalRequestId = matter.approvalRequest();
        decision.state = DecisionState.PROPOSED;
        decision.provenance = provenance;
        return decision;
    }

    /// Puts it before a body again: one that was deferred, or that a meeting ended without coming
    /// to.
    ///
    /// @param former the meeting it was put before
    void tableAgain(Meeting former, Meeting meeting, int item, BodyOnDate body) {
        if (isLeftOver(former)) {
            step(DecisionState.DEFERRED);
        }
        table(meeting, item, body);
    }

    boolean isLeftOver(Meeting former) {
        return state == DecisionState.TABLED && former.isOver();
    }

    /// Puts it before a body; one that was deferred starts afresh there.
    void table(Meeting meeting, int item, BodyOnDate body) {
        step(DecisionState.TABLED);
        this.tabling++;
        this.reference = meeting.referenceOf(item);
        this.meetingId = meeting.id();
        this.item = item;
        this.bodyId = body.id();
        this.bodyName = body.name();
        this.takenAs = null;
        this.outcome = null;
        this.validityCodes = List.of();
        this.explanation = null;
        this.votedAt = null;
        this.effectiveOn = null;
        this.evidence = null;
    }

    /// @throws Refusal if it has changed since the caller read it
    void requireUnchanged(@Nullable String ifMatch) {
        new EntityTag(version).check(ifMatch);
    }

    /// @throws DecisionRefusal if the vote was taken at another moment
    void requireVotedAt(@Nullable LocalTime given) {
        if (given != null && votedAt != null && !given.equals(votedAt)) {
            throw new DecisionRefusal.VotedAtAnotherTime(reference, votedAt, given);
        }
    }

    /// What the scheme of delegation is asked about it; null when it needs no authority.
    ///
    /// @param earlier approvals in effect of the same subject
    @Nullable Question question(LocalDate on, List<Decision> earlier) {
        if (!type.needsAuthority() || functionCode == null || owners.isEmpty()) {
            return null;
        }
        return new Question(
                functionCode,
                locality,
                valueOrNothing(),
                on,
                basis,
                owners,
                earlier.stream().map(Decision::approval).toList());
    }

    Approval approval() {
        return new Approval(id, reference, effectiveOn, valueOrNothing(), basis, owners);
    }

    /// What became of it at the meeting it was last put before, so far.
    Tabling asItStands(List<Vote> votes) {
        var tabled = new Tabling();
        tabled.id = new TablingId(id, tabling);
        tabled.reference = reference;
        tabled.bodyId = bodyId;
        tabled.bodyName = bodyName;
        tabled.meetingId = meetingId;
        tabled.item = item;
        tabled.takenAs = takenAs;
        tabled.state = state;
        tabled.outcome = outcome;
        tabled.validityCodes = validityCodes;
        tabled.explanation = explanation;
        tabled.effectiveOn = effectiveOn;
        tabled.evidence = evidence;
        tabled.votes = votes;
        return tabled;
    }

    /// @throws DecisionRefusal unless it is before the body
    void requireTabled() {
        if (state != DecisionState.TABLED) {
            throw new DecisionRefusal.IllegalStep(reference, state, DecisionState.CARRIED);
        }
    }

    /// Records the outcome. A carried motion is in effect or, with any validity code, invalid.
    ///
    /// @param request the approval request it answers, which the event then repeats
    DecisionTaken take(Evidence evidence, Verdict verdict, @Nullable ApprovalRequest request) {
        step(DecisionState.valueOf(verdict.outcome().name()));
        if (state == DecisionState.CARRIED) {
            step(verdict.isValid() ? DecisionState.IN_EFFECT : DecisionState.INVALID);
        }
        this.evidence = evidence;
        this.outcome = verdict.outcome();
        this.takenAs = verdict.type();
        this.validityCodes = verdict.codes().stream().map(Enum::name).toList();
        this.explanation = verdict.inWords();
        this.effectiveOn = evidence.heldOn();
        return taken(evidence.heldOn(), verdict, bindsAnswerOf(verdict) ? request : null);
    }

    /// A valid yes or no; anything else leaves a request waiting for another body.
    boolean answersItsRequest(Verdict verdict) {
        return bindsAnswerOf(verdict) && verdict.outcome().isVerdict() && verdict.isValid();
    }

    /// Whether it is in effect, about money, and binds others: then it counts against limits.
    boolean usesAuthority() {
        return state == DecisionState.IN_EFFECT
                && value != null
                && takenAs != null
                && takenAs.needsAuthority();
    }

    Pence valueOrNothing() {
        return value == null ? Pence.ZERO : value;
    }

    /// What a shadow body's approval became binds nobody, so it answers nothing.
    private static boolean bindsAnswerOf(Verdict verdict) {
        return verdict.type().needsAuthority();
    }

    private DecisionTaken taken(
            LocalDate heldOn, Verdict verdict, @Nullable ApprovalRequest request) {
        return new DecisionTaken(
                id,
                reference,
                title,
                bodyId,
                bodyName,
                meetingId,
                verdict.type().name(),
                verdict.outcome().name(),
                state.name(),
                validityCodes,
                functionCode,
                value,
                value == null ? null : basis.name(),
                owners.isEmpty() ? null : owners.stream().map(Decision::asTold).toList(),
                subjectType == null || subjectId == null
                        ? null
                        : new Subject(subjectType, subjectId),
                request == null ? null : request.id(),
                request == null ? null : request.contentHash(),
                locality,
                heldOn,
                provenance);
    }

    private static MoneyOwner asTold(Owner owner) {
        return new MoneyOwner(owner.organisation(), owner.share());
    }

    private void step(DecisionState next) {
        if (!state.next().contains(next)) {
            throw new DecisionRefusal.IllegalStep(String.valueOf(reference), state, next);
        }
        state = next;
    }
}
