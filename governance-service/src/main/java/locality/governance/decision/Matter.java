package locality.governance.decision;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import locality.governance.approval.ApprovalRequest;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.forwardplan.ForwardPlan;
import locality.governance.validity.DecisionType;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What a decision is to be about: function, money, owners, subject.
///
/// @param place where the function is exercised
/// @param value whole-life, null when it is not about money
/// @param forwardPlanEntry where it was expected; null when it was on no forward plan
record Matter(
        DecisionType type,
        Locality place,
        @Nullable String function,
        @Nullable Pence value,
        Basis basis,
        List<Owner> owners,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable UUID approvalRequest,
        @Nullable UUID forwardPlanEntry) {

    Matter {
        owners = List.copyOf(owners);
        if (type.needsAuthority()
                && approvalRequest == null
                && (function == null || owners.isEmpty())) {
            throw new DecisionRefusal.Unfounded();
        }
        if (type == DecisionType.RATIFY
                && (!Decision.SUBJECT.equals(subjectType) || subjectId == null)) {
            throw new DecisionRefusal.RatifiesNothing(subjectType, subjectId);
        }
        requireEachOwnerOnce(owners);
        if (!basis.accountsFor(value == null ? Pence.ZERO : value, owners)) {
            throw new DecisionRefusal.SharesDiffer(value, owners);
        }
    }

    private static void requireEachOwnerOnce(List<Owner> owners) {
        var named = new HashSet<String>();
        for (var owner : owners) {
            if (!named.add(owner.organisation())) {
                throw new DecisionRefusal.OwnerNamedTwice(owner.organisation());
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

    /// As the forward plan compares it with what it announced.
    ForwardPlan.Proposed asProposed() {
        return new ForwardPlan.Proposed(function, place, value);
    }

    /// The matter exactly as it was asked.
    static Matter of(ApprovalRequest request) {
        return new Matter(
                DecisionType.APPROVE,
                request.locality(),
                request.function(),
                request.amount(),
                request.basis(),
                request.owners(),
                request.subjectType(),
                request.subjectId().toString(),
                request.id(),
                null);
    }
}
