package locality.platform.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What budget-service tells of commitments: what is promised to whom, and which decision allowed
/// it.
public sealed interface CommitmentEvent extends PublishedEvent {
    /// What happened to a commitment.
    sealed interface OfCommitment extends CommitmentEvent {
        UUID commitmentId();

        @Override
        default String subjectType() {
            return "commitment";
        }

        @Override
        default String subjectId() {
            return commitmentId().toString();
        }
    }

    /// Whose money it is, and how much of it.
    record Owner(String organisation, Pence sharePence) {}

    /// A commitment is over the limit delegated to whoever asked: governance must decide. The
    /// decision counts only when it repeats `requestId` and `contentHash`. `effectiveOn` is the day
    /// from which the money is wanted.
    ///
    /// @param interventionId what it pays for, by id or reference; null when that is not said
    @EventType("budget.approval-requested.v1")
    record ApprovalRequested(
            UUID commitmentId,
            String reference,
            UUID requestId,
            String contentHash,
            UUID fundId,
            UUID lineId,
            Pence amountPence,
            String function,
            String basis,
            List<Owner> owners,
            String provider,
            String purpose,
            @Nullable String interventionId,
            String requestedBy,
            LocalDate dueOn,
            Locality locality,
            LocalDate effectiveOn)
            implements OfCommitment, ApprovalSought {}

    /// Money is committed, under a decision or a delegation.
    ///
    /// @param contractId the reference of the contract it pays for, null when that is not said
    /// @param expiresOn the last day on which it holds money, null without an end
    /// @param owners whose money it is; the shares sum to the amount
    /// @param basis how the money is held on its first day
    /// @param function in which it was decided
    /// @param carriedFrom the commitment of an earlier year that goes on in this one; null of a new
    ///   one
    @EventType("budget.commitment-opened.v1")
    record CommitmentOpened(
            UUID commitmentId,
            String reference,
            UUID fundId,
            UUID lineId,
            Pence amountPence,
            String provider,
            String purpose,
            @Nullable String interventionId,
            @Nullable UUID decisionId,
            @Nullable UUID delegationId,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable String contractId,
            @Nullable LocalDate expiresOn,
            @Nullable List<Owner> owners,
            @Nullable String basis,
            @Nullable String function,
            @Nullable UUID carriedFrom)
            implements OfCommitment {}

    /// A commitment that waited for approval ended without it: `REJECTED`, `LAPSED` or `WITHDRAWN`.
    @EventType("budget.commitment-refused.v1")
    record CommitmentRefused(
            UUID commitmentId,
            String reference,
            UUID fundId,
            UUID lineId,
            Pence amountPence,
            String state,
            String reason,
            @Nullable UUID decisionId,
            Locality locality,
            LocalDate effectiveOn)
            implements OfCommitment {}

    /// A part of a commitment was paid; with the last part, what is left was given back.
    @EventType("budget.commitment-discharged.v1")
    record CommitmentDischarged(
            UUID commitmentId,
            String reference,
            UUID fundId,
            UUID lineId,
            Pence amountPence,
            Pence releasedPence,
            Pence remainingPence,
            String state,
            UUID entryId,
            Locality locality,
            LocalDate effectiveOn)
            implements OfCommitment {}

    /// A commitment gave back everything it still held.
    @EventType("budget.commitment-released.v1")
    record CommitmentReleased(
            UUID commitmentId,
            String reference,
            UUID fundId,
            UUID lineId,
            Pence releasedPence,
            String reason,
            Locality locality,
            LocalDate effectiveOn)
            implements OfCommitment {}

    /// A decision arrived for a commitment, or for a variation of one, and it waits on. The reason
    /// is a validity code, or says which of request, content or amount does not match;
    /// `OTHERS_TO_DECIDE` when it counts, and the bodies of other owners are still to decide.
    ///
    /// @param requestId the request that waits on: the commitment's, or its variation's
    @EventType("budget.decision-not-applied.v1")
    record DecisionNotApplied(
            UUID commitmentId,
            UUID decisionId,
            String reason,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable UUID requestId)
            implements OfCommitment {}

    /// More or less than was promised is to be promised, and that is over the limit delegated to
    /// whoever asked: governance must decide. The commitment holds what it held until then; what is
    /// asked for beyond it is set aside. The decision counts only when it repeats `requestId` and
    /// `contentHash`, and covers the new amount as a whole.
    ///
    /// @param fromPence what is promised now
    /// @param amountPence what would be promised in all
    /// @param interventionId what it pays for, by id or reference; null when that is not said
    @EventType("budget.commitment-variation-requested.v1")
    record CommitmentVariationRequested(
            UUID commitmentId,
            String reference,
            UUID requestId,
            String contentHash,
            UUID fundId,
            UUID lineId,
            Pence fromPence,
            Pence amountPence,
            String function,
            String basis,
            List<Owner> owners,
            String provider,
            String purpose,
            @Nullable String interventionId,
            String requestedBy,
            LocalDate dueOn,
            Locality locality,
            LocalDate effectiveOn)
            implements OfCommitment, ApprovalSought {}

    /// Another amount is promised from now on, under a decision or a delegation.
    ///
    /// @param fromPence what was promised before
    /// @param amountPence what is promised in all
    /// @param remainingPence what of it is neither paid nor given back
    /// @param owners whose money it is from now on; the shares sum to `amountPence`
    @EventType("budget.commitment-varied.v1")
    record CommitmentVaried(
            UUID commitmentId,
            String reference,
            UUID fundId,
            UUID lineId,
            Pence fromPence,
            Pence amountPence,
            Pence remainingPence,
            String state,
            @Nullable UUID decisionId,
            @Nullable UUID delegationId,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable List<Owner> owners)
            implements OfCommitment {}

    /// A variation that waited for approval ended without it, and the commitment stays what it was.
    ///
    /// @param outcome `REJECTED`, `LAPSED` or `WITHDRAWN`
    @EventType("budget.commitment-variation-refused.v1")
    record CommitmentVariationRefused(
            UUID commitmentId,
            String reference,
            UUID requestId,
            UUID fundId,
            UUID lineId,
            Pence amountPence,
            String outcome,
            String reason,
            @Nullable UUID decisionId,
            Locality locality,
            LocalDate effectiveOn)
            implements OfCommitment {}

    /// The term of a commitment is over, and what it still held is free again.
    @EventType("budget.commitment-expired.v1")
    record CommitmentExpired(
            UUID commitmentId,
            String reference,
            UUID fundId,
            UUID lineId,
            Pence releasedPence,
            Locality locality,
            LocalDate effectiveOn)
            implements OfCommitment {}

    /// What a commitment still held goes on in a later year, as a commitment of that year's fund.
    ///
    /// @param carriedPence what it still held
    /// @param toCommitmentId the commitment that holds it now
    @EventType("budget.commitment-carried.v1")
    record CommitmentCarried(
            UUID commitmentId,
            String reference,
            UUID fundId,
            UUID lineId,
            Pence carriedPence,
            UUID toCommitmentId,
            UUID toFundId,
            UUID toLineId,
            UUID decisionId,
            Locality locality,
            LocalDate effectiveOn)
            implements OfCommitment {}
}
