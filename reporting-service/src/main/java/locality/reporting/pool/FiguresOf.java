package locality.reporting.pool;

import java.time.LocalDate;
import java.util.List;
import locality.platform.event.BudgetEvent.FiguresCompared;
import locality.platform.place.Locality;
import locality.reporting.pool.PooledBudget.Comparison;
import locality.reporting.pool.PooledBudget.Figure;
import locality.reporting.pool.PooledBudget.RetrospectiveEntry;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;

/// Which figures of a locality's documents were compared by a day, and which entries lie before
/// their agreement was ratified.
final class FiguresOf {

    private final Locality locality;
    private final LocalDate on;
    private final Snapshot snapshot;

    FiguresOf(Locality locality, LocalDate on, Snapshot snapshot) {
        this.locality = locality;
        this.on = on;
        this.snapshot = snapshot;
    }

    /// Those that do not agree first.
    List<Comparison> comparisons() {
        return snapshot.list(
                """
                select c.*, f.reference as fund, jsonb_build_array(c.against) as held_against
                from (select distinct on (comparison_id) * from read_model.figure_comparison_day
                      where locality = ? and effective_on <= ?
                      order by comparison_id, told desc) c
                left join read_model.fund f on f.fund_id = c.fund_id
                order by c.verdict = 'DIFFERS' desc, c.reference
                """,
                FiguresOf::comparison,
                locality.code(),
                on);
    }

    private static Comparison comparison(Row row) {
        return new Comparison(
                row.text("reference"),
                row.optionalText("fund"),
                row.text("title"),
                figures(row, "terms"),
                figures(row, "held_against").getFirst(),
                row.pence("sum_pence"),
                row.pence("difference_pence"),
                row.text("verdict"),
                row.date("effective_on"));
    }

    private static List<Figure> figures(Row row, String column) {
        return row.listOf(column, FiguresCompared.Figure.class).stream()
                .map(
                        it ->
                                new Figure(
                                        it.label(),
                                        it.stated(),
                                        it.unit(),
                                        it.amountPence(),
                                        it.approximate(),
                                        it.provenance()))
                .toList();
    }

    List<RetrospectiveEntry> retrospective() {
        return snapshot.list(
                """
                select e.*, f.reference as fund
                from read_model.retrospective_entry e
                left join read_model.fund f on f.fund_id = e.fund_id
                where e.locality = ? and e.effective_on <= ?
                order by e.effective_on desc, e.reference
                """,
                row ->
                        new RetrospectiveEntry(
                                row.text("reference"),
                                Names.fund(row),
                                row.text("description"),
                                row.pence("amount_pence"),
                                row.optionalText("source_document"),
                                row.date("effective_on")),
                locality.code(),
                on);
    }
}
