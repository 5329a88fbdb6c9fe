package locality.budget.summary;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import locality.budget.fund.Fund;
import locality.budget.line.LineView;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What the lines of a fund sum to, and that the sums are those of the fund: every line counts in
/// one row, the rows sum to the total, and the total is what the plan sums to. Lines that are only
/// in view count beside it.
@Schema(name = "FundSummary")
record Summary(
        String fund,
        SummaryBy by,
        LocalDate on,
        List<Row> rows,
        @Schema(description = "These lines together; every column is the sum of the rows")
                Row total,
        @Schema(
                        description =
                                "Lines displayed here whose money is not the fund's: only in view,"
                                        + " or brought into it by a plan that is not approved")
                Row inView,
        @Schema(description = "What the plan that its lines follow sums to") Pence fundPlannedPence,
        @Schema(description = "total.plannedPence - fundPlannedPence: nothing")
                Pence differencePence) {

    private static final List<String> COLUMNS =
            List.of(
                    "value",
                    "lines",
                    "plannedPence",
                    "currentPence",
                    "requestedPence",
                    "committedPence",
                    "spentPence",
                    "availablePence");
    private static final String TOTAL = "TOTAL";
    private static final String IN_VIEW = "IN_VIEW";

    /// What the lines with one value sum to.
    @Schema(name = "FundSummaryRow")
    record Row(
            @Schema(description = "Empty for lines that say nothing of it") String value,
            int lines,
            Pence plannedPence,
            Pence currentPence,
            Pence requestedPence,
            Pence committedPence,
            Pence spentPence,
            @Schema(description = "current - requested - committed - spent") Pence availablePence) {

        static Row of(String value, List<LineView> lines) {
            return new Row(
                    value,
                    lines.size(),
                    sum(lines, LineView::plannedPence),
                    sum(lines, LineView::currentPence),
                    sum(lines, LineView::requestedPence),
                    sum(lines, LineView::committedPence),
                    sum(lines, LineView::spentPence),
                    sum(lines, LineView::availablePence));
        }

        private static Pence sum(List<LineView> lines, Function<LineView, Pence> amount) {
            return Pence.sum(lines.stream().map(amount).toList());
        }

        private List<Object> cells() {
            return Arrays.asList(
                    value,
                    lines,
                    plannedPence.value(),
                    currentPence.value(),
                    requestedPence.value(),
                    committedPence.value(),
                    spentPence.value(),
                    availablePence.value());
        }
    }

    /// @param inView lines displayed beside those of the fund
    static Summary of(
            Fund fund, SummaryBy by, LocalDate on, List<LineView> lines, List<LineView> inView) {
        var rows = new ArrayList<Row>();
        new TreeMap<>(lines.stream().collect(groupingBy(by::of)))
                .forEach((value, its) -> rows.add(Row.of(value, its)));
        var total = Row.of(TOTAL, lines);
        return new Summary(
                fund.reference(),
                by,
                on,
                rows,
                total,
                Row.of(IN_VIEW, inView),
                fund.plannedInForce(),
                total.plannedPence().minus(fund.plannedInForce()));
    }

    String asCsv() {
        var table = new ArrayList<>(rows);
        table.add(total);
        table.add(inView);
        return Csv.write(COLUMNS, table.stream().map(Row::cells).toList());
    }
}
