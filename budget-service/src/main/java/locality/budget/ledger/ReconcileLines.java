package locality.budget.ledger;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import locality.platform.caller.Caller;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Holds what each line says of itself against the books: requested against the commitments,
/// variations and virements that wait, committed against the commitments that are open and against
/// COMMITMENTS, spent against SPEND. All is read by one statement, so at one moment.
@ApplicationScoped
class ReconcileLines {

    private static final String UNRECONCILED =
            """
            with waiting as (
              select line_id, sum(pence) as pence from (
                select line_id, amount_pence as pence
                from commitment where state = 'PENDING_APPROVAL'
                union all
                select c.line_id, v.amount_pence - v.from_pence
                from commitment_variation v join commitment c on c.id = v.commitment_id
                where v.state = 'PENDING_APPROVAL'
                union all
                select m.line_id, -m.amount_pence
                from virement_move m join virement v on v.id = m.virement_id
                where v.state = 'PENDING_APPROVAL' and m.amount_pence < 0
              ) asked group by line_id
            ), promised as (
              select line_id, sum(amount_pence - discharged_pence - released_pence) as pence
              from commitment where state in ('OPEN', 'PART_DISCHARGED') group by line_id
            ), posted as (
              select line_id,
                sum(amount_pence) filter (where account = 'COMMITMENTS') as committed,
                sum(amount_pence) filter (where account = 'SPEND') as spent
              from posting where line_id is not null group by line_id
            )
            select l.id, l.reference, f.figure, f.line, f.books, f.against
            from budget_line l
            left join waiting w on w.line_id = l.id
            left join promised h on h.line_id = l.id
            left join posted p on p.line_id = l.id
            cross join lateral (values
              (1, 'REQUESTED', l.requested_pence, coalesce(w.pence, 0)::bigint, 'what waits'),
              (2, 'COMMITTED', l.committed_pence, coalesce(h.pence, 0)::bigint, 'commitments'),
              (3, 'COMMITTED', l.committed_pence, coalesce(p.committed, 0)::bigint, 'postings'),
              (4, 'SPENT', l.spent_pence, coalesce(p.spent, 0)::bigint, 'postings')
            ) as f (place, figure, line, books, against)
            where l.locality = any(?) and f.line <> f.books
            order by l.id, f.place
            limit ?
            """;

    private final AgroalDataSource database;

    ReconcileLines(AgroalDataSource database) {
        this.database = database;
    }

    @Schema(name = "LineFigure")
    enum Figure {
        REQUESTED,
        COMMITTED,
        SPENT
    }

    /// A figure of a line that is not what the books say.
    ///
    /// @param against which books: what waits for a decision, commitments, or postings
    @Schema(name = "UnreconciledLine")
    record Unreconciled(
            UUID lineId,
            String line,
            Figure figure,
            Pence linePence,
            Pence booksPence,
            @Schema(examples = "commitments") String against) {

        private static Unreconciled of(ResultSet row) throws SQLException {
            return new Unreconciled(
                    row.getObject("id", UUID.class),
                    row.getString("reference"),
                    Figure.valueOf(row.getString("figure")),
                    Pence.of(row.getLong("line")),
                    Pence.of(row.getLong("books")),
                    row.getString("against"));
        }

        List<?> cells() {
            return Arrays.asList(
                    "line", line, figure + " IN " + against, linePence.value(), booksPence.value());
        }
    }

    /// @param most how many are named
    List<Unreconciled> of(Caller caller, int most) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(UNRECONCILED)) {
            select.setArray(1, connection.createArrayOf("text", caller.localityCodes()));
            select.setInt(2, most);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<Unreconciled>();
                while (rows.next()) {
                    found.add(Unreconciled.of(rows));
                }
                return List.copyOf(found);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("The lines cannot be reconciled", failure);
        }
    }
}
