package locality.reporting.pool;

import java.time.LocalDate;
import java.util.List;
import locality.platform.event.VirementEvent;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.reporting.pool.PooledBudget.Move;
import locality.reporting.pool.PooledBudget.ProtectedAmount;
import locality.reporting.pool.PooledBudget.Virement;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;

/// What moves from line to line in a locality's funds by a day, and what is protected from it.
final class VirementsOf {

    private static final String VIREMENTS =
            """
            select v.*, f.reference as fund, d.reference as decision, d.body_name as body,
              g.reference as delegation,
              coalesce(v.moves, (select b.moves from read_model.virement_day b
                                 where b.virement_id = v.virement_id and b.moves is not null
                                   and b.effective_on <= ?
                                 order by b.told desc limit 1), '[]') as moved
            from (select distinct on (virement_id) * from read_model.virement_day
                  where locality = ? and effective_on <= ?
                  order by virement_id, told desc) v
            left join read_model.fund f on f.fund_id = v.fund_id
            left join read_model.decision d on d.decision_id = v.decision_id
            left join read_model.delegation g on g.delegation_id = v.delegation_id
            order by v.state = 'PENDING_APPROVAL' desc, v.effective_on desc, v.reference
            """;

    private static final String PROTECTED =
            """
            select p.*, f.reference as fund
            from (select distinct on (protected_amount_id) * from read_model.protected_amount_day
                  where locality = ? and effective_on <= ?
                  order by protected_amount_id, effective_on desc, told desc) p
            left join read_model.fund f on f.fund_id = p.fund_id
            where p.ends_on is null or p.ends_on >= ?
            order by f.reference, p.reference
            """;

    private final Locality locality;
    private final LocalDate on;
    private final Snapshot snapshot;

    VirementsOf(Locality locality, LocalDate on, Snapshot snapshot) {
        this.locality = locality;
        this.on = on;
        this.snapshot = snapshot;
    }

    /// Those that wait first, then the latest.
    List<Virement> virements() {
        return snapshot.list(VIREMENTS, VirementsOf::virement, on, locality.code(), on);
    }

    private static Virement virement(Row row) {
        return new Virement(
                row.text("reference"),
                Names.fund(row),
                row.text("state"),
                row.pence("amount_pence"),
                row.listOf("moved", VirementEvent.Move.class).stream()
                        .map(it -> new Move(it.line(), it.amountPence()))
                        .toList(),
                row.text("reason"),
                Names.authority(row),
                row.listOf("warnings", String.class),
                row.optionalDate("due_on"),
                row.date("effective_on"));
    }

    /// Those that hold that day.
    ///
    /// @param funds with what the lines have that day
    List<ProtectedAmount> protectedAmounts(List<FundOnDay> funds) {
        return snapshot.list(
                PROTECTED, row -> protectedAmount(row, funds), locality.code(), on, on);
    }

    private static ProtectedAmount protectedAmount(Row row, List<FundOnDay> funds) {
        var lines = row.listOf("lines", String.class);
        var there =
                funds.stream()
                        .filter(fund -> fund.reference().equals(row.optionalText("fund")))
                        .flatMap(fund -> fund.lines().stream())
                        .filter(line -> lines.contains(line.reference()))
                        .map(line -> line.amounts().currentPence())
                        .toList();
        return new ProtectedAmount(
                row.text("reference"),
                Names.fund(row),
                row.text("name"),
                row.text("action"),
                row.pence("amount_pence"),
                Pence.sum(there),
                lines,
                row.optionalDate("ends_on"),
                row.date("effective_on"),
                row.provenance("provenance"));
    }
}
