package locality.budget.planversion;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import locality.budget.fund.PlanStage;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A version of a plan as it is answered: when it was made, and who approved it.
@Schema(name = "PlanVersion")
record PlanVersionView(
        int version,
        @Nullable PlanStage stage,
        @Schema(description = "The sum of its lines, those that are only in view among them")
                Pence plannedPence,
        int lineCount,
        Instant recordedAt,
        @Schema(description = "The organisation that made it; null before versions were kept")
                @Nullable String recordedBy,
        List<ApprovedBy> approvals) {

    static final List<String> COLUMNS =
            List.of(
                    "line",
                    "scheme",
                    "areaOfSpend",
                    "commissioner",
                    "providerType",
                    "fundingSource",
                    "kind",
                    "recurrent",
                    "ringFence",
                    "basis",
                    "plannedPence",
                    "schemeType",
                    "description",
                    "status",
                    "plannedUnits",
                    "unit",
                    "use");

    /// A decision that approved it, and the body that took it as governance told.
    @Schema(name = "PlanVersionApproval")
    record ApprovedBy(UUID decisionId, @Nullable String reference, @Nullable String body) {}

    /// A version with all its lines.
    @Schema(name = "PlanVersionWithLines")
    record WithLines(PlanVersionView plan, List<PlannedLine> lines) {}

    static PlanVersionView of(PlanVersion version, List<ApprovedBy> approvals) {
        return new PlanVersionView(
                version.version,
                version.stage,
                version.plannedPence,
                version.lines.size(),
                version.recordedAt,
                version.recordedBy,
                approvals);
    }

    static String asCsv(PlanVersion version) {
        return Csv.write(COLUMNS, version.lines.stream().map(PlanVersionView::cells).toList());
    }

    private static List<Object> cells(PlannedLine line) {
        var units = line.plannedUnits();
        return Arrays.asList(
                line.line(),
                line.scheme(),
                line.areaOfSpend(),
                line.commissioner(),
                line.providerType(),
                line.fundingSource(),
                line.kind(),
                line.recurrent(),
                line.ringFence(),
                line.basis(),
                line.plannedPence().value(),
                line.schemeType(),
                line.description(),
                line.status(),
                units == null ? null : units.toPlainString(),
                line.unit(),
                line.use());
    }
}
