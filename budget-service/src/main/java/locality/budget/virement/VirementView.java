package locality.budget.virement;

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

@Schema(name = "Virement")
record VirementView(
        UUID id,
        @Schema(examples = "MCR-BCF-2014-15-V1") String reference,
        Locality locality,
        UUID fundId,
        List<Move> moves,
        @Schema(description = "What moves in all: the sum of what lines get") Pence amountPence,
        String reason,
        VirementState state,
        @Schema(description = "Who may decide it, and by which figures that was chosen")
                ChosenTier tier,
        Basis basis,
        @Schema(description = "Whose money is given: what a line gives is its commissioner's")
                List<OwnerView> owners,
        @Schema(
                        description =
                                "References of protected amounts of which too little is left, and"
                                        + " which only warn")
                List<String> warnings,
        @Nullable UUID decisionId,
        @Nullable UUID delegationId,
        @Schema(description = "Officers made it under a delegation: the body is told afterwards")
                boolean forNoting,
        @Schema(description = "The journal entry that moved the budget") @Nullable UUID entryId,
        @Schema(description = "What governance was asked, if it was") @Nullable Request request,
        LocalDate effectiveOn,
        @Schema(description = "Why it ended without being made") @Nullable String endedBecause,
        @Schema(description = "The decisions that arrived for it, applied or not")
                List<DecisionAttempt.View> attempts,
        Provenance provenance,
        long version) {

    @Schema(name = "VirementOwner")
    record OwnerView(String organisation, Pence sharePence) {}

    @Schema(name = "VirementRequest")
    record Request(
            UUID id, String contentHash, String function, String requestedBy, LocalDate dueOn) {}

    static VirementView of(Virement virement, List<DecisionAttempt> attempts) {
        return new VirementView(
                virement.id,
                virement.reference,
                virement.locality,
                virement.fundId,
                List.copyOf(virement.moves),
                virement.amountPence,
                virement.reason,
                virement.state,
                virement.tier,
                virement.basis,
                virement.owners.stream()
                        .map(owner -> new OwnerView(owner.organisation(), owner.sharePence()))
                        .toList(),
                virement.warnings,
                virement.decisionId,
                virement.delegationId,
                virement.isForNoting(),
                virement.entryId,
                request(virement),
                virement.effectiveOn,
                virement.endedBecause,
                attempts.stream().map(DecisionAttempt.View::of).toList(),
                virement.provenance,
                virement.version);
    }

    private static @Nullable Request request(Virement virement) {
        var id = virement.requestId;
        var dueOn = virement.dueOn;
        return id == null || dueOn == null
                ? null
                : new Request(
                        id,
                        virement.contentHash,
                        virement.decisionFunction,
                        virement.requestedBy,
                        dueOn);
    }
}
