package locality.budget.line;

import java.util.Locale;
import java.util.Objects;
import locality.budget.agreement.Basis;
import locality.budget.planversion.PlannedLine;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// One row of a plan as a spreadsheet holds it.
///
/// @param ringFence the ring-fence's name, null when the money is free
/// @param decisionFunction who approves, when not the fund's own function
/// @param details what else the plan says of the scheme
/// @param reference the line it means, when it was exported before
/// @param version the version it was exported with
/// @param planVersion the version of the plan it was exported from
record PlanRow(
        Csv.Row at,
        Key key,
        boolean recurrent,
        @Nullable String ringFence,
        Basis basis,
        Pence planned,
        @Nullable String decisionFunction,
        LineDetails details,
        @Nullable Provenance provenance,
        @Nullable String reference,
        @Nullable Long version,
        @Nullable Integer planVersion) {

    private static final long LARGEST = 1_000_000_000_000_000L;

    /// What makes a line itself: the same key in the next plan is the same line.
    record Key(
            String scheme,
            String areaOfSpend,
            String commissioner,
            String providerType,
            String fundingSource,
            CostKind kind) {}

    static PlanRow read(Csv.Row row) {
        var key =
                new Key(
                        row.required("scheme"),
                        row.required("areaOfSpend"),
                        row.required("commissioner"),
                        row.required("providerType"),
                        row.required("fundingSource"),
                        row.oneOf("kind", CostKind.class));
        return new PlanRow(
                row,
                key,
                row.parsed("recurrent", PlanRow::yesOrNo),
                ringFence(row.text("ringFence"), key),
                row.oneOf("basis", Basis.class),
                row.parsed("plannedPence", PlanRow::pence),
                row.optional("function"),
                LineDetails.read(row),
                provenance(row),
                row.optional("reference"),
                row.optional("version", Long::valueOf),
                row.optional("planVersion", Integer::valueOf));
    }

    /// What it makes of a line: what its sheet has no column for stays as it was.
    ///
    /// @param before the line in the plan before, null if it was not in it
    /// @param entered where the row comes from, if it does not say so and changes anything
    PlannedLine of(BudgetLine line, @Nullable PlannedLine before, Provenance entered) {
        if (before != null && provenance == null) {
            var same = of(line, said(line, before), before.provenance());
            return same.equals(before) ? before : of(line, said(line, before), entered);
        }
        return of(line, said(line, before), Objects.requireNonNullElse(provenance, entered));
    }

    /// Its details, over those that the plan before had, or the line when it was last planned.
    LineDetails said(@Nullable BudgetLine line, @Nullable PlannedLine before) {
        if (before != null) {
            return details.over(LineDetails.of(before), at);
        }
        return details.over(line == null ? LineDetails.NONE : line.details(), at);
    }

    private PlannedLine of(BudgetLine line, LineDetails said, Provenance source) {
        return new LinePlan(
                        key, recurrent, ringFence, basis, decisionFunction, said, planned, source)
                .of(line.id, line.reference);
    }

    static Pence pence(String text) {
        long value = Long.parseLong(text);
        if (value > LARGEST || value < -LARGEST) {
            throw new IllegalArgumentException("more than any locality has");
        }
        return Pence.of(value);
    }

    private static boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "yes" -> true;
            case "false", "no" -> false;
            default -> throw new IllegalArgumentException("say true or false");
        };
    }

    private static @Nullable String ringFence(String text, Key key) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "false", "no" -> null;
            case "true", "yes" -> key.fundingSource();
            default -> text;
        };
    }

    private static @Nullable Provenance provenance(Csv.Row row) {
        return row.optional(
                "provenanceKind",
                kind ->
                        new Provenance(
                                Provenance.Kind.valueOf(kind),
                                row.optional("provenanceDocument"),
                                row.optional("provenanceSection"),
                                row.optional("provenanceFormula")));
    }
}
