package locality.budget.commitment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.agreement.Basis;
import locality.budget.authority.DecisionAttempt;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A commitment as it is shown.
@Schema(name = "Commitment")
record CommitmentView(
        UUID id,
        @Schema(examples = "MCR-BCF-2014-15-L06-C1") String reference,
        Locality locality,
        UUID fundId,
        UUID lineId,
        Pence amountPence,
        Pence dischargedPence,
        @Schema(description = "Promised and neither paid nor given back") Pence remainingPence,
        String provider,
        String purpose,
        @Nullable String interventionId,
        CommitmentState state,
        @Schema(description = "The governance function it needs") String function,
        Basis basis,
        List<Owner> owners,
        @Nullable UUID decisionId,
        @Nullable UUID delegationId,
        @Schema(description = "What governance was asked, if it was") @Nullable Request request,
        LocalDate effectiveOn,
        @Nullable LocalDate expiresOn,
        @Schema(description = "The decisions that arrived for it, applied or not")
                List<DecisionAttempt.View> attempts,
        Provenance provenance,
        long version,
        @Schema(description = "Given back, expired or carried: free again") Pence releasedPence,
        @Schema(description = "The reference of the contract it pays for")
                @Nullable String contractId,
        @Schema(description = "The day on which it was opened here, whatever day it holds from")
                @Nullable LocalDate openedOn,
        @Schema(description = "The commitment of an earlier year that goes on in this one")
                @Nullable UUID carriedFrom,
        @Schema(description = "Every variation that was asked for, whatever became of it")
                List<Varied> variations) {

    @Schema(name = "CommitmentVariation")
    record Varied(
            @Schema(description = "Variations of a commitment count 1, 2, 3") int number,
            @Schema(description = "What was promised before") Pence fromPence,
            @Schema(description = "What is promised in all, or would be") Pence amountPence,
            List<Owner> owners,
            String reason,
            VariationState state,
            @Nullable UUID decisionId,
            @Nullable UUID delegationId,
            @Schema(description = "What governance was asked, if it was") @Nullable Request request,
            LocalDate effectiveOn,
            @Schema(description = "Why it was not made") @Nullable String endedBecause,
            @Schema(description = "The decisions that arrived for it, applied or not")
                    List<DecisionAttempt.View> attempts) {

        static Varied of(Variation variation, List<DecisionAttempt> attempts) {
            return new Varied(
                    variation.number,
                    variation.fromPence,
                    variation.amountPence,
                    variation.owners,
                    variation.reason,
                    variation.state,
                    variation.decisionId,
                    variation.delegationId,
                    Request.of(
                            variation.requestId,
                            variation.contentHash,
                            variation.requestedBy,
                            variation.dueOn),
                    variation.effectiveOn,
                    variation.endedBecause,
                    attempts.stream().map(DecisionAttempt.View::of).toList());
        }
    }

    @Schema(name = "ApprovalRequest")
    record Request(UUID id, String contentHash, String requestedBy, LocalDate dueOn) {

        /// @param id null when governance was not asked
        static @Nullable Request of(
                @Nullable UUID id,
                String contentHash,
                String requestedBy,
                @Nullable LocalDate dueOn) {
            return id == null || dueOn == null
                    ? null
                    : new Request(id, contentHash, requestedBy, dueOn);
        }
    }

    static CommitmentView of(
            Commitment commitment, List<DecisionAttempt> attempts, List<Varied> variations) {
        return new CommitmentView(
                commitment.id,
                commitment.reference,
                commitment.locality,
                commitment.fundId,
                commitment.lineId,
                commitment.amountPence,
                commitment.dischargedPence,
                commitment.remaining(),
                commitment.provider,
                commitment.purpose,
                commitment.interventionId,
                commitment.state,
                commitment.decisionFunction,
                commitment.basis,
                commitment.owners,
                commitment.decisionId,
                commitment.delegationId,
                Request.of(
                        commitment.requestId,
                        commitment.contentHash,
                        commitment.requestedBy,
                        commitment.dueOn),
                commitment.effectiveOn,
                commitment.expiresOn,
                attempts.stream().map(DecisionAttempt.View::of).toList(),
                commitment.provenance,
                commitment.version,
                commitment.releasedPence,
                commitment.contractId,
                commitment.openedOn,
                commitment.carriedFrom,
                variations);
    }
}
