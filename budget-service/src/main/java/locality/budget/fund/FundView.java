package locality.budget.fund;

import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A fund as it is answered.
@Schema(name = "Fund")
public record FundView(
        UUID id,
        String reference,
        String name,
        FundKind kind,
        Locality locality,
        FinancialYear financialYear,
        @Nullable UUID agreementId,
        String host,
        @Schema(description = "The governance function that approves its commitments")
                String decisionFunction,
        @Schema(description = "What its money may be used for; none where it is not laid down")
                List<String> uses,
        @Schema(description = "Whether savings come back into it") boolean recyclable,
        @Schema(description = "The sum of its lines, without those that are only in view")
                Pence plannedPence,
        @Schema(description = "Counts the plans it has had; 0 before the first") int planVersion,
        @Schema(description = "How far the plan has come, null where it was never said")
                @Nullable PlanStage planStage,
        @Schema(description = "The plan that a decision approved, if one did")
                @Nullable Approval approval,
        @Schema(
                        description =
                                "What is contributed and not planned on lines; null in a list, and"
                                        + " where nothing is contributed")
                @Nullable Unallocated unallocated,
        Provenance provenance,
        long version) {

    /// What partners contribute in the year less what the lines plan: held for use in the year (S4
    /// 8.1.1), or, less than nothing, not contributed yet.
    @Schema(name = "UnallocatedBalance")
    public record Unallocated(
            Pence contributedPence,
            Pence plannedPence,
            @Schema(description = "contributedPence - plannedPence") Pence unallocatedPence) {

        static @Nullable Unallocated of(Pence contributed, Pence planned) {
            return contributed.isZero()
                    ? null
                    : new Unallocated(contributed, planned, contributed.minus(planned));
        }
    }

    /// Which plan was approved, by which decision.
    @Schema(name = "PlanApproval")
    public record Approval(int planVersion, Pence approvedPence, UUID decisionId) {}

    public static FundView of(Fund fund) {
        return of(fund, Pence.ZERO);
    }

    /// @param contributed what its partners contribute in the year, in all
    static FundView of(Fund fund, Pence contributed) {
        return new FundView(
                fund.id,
                fund.reference,
                fund.name,
                fund.kind,
                fund.locality,
                fund.financialYear,
                fund.agreementId,
                fund.host,
                fund.decisionFunction,
                fund.uses,
                fund.recyclable,
                fund.plannedPence,
                fund.planVersion,
                fund.planStage,
                approval(fund),
                Unallocated.of(contributed, fund.plannedPence),
                fund.provenance,
                fund.version);
    }

    private static @Nullable Approval approval(Fund fund) {
        var approvedVersion = fund.approvedPlanVersion;
        var pence = fund.approvedPence;
        var decision = fund.approvedDecisionId;
        return approvedVersion == null || pence == null || decision == null
                ? null
                : new Approval(approvedVersion, pence, decision);
    }
}
