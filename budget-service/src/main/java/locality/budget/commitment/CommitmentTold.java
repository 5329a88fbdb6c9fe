package locality.budget.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.authority.AwaitedDecision.Verdict;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.CommitmentEvent;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.event.CommitmentEvent.CommitmentCarried;
import locality.platform.event.CommitmentEvent.CommitmentDischarged;
import locality.platform.event.CommitmentEvent.CommitmentExpired;
import locality.platform.event.CommitmentEvent.CommitmentOpened;
import locality.platform.event.CommitmentEvent.CommitmentRefused;
import locality.platform.event.CommitmentEvent.CommitmentReleased;
import locality.platform.event.CommitmentEvent.CommitmentVaried;
import locality.platform.event.CommitmentEvent.DecisionNotApplied;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// What is told of a commitment, as it stands once something happened to it.
record CommitmentTold(Commitment commitment) {

    CommitmentOpened opened() {
        return new CommitmentOpened(
                commitment.id,
                commitment.reference,
                commitment.fundId,
                commitment.lineId,
                commitment.amountPence,
                commitment.provider,
                commitment.purpose,
                commitment.interventionId,
                commitment.decisionId,
                commitment.delegationId,
                commitment.locality,
                commitment.effectiveOn,
                commitment.contractId,
                commitment.expiresOn,
                owners(),
                commitment.basis.name(),
                commitment.decisionFunction,
                commitment.carriedFrom);
    }

    /// @param request the id that the decision must repeat
    /// @param due the last day for it
    ApprovalRequested approvalRequested(UUID request, LocalDate due) {
        return new ApprovalRequested(
                commitment.id,
                commitment.reference,
                request,
                commitment.contentHash,
                commitment.fundId,
                commitment.lineId,
                commitment.amountPence,
                commitment.decisionFunction,
                commitment.basis.name(),
                owners(),
                commitment.provider,
                commitment.purpose,
                commitment.interventionId,
                commitment.requestedBy,
                due,
                commitment.locality,
                commitment.effectiveOn);
    }

    /// It will not open.
    ///
    /// @param decision the one that said no, null when none did
    CommitmentRefused refused(String reason, @Nullable UUID decision, LocalDate on) {
        return new CommitmentRefused(
                commitment.id,
                commitment.reference,
                commitment.fundId,
                commitment.lineId,
                commitment.amountPence,
                commitment.state.name(),
                reason,
                decision,
                commitment.locality,
                on);
    }

    /// A decision that arrived for it, or for its variation, did not let it open or vary.
    ///
    /// @param request the one that waits on, null when governance was asked nothing
    DecisionNotApplied notApplied(DecisionTaken decision, Verdict verdict, @Nullable UUID request) {
        return new DecisionNotApplied(
                commitment.id,
                decision.decisionId(),
                String.join(", ", verdict.reasons()),
                commitment.locality,
                decision.effectiveOn(),
                request);
    }

    CommitmentDischarged discharged(Pence amount, Pence released, UUID entry, LocalDate on) {
        return new CommitmentDischarged(
                commitment.id,
                commitment.reference,
                commitment.fundId,
                commitment.lineId,
                amount,
                released,
                commitment.remaining(),
                commitment.state.name(),
                entry,
                commitment.locality,
                on);
    }

    CommitmentReleased released(Pence released, String reason, LocalDate on) {
        return new CommitmentReleased(
                commitment.id,
                commitment.reference,
                commitment.fundId,
                commitment.lineId,
                released,
                reason,
                commitment.locality,
                on);
    }

    /// @param on the first day on which what it held is free again
    CommitmentExpired expired(Pence released, LocalDate on) {
        return new CommitmentExpired(
                commitment.id,
                commitment.reference,
                commitment.fundId,
                commitment.lineId,
                released,
                commitment.locality,
                on);
    }

    /// @param from the amount before
    CommitmentVaried varied(Pence from, LocalDate on) {
        return new CommitmentVaried(
                commitment.id,
                commitment.reference,
                commitment.fundId,
                commitment.lineId,
                from,
                commitment.amountPence,
                commitment.remaining(),
                commitment.state.name(),
                commitment.decisionId,
                commitment.delegationId,
                commitment.locality,
                on,
                owners());
    }

    CommitmentCarried carried(Pence carried, Commitment successor, UUID decision) {
        return new CommitmentCarried(
                commitment.id,
                commitment.reference,
                commitment.fundId,
                commitment.lineId,
                carried,
                successor.id,
                successor.fundId,
                successor.lineId,
                decision,
                commitment.locality,
                successor.effectiveOn);
    }

    private List<CommitmentEvent.Owner> owners() {
        return Owner.told(commitment.owners);
    }
}
