package locality.budget.line;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;

/// A fund's plan as a spreadsheet: one row a line, and optionally a last row `TOTAL` that must
/// equal their sum.
final class PlanCsv {

    static final List<String> COLUMNS =
            List.of(
                    "scheme",
                    "areaOfSpend",
                    "commissioner",
                    "providerType",
                    "fundingSource",
                    "kind",
                    "recurrent",
                    "ringFence",
                    "basis",
                    "plannedPence");

    private static final List<String> AS_EXPORTED = List.of("reference", "version");
    private static final List<String> MORE =
            Stream.concat(
                            Stream.of(
                                    "function",
                                    "provenanceKind",
                                    "provenanceDocument",
                                    "provenanceSection",
                                    "provenanceFormula"),
                            LineDetails.COLUMNS.stream())
                    .toList();
    private static final String TOTAL = "TOTAL";

    private final Csv csv;
    private final List<PlanRow> rows;

    private PlanCsv(Csv csv, List<PlanRow> rows) {
        this.csv = csv;
        this.rows = rows;
    }

    /// @throws Malformed naming every cell at fault, and a wrong total
    static PlanCsv read(String text) {
        var csv =
                Csv.read(
                        text, COLUMNS, Stream.of(AS_EXPORTED, MORE).flatMap(List::stream).toList());
        var seen = new HashMap<PlanRow.Key, Integer>();
        var sum = new ArrayList<Pence>();
        var rows =
                csv.map(
                        row -> {
                            if (row.text("scheme").equals(TOTAL)) {
                                checkTotal(row, csv.rows(), sum);
                                return null;
                            }
                            var read = PlanRow.read(row);
                            sum.add(read.planned());
                            checkTwice(read, seen.putIfAbsent(read.key(), row.line()));
                            return read;
                        });
        return new PlanCsv(csv, rows);
    }

    List<PlanRow> rows() {
        return rows;
    }

    /// Refuses the file if a rule found fault with one of its rows.
    void refuseFaults() {
        csv.refuseFaults();
    }

    Pence total() {
        return Pence.sum(rows.stream().map(PlanRow::planned).toList());
    }

    static String write(List<BudgetLine> lines) {
        var columns = Stream.of(AS_EXPORTED, COLUMNS, MORE).flatMap(List::stream).toList();
        return Csv.write(columns, lines.stream().map(PlanCsv::cells).toList());
    }

    private static void checkTotal(Csv.Row row, List<Csv.Row> all, List<Pence> amounts) {
        if (row != all.getLast()) {
            row.fault("scheme", "TOTAL is the last row, nothing follows it");
            return;
        }
        boolean allRead = amounts.size() == all.size() - 1;
        var stated = row.parsed("plannedPence", PlanRow::pence);
        var sum = Pence.sum(amounts);
        if (allRead && !stated.equals(sum)) {
            row.fault(
                    "plannedPence",
                    "TOTAL says %s, the rows sum to %s: the difference is %s"
                            .formatted(stated, sum, stated.minus(sum)));
        }
    }

    private static void checkTwice(PlanRow row, @Nullable Integer firstLine) {
        if (firstLine != null) {
            row.at().fault("scheme", "is the same line as line " + firstLine);
        }
    }

    private static List<Object> cells(BudgetLine line) {
        var source = line.provenance;
        var details = line.details();
        return java.util.Arrays.asList(
                line.reference,
                line.version,
                line.scheme,
                line.areaOfSpend,
                line.commissioner,
                line.providerType,
                line.fundingSource,
                line.kind,
                line.recurrent,
                line.ringFence,
                line.basis,
                line.plannedPence.value(),
                line.decisionFunction,
                source.kind(),
                source.document(),
                source.section(),
                source.formula(),
                details.schemeType(),
                details.description(),
                details.status(),
                details.plannedUnits() == null ? null : details.plannedUnits().toPlainString(),
                details.unit(),
                details.useOfFund());
    }
}
