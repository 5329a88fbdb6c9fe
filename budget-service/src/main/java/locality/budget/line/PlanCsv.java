package locality.budget.line;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import locality.budget.planversion.PlannedLine;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;

/// A fund's plan as a spreadsheet: one row a line, and optionally a last row `TOTAL` that must
/// equal their sum.
final class PlanCsv {

    private static final List<String> COLUMNS =
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
    private static final List<String> EXPORTED_FROM = List.of("planVersion");
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
                        text,
                        COLUMNS,
                        Stream.of(AS_EXPORTED, MORE, EXPORTED_FROM).flatMap(List::stream).toList());
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

    /// Finds fault with a sheet that was exported from another version of the plan, once for each
    /// such version: it would undo what was planned since.
    ///
    /// @param present the version of the plan as it stands
    void checkExportedFrom(int present) {
        var told = new HashSet<Integer>();
        for (var row : rows) {
            var from = row.planVersion();
            if (from != null && from != present && told.add(from)) {
                row.at()
                        .fault(
                                "planVersion",
                                "exported from plan %d, the plan that stands is %d: export that one, plan=UNDER_WAY"
                                        .formatted(from, present));
            }
        }
    }

    /// Refuses the file if a rule found fault with one of its rows.
    void refuseFaults() {
        csv.refuseFaults();
    }

    /// Writes a plan so that it may be read again.
    ///
    /// @param planVersion the version of the plan that these lines are of
    /// @param versions of each line as it is now, which tell whether it changed since
    static String write(int planVersion, List<PlannedLine> plan, Map<UUID, Long> versions) {
        var columns =
                Stream.of(AS_EXPORTED, COLUMNS, MORE, EXPORTED_FROM).flatMap(List::stream).toList();
        return Csv.write(
                columns,
                plan.stream()
                        .map(line -> cells(planVersion, line, versions.get(line.lineId())))
                        .toList());
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

    private static List<Object> cells(int planVersion, PlannedLine line, @Nullable Long version) {
        var source = line.provenance();
        var units = line.plannedUnits();
        return Arrays.asList(
                line.line(),
                version,
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
                line.function(),
                source.kind(),
                source.document(),
                source.section(),
                source.formula(),
                line.schemeType(),
                line.description(),
                line.status(),
                units == null ? null : units.toPlainString(),
                line.unit(),
                line.use(),
                planVersion);
    }
}
