package locality.budget.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.budget.agreement.Basis;
import locality.budget.fund.Fund;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A line as it is answered.
@Schema(name = "BudgetLine")
public record LineView(
        UUID id,
        String reference,
        String scheme,
        String areaOfSpend,
        @Schema(description = "Organisation code; it owns the money") String commissioner,
        String providerType,
        String fundingSource,
        CostKind kind,
        boolean recurrent,
        @Nullable String ringFence,
        @Schema(description = "The type of scheme, as the national template lists them")
                @Nullable String schemeType,
        @Schema(description = "What the scheme does") @Nullable String description,
        @Nullable SchemeStatus status,
        @Schema(description = "How much it delivers in the year") @Nullable BigDecimal plannedUnits,
        @Schema(description = "What is counted, as in `Packages`") @Nullable String unit,
        @Schema(description = "Which of the fund's uses it serves") @Nullable String use,
        @Schema(description = "On the day asked for, today if none is") Basis basis,
        @Schema(description = "On which basis it stands from when, in order") List<BasisFrom> bases,
        @Schema(description = "The governance function that approves its commitments")
                String decisionFunction,
        @Schema(description = "As the plan has it") Pence plannedPence,
        @Schema(description = "The plan and what was moved since") Pence currentPence,
        @Schema(description = "Set aside for commitments waiting for approval")
                Pence requestedPence,
        @Schema(description = "Promised and not yet paid") Pence committedPence,
        Pence spentPence,
        @Schema(description = "current - requested - committed - spent") Pence availablePence,
        Provenance provenance,
        long version) {

    /// A basis, and what allows it; the first one is the plan's.
    @Schema(name = "LineBasisFrom")
    public record BasisFrom(
            LocalDate startsOn,
            Basis basis,
            @Schema(description = "The version of the fund's agreement that allows it")
                    @Nullable Integer agreementVersion,
            @Nullable UUID decisionId) {}

    /// The line with its basis on that day.
    public static LineView of(BudgetLine line, Fund fund, LocalDate on) {
        var details = line.details();
        return new LineView(
                line.id,
                line.reference,
                line.scheme,
                line.areaOfSpend,
                line.commissioner,
                line.providerType,
                line.fundingSource,
                line.kind,
                line.recurrent,
                line.ringFence,
                details.schemeType(),
                details.description(),
                details.status(),
                details.plannedUnits(),
                details.unit(),
                details.useOfFund(),
                line.basisOn(on),
                bases(line, fund.financialYear().start()),
                line.decisionFunction == null ? fund.decisionFunction() : line.decisionFunction,
                line.plannedPence,
                line.currentPence,
                line.requestedPence,
                line.committedPence,
                line.spentPence,
                line.available(),
                line.provenance,
                line.version);
    }

    private static List<BasisFrom> bases(BudgetLine line, LocalDate yearStartsOn) {
        var bases = new ArrayList<BasisFrom>();
        bases.add(new BasisFrom(yearStartsOn, line.basis, null, null));
        for (var later : line.laterBases.values()) {
            bases.add(
                    new BasisFrom(
                            later.startsOn(),
                            later.basis(),
                            later.agreementVersion(),
                            later.decisionId()));
        }
        return bases;
    }
}
