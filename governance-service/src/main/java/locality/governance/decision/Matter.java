package locality.governance.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import locality.governance.approval.ApprovalRequest;
import locality.governance.authority.Approval;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.authority.Question;
import locality.governance.forwardplan.ForwardPlan;
import locality.governance.validity.DecisionType;
import locality.platform.event.BoardEvent.MoneyOwner;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What a decision is about: function, money, owners, subject. Once it was put it never changes.
///
/// @param place where the function is exercised
/// @param value whole-life, null when it is not about money
/// @param forwardPlanEntry where it was expected; null when it was on no forward plan
@Embeddable
record Matter(
        @Enumerated(EnumType.STRING) DecisionType type,
        @Column(name = "locality") Locality place,
        @Column(name = "function_code") @Nullable String function,
        @Column(name = "value_pence") @Nullable Pence value,
        @Enumerated(EnumType.STRING) Basis basis,
        @JdbcTypeCode(SqlTypes.JSON) List<Owner> owners,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Column(name = "approval_request_id") @Nullable UUID approvalRequest,
        @Column(name = "forward_plan_entry_id") @Nullable UUID forwardPlanEntry) {

    Matter {
        owners = List.copyOf(owners);
    }

    /// Asked of what is put before a body anew, not of what is on record.
    ///
    /// @throws DecisionRefusal unless it says all that must be known to decide it
    Matter requireComplete() {
        if (type.needsAuthority()
                && approvalRequest == null
                && (function == null || owners.isEmpty())) {
            throw new MatterRefusal.Unfounded();
        }
        if (type == DecisionType.RATIFY && (!isAboutADecision() || subjectId == null)) {
            throw new MatterRefusal.RatifiesNothing(subjectType, subjectId);
        }
        requireEachOwnerOnce();
        if (!basis.accountsFor(valueOrNothing(), owners)) {
            throw new MatterRefusal.SharesDiffer(value, owners);
        }
        return this;
    }

    private void requireEachOwnerOnce() {
        var named = new HashSet<String>();
        for (var owner : owners) {
            if (!named.add(owner.organisation())) {
                throw new MatterRefusal.OwnerNamedTwice(owner.organisation());
            }
        }
    }

    Matter expectedAs(@Nullable UUID entry) {
        return new Matter(
                type,
                place,
                function,
                value,
                basis,
                owners,
                subjectType,
                subjectId,
                approvalRequest,
                entry);
    }

    /// What the scheme of delegation is asked about it; null when it needs no authority.
    ///
    /// @param earlier approvals in effect of the same subject
    /// @param replaced the decision whose place it takes, null for none
    @Nullable Question question(LocalDate on, List<Approval> earlier, @Nullable UUID replaced) {
        if (!type.needsAuthority() || function == null || owners.isEmpty()) {
            return null;
        }
        return new Question(
                function, place, valueOrNothing(), on, basis, owners, earlier, replaced);
    }

    Pence valueOrNothing() {
        return value == null ? Pence.ZERO : value;
    }

    List<String> organisations() {
        return owners.stream().map(Owner::organisation).toList();
    }

    Pence partOf(String organisation) {
        return owners.stream()
                .filter(owner -> owner.organisation().equals(organisation))
                .map(owner -> owner.partOf(valueOrNothing(), basis))
                .findFirst()
                .orElse(Pence.ZERO);
    }

    /// Whether its subject is another decision.
    boolean isAboutADecision() {
        return Decision.SUBJECT.equals(subjectType);
    }

    /// The same, naming the decision it is about by its id.
    Matter about(UUID decision) {
        return new Matter(
                type,
                place,
                function,
                value,
                basis,
                owners,
                subjectType,
                decision.toString(),
                approvalRequest,
                forwardPlanEntry);
    }

    boolean hasSubjectOf(Matter other) {
        return subjectType != null
                && subjectId != null
                && place == other.place
                && subjectType.equals(other.subjectType)
                && subjectId.equals(other.subjectId);
    }

    String subjectInWords() {
        return subjectType == null ? "nothing" : subjectType + " " + subjectId;
    }

    @Nullable Subject subjectAsTold() {
        return subjectType == null || subjectId == null
                ? null
                : new Subject(subjectType, subjectId);
    }

    /// Null when it is about nobody's money.
    @Nullable List<MoneyOwner> ownersAsTold() {
        return owners.isEmpty()
                ? null
                : owners.stream()
                        .map(owner -> new MoneyOwner(owner.organisation(), owner.share()))
                        .toList();
    }

    /// As the forward plan compares it with what it announced.
    ForwardPlan.Proposed asProposed() {
        return new ForwardPlan.Proposed(function, place, value);
    }

    /// Whether it is about the money of one of these.
    boolean isOfAnyOf(List<Owner> others) {
        return others.stream().map(Owner::organisation).anyMatch(organisations()::contains);
    }

    /// The matter exactly as it was asked.
    static Matter of(ApprovalRequest request) {
        return of(request, request.owners());
    }

    /// The matter as it was asked, for the body of these owners of the money.
    static Matter of(ApprovalRequest request, List<Owner> owners) {
        var asked =
                new Matter(
                        DecisionType.APPROVE,
                        request.locality(),
                        request.function(),
                        request.amountOf(owners),
                        request.basis(),
                        owners,
                        request.subjectType(),
                        request.subjectId().toString(),
                        request.id(),
                        null);
        return asked.requireComplete();
    }
}
