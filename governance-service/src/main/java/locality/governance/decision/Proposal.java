package locality.governance.decision;

import java.util.List;
import java.util.Optional;
import locality.governance.approval.ApprovalRequest;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.validity.DecisionType;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// A decision as a secretary puts it: what is left out follows from the meeting, or from the
/// approval request it answers.
///
/// @param owners empty when left out
/// @param supersedes the decision whose place it takes, its id or reference; null for none
record Proposal(
        @Nullable DecisionType type,
        @Nullable Locality place,
        @Nullable String function,
        @Nullable Pence value,
        @Nullable Basis basis,
        List<Owner> owners,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable String supersedes) {

    Proposal {
        owners = List.copyOf(owners);
    }

    Matter at(Locality placeOfMeeting) {
        var proposed =
                new Matter(
                        Optional.ofNullable(type).orElse(DecisionType.APPROVE),
                        Optional.ofNullable(place).orElse(placeOfMeeting),
                        function,
                        value,
                        Optional.ofNullable(basis).orElse(Basis.ALIGNED),
                        owners,
                        subjectType,
                        subjectId,
                        null,
                        null);
        return proposed.requireComplete();
    }

    /// Whose money of a request it is about: all that were asked, unless some are named.
    List<Owner> ownersOf(ApprovalRequest request) {
        return owners.isEmpty() ? request.owners() : owners;
    }

    /// @throws locality.platform.refusal.Refusal if it says anything else than the request asks
    void requireSameAs(ApprovalRequest request) {
        request.requireAmount(value, ownersOf(request));
        request.requireFunction(function);
        request.requireSame(place, basis, owners, subjectType, subjectId);
        if (type != null && type != DecisionType.APPROVE) {
            throw new MatterRefusal.NotAnApproval(type);
        }
    }
}
