package locality.reporting.pool;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.reporting.readmodel.Snapshot;

/// What became of each line by a day beside its plan: set aside, promised and spent.
final class Movements {

    /// What is set aside for what waits: commitments, rises of commitments, and what lines would
    /// give.
    private static final String REQUESTED =
            """
            select line_id, sum(pence) as pence from (
              select c.line_id, s.amount_pence as pence
              from read_model.commitment c
              join lateral (%1$s) s on s.state = 'PENDING_APPROVAL'
              where c.locality = ?
              union all
              select c.line_id, greatest(v.amount_pence - v.from_pence, 0)
              from read_model.commitment c
              join lateral (select * from read_model.commitment_variation_day v
                            where v.commitment_id = c.commitment_id and v.effective_on <= ?
                            order by v.told desc limit 1) v on v.state = 'PENDING_APPROVAL'
              where c.locality = ?
              union all
              select m."lineId", -m."amountPence"
              from (select distinct on (virement_id) * from read_model.virement_day
                    where locality = ? and effective_on <= ?
                    order by virement_id, told desc) v
              cross join lateral jsonb_to_recordset(v.moves)
                as m ("lineId" uuid, "amountPence" bigint)
              where v.state = 'PENDING_APPROVAL' and m."amountPence" < 0) waiting
            group by line_id
            """
                    .formatted(CommitmentsOf.ON_DAY);

    private static final String COMMITTED =
            """
            select c.line_id, sum(s.remaining_pence) as pence
            from read_model.commitment c
            join lateral (%s) s on true
            where c.locality = ? group by c.line_id
            """
                    .formatted(CommitmentsOf.ON_DAY);

    private static final String SPENT =
            """
            select d.line_id, sum(d.amount_pence) as pence
            from read_model.account_day d join read_model.fund f using (fund_id)
            where d.account = 'SPEND' and d.effective_on <= ? and f.locality = ?
            group by d.line_id
            """;

    /// Which fund a line that moved is of, whether its plan still has it or not.
    private static final String FUND_OF_LINE =
            """
            select fund_id, line_id from read_model.commitment where locality = ?
            union
            select d.fund_id, d.line_id
            from read_model.account_day d join read_model.fund f using (fund_id)
            where d.account = 'SPEND' and f.locality = ?
            """;

    private final Map<UUID, Pence> requested;
    private final Map<UUID, Pence> committed;
    private final Map<UUID, Pence> spent;
    private final Map<UUID, Set<UUID>> linesOfFund = new HashMap<>();

    Movements(Locality locality, LocalDate on, Snapshot snapshot) {
        var code = locality.code();
        requested = byLine(snapshot, REQUESTED, on, code, on, code, code, on);
        committed = byLine(snapshot, COMMITTED, on, code);
        spent = byLine(snapshot, SPENT, on, code);
        snapshot.list(
                FUND_OF_LINE,
                row ->
                        linesOfFund
                                .computeIfAbsent(row.uuid("fund_id"), _ -> new TreeSet<>())
                                .add(row.uuid("line_id")),
                code,
                code);
    }

    private static Map<UUID, Pence> byLine(Snapshot snapshot, String sql, Object... asked) {
        var pence = new HashMap<UUID, Pence>();
        snapshot.list(sql, row -> pence.put(row.uuid("line_id"), row.pence("pence")), asked);
        return pence;
    }

    Amounts of(UUID line, Pence original, Pence current) {
        return new Amounts(
                original, current, at(requested, line), at(committed, line), at(spent, line));
    }

    /// The lines of a fund that hold or spent money.
    Set<UUID> linesOf(UUID fund) {
        var lines = new TreeSet<UUID>();
        for (var line : linesOfFund.getOrDefault(fund, Set.of())) {
            var amounts = of(line, Pence.ZERO, Pence.ZERO);
            if (!amounts.requestedPence().isZero()
                    || !amounts.committedPence().isZero()
                    || !amounts.spentPence().isZero()) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static Pence at(Map<UUID, Pence> pence, UUID line) {
        return pence.getOrDefault(line, Pence.ZERO);
    }
}
