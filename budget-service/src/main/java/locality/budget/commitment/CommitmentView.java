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
                @Nullable UUID carriedFrom) {

    @Schema(name = "ApprovalRequest")
    record Request(UUID id, String contentHash, String requestedBy, LocalDate dueOn) {}

    static CommitmentView of(Commitment commitment, List<DecisionAttempt> attempts) {
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
                request(commitment),
                commitment.effectiveOn,
                commitment.expiresOn,
                attempts.stream().map(DecisionAttempt.View::of).toList(),
                commitment.provenance,
                commitment.version,
                commitment.releasedPence,
                commitment.contractId,
                commitment.openedOn,
                commitment.carriedFrom);
    }

    private static @Nullable Request request(Commitment commitment) {
        var id = commitment.requestId;
        var dueOn = commitment.dueOn;
        return id == null || dueOn == null
                ? null
                : new Request(id, commitment.contentHash, commitment.requestedBy, dueOn);
    }
}
