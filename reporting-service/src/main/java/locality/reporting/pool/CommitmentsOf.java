package locality.reporting.pool;

import java.time.LocalDate;
import java.util.List;
import locality.platform.place.Locality;
import locality.reporting.pool.PooledBudget.Commitment;
import locality.reporting.pool.PooledBudget.Variation;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;

/// What is promised of a locality's money on a day, and which other amounts were asked for.
final class CommitmentsOf {

    /// A commitment `c` on the day given: what was told last of it, and of each amount what was
    /// told last at all. No row when nothing was told of it by that day.
    static final String ON_DAY =
            """
            select (array_agg(d.state order by d.told desc))[1] as state,
              coalesce((array_agg(d.amount_pence order by d.told desc)
                filter (where d.amount_pence is not null))[1], c.amount_pence) as amount_pence,
              coalesce((array_agg(d.remaining_pence order by d.told desc)
                filter (where d.remaining_pence is not null))[1], 0) as remaining_pence,
              (array_agg(d.decision_id order by d.told desc)
                filter (where d.decision_id is not null))[1] as decision_id,
              (array_agg(d.delegation_id order by d.told desc)
                filter (where d.delegation_id is not null))[1] as delegation_id,
              (array_agg(d.reason order by d.told desc))[1] as reason,
              (array_agg(d.effective_on order by d.told desc))[1] as effective_on
            from read_model.commitment_day d
            where d.commitment_id = c.commitment_id and d.effective_on <= ?
            having count(*) > 0
            """;

    private static final String COMMITMENTS =
            """
            select c.reference, f.reference as fund,
              coalesce(l.reference, c.line_id::text) as line, s.state, s.amount_pence,
              s.remaining_pence, coalesce(o.name, c.provider) as provider, c.purpose,
              c.intervention_id, c.contract_id, c.due_on, c.expires_on, s.reason,
              s.effective_on, s.decision_id, s.delegation_id, d.reference as decision,
              d.body_name as body, g.reference as delegation
            from read_model.commitment c
            join lateral (%s) s on true
            left join read_model.fund f on f.fund_id = c.fund_id
            left join read_model.budget_line l on l.line_id = c.line_id
            left join read_model.organisation o on o.code = c.provider
            left join read_model.decision d on d.decision_id = s.decision_id
            left join read_model.delegation g on g.delegation_id = s.delegation_id
            where c.locality = ?
            order by s.state = 'PENDING_APPROVAL' desc, s.remaining_pence > 0 desc, c.reference
            """
                    .formatted(ON_DAY);

    private static final String VARIATIONS =
            """
            select c.reference as commitment, f.reference as fund, v.state, v.from_pence,
              v.amount_pence, v.due_on, v.reason, v.effective_on, v.decision_id,
              v.delegation_id, d.reference as decision, d.body_name as body,
              g.reference as delegation,
              v.state = 'PENDING_APPROVAL'
                and v.told = max(v.told) over (partition by v.commitment_id) as waits
            from read_model.commitment c
            join read_model.commitment_variation_day v
              on v.commitment_id = c.commitment_id and v.effective_on <= ?
            left join read_model.fund f on f.fund_id = c.fund_id
            left join read_model.decision d on d.decision_id = v.decision_id
            left join read_model.delegation g on g.delegation_id = v.delegation_id
            where c.locality = ? order by c.reference, v.told desc
            """;

    private final Locality locality;
    private final LocalDate on;
    private final Snapshot snapshot;

    CommitmentsOf(Locality locality, LocalDate on, Snapshot snapshot) {
        this.locality = locality;
        this.on = on;
        this.snapshot = snapshot;
    }

    /// Those that wait first, then those that hold money.
    List<Commitment> commitments() {
        return snapshot.list(COMMITMENTS, CommitmentsOf::commitment, on, locality.code());
    }

    private static Commitment commitment(Row row) {
        return new Commitment(
                row.text("reference"),
                Names.fund(row),
                row.text("line"),
                row.text("state"),
                row.pence("amount_pence"),
                row.pence("remaining_pence"),
                row.text("provider"),
                row.text("purpose"),
                row.optionalText("intervention_id"),
                row.optionalText("contract_id"),
                Names.authority(row),
                row.optionalDate("due_on"),
                row.optionalDate("expires_on"),
                row.optionalText("reason"),
                row.date("effective_on"));
    }

    /// Of each commitment the one told last first.
    List<Variation> variations() {
        return snapshot.list(VARIATIONS, CommitmentsOf::variation, on, locality.code());
    }

    private static Variation variation(Row row) {
        return new Variation(
                row.text("commitment"),
                Names.fund(row),
                row.text("state"),
                row.flag("waits"),
                row.optionalPence("from_pence"),
                row.pence("amount_pence"),
                Names.authority(row),
                row.optionalDate("due_on"),
                row.optionalText("reason"),
                row.date("effective_on"));
    }
}
