package locality.budget.line;

import java.util.UUID;
import locality.budget.agreement.Basis;
import locality.budget.planversion.PlannedLine;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// What a plan says of a line.
///
/// @param function who decides on its commitments, when not the fund's own function
/// @param source where the plan has it from
record LinePlan(
        PlanRow.Key key,
        boolean recurrent,
        @Nullable String ringFence,
        Basis basis,
        @Nullable String function,
        LineDetails details,
        Pence planned,
        Provenance source) {

    /// As a version of the plan keeps it.
    PlannedLine of(UUID line, String reference) {
        var status = details.status();
        return new PlannedLine(
                line,
                reference,
                key.scheme(),
                key.areaOfSpend(),
                key.commissioner(),
                key.providerType(),
                key.fundingSource(),
                key.kind().name(),
                recurrent,
                ringFence,
                basis.name(),
                function,
                details.schemeType(),
                details.description(),
                status == null ? null : status.name(),
                details.plannedUnits(),
                details.unit(),
                details.useOfFund(),
                planned,
                source);
    }
}
