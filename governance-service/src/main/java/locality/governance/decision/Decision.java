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
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.body.BodyOnDate;
import locality.governance.meeting.Meeting;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Evidence;
import locality.governance.validity.Outcome;
import locality.governance.validity.Verdict;
import locality.platform.event.GovernanceEvent.DecisionTaken;
import locality.platform.event.GovernanceEvent.MoneyOwner;
import locality.platform.event.GovernanceEvent.Subject;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
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

    /// Puts it before a body; one that was deferred starts afresh there.
    void table(Meeting meeting, int item, BodyOnDate body) {
        step(DecisionState.TABLED);
        this.reference = meeting.referenceOf(item);
        this.meetingId = meeting.id();
        this.item = item;
        this.bodyId = body.id();
        this.bodyName = body.name();
        this.outcome = null;
        this.votedAt = null;
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

    boolean isInEffect() {
        return state == DecisionState.IN_EFFECT;
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
