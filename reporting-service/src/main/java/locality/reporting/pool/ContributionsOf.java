package locality.reporting.pool;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import locality.platform.event.BudgetEvent.ContributionScheduled.Instalment;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.reporting.pool.Contribution.Ageing;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;

/// What each partner puts into a locality's funds, and what of it is due, paid and overdue on a
/// day. Owed is only what falls due while the money is pooled (budget-service's rule): before that
/// each partner keeps its own.
final class ContributionsOf {

    private static final String CONTRIBUTIONS =
            """
            select f.reference as fund, d.partner as code, coalesce(o.name, d.partner) as partner,
              c.source, c.provenance, d.annual_pence, d.from_pence, d.instalments,
              coalesce((
                select jsonb_agg(i.one)
                from jsonb_array_elements(d.instalments) as i (one)
                where 'POOLED' = (
                  select t.basis from read_model.agreement_terms_day t
                  where t.agreement = f.agreement and t.locality = f.locality
                    and t.effective_on <= (i.one ->> 'dueOn')::date
                  order by t.effective_on desc, t.told desc limit 1)), '[]') as owed,
              case when d.from_pence is null then c.gross_pence end as gross_pence,
              case when d.from_pence is null then c.client_charges_pence end as charges_pence,
              d.decision_id, x.reference as decision, x.body_name as body,
              null::uuid as delegation_id, null as delegation,
              coalesce((select sum(r.amount_pence) from read_model.contribution_receipt r
                        where r.schedule_id = d.schedule_id and r.effective_on <= ?), 0)
                as paid_pence
            from (select distinct on (schedule_id) * from read_model.contribution_day
                  where locality = ? and effective_on <= ?
                  order by schedule_id, told desc) d
            join read_model.contribution c using (schedule_id)
            left join read_model.fund f on f.fund_id = d.fund_id
            left join read_model.organisation o on o.code = d.partner
            left join read_model.decision x on x.decision_id = d.decision_id
            order by f.reference, d.annual_pence desc, d.partner
            """;

    private final Locality locality;
    private final LocalDate on;
    private final Snapshot snapshot;

    ContributionsOf(Locality locality, LocalDate on, Snapshot snapshot) {
        this.locality = locality;
        this.on = on;
        this.snapshot = snapshot;
    }

    List<Contribution> contributions() {
        return snapshot.list(CONTRIBUTIONS, this::contribution, on, locality.code(), on);
    }

    private Contribution contribution(Row row) {
        var instalments = row.listOf("instalments", Instalment.class);
        var owed = row.listOf("owed", Instalment.class);
        var paid = row.pence("paid_pence");
        return new Contribution(
                Names.fund(row),
                row.text("partner"),
                row.text("code"),
                row.optionalText("source"),
                row.optionalPence("gross_pence"),
                row.optionalPence("charges_pence"),
                row.pence("annual_pence"),
                row.optionalPence("from_pence"),
                Names.authority(row),
                sum(owed.stream().filter(it -> !it.dueOn().isAfter(on))),
                paid,
                sum(instalments.stream()).minus(sum(owed.stream())),
                Ageing.of(owed, paid, on),
                row.provenance("provenance"));
    }

    private static Pence sum(Stream<Instalment> instalments) {
        return Pence.sum(instalments.map(Instalment::amountPence).toList());
    }
}
