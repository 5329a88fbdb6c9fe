package locality.reporting.pool;

import java.time.LocalDate;
import java.util.List;
import locality.platform.event.BudgetEvent.ContributionScheduled.Instalment;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.reporting.pool.Contribution.Ageing;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;

/// What each partner puts into a locality's funds, and what of it is due, paid and overdue on a
/// day.
final class ContributionsOf {

    private static final String CONTRIBUTIONS =
            """
            select f.reference as fund, d.partner as code, coalesce(o.name, d.partner) as partner,
              c.source, c.provenance, d.annual_pence, d.from_pence, d.instalments,
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

    /// @param funds with the basis on which their money stands that day
    List<Contribution> contributions(List<FundOnDay> funds) {
        return snapshot.list(
                CONTRIBUTIONS, row -> contribution(row, funds), on, locality.code(), on);
    }

    private Contribution contribution(Row row, List<FundOnDay> funds) {
        var fund = Names.fund(row);
        var instalments = row.listOf("instalments", Instalment.class);
        var paid = row.pence("paid_pence");
        var keptApart =
                funds.stream().anyMatch(it -> it.reference().equals(fund) && it.isKeptApart());
        return new Contribution(
                fund,
                row.text("partner"),
                row.text("code"),
                row.optionalText("source"),
                row.optionalPence("gross_pence"),
                row.optionalPence("charges_pence"),
                row.pence("annual_pence"),
                row.optionalPence("from_pence"),
                Names.authority(row),
                due(instalments),
                paid,
                keptApart,
                keptApart ? Ageing.NONE : Ageing.of(instalments, paid, on),
                row.provenance("provenance"));
    }

    private Pence due(List<Instalment> instalments) {
        return Pence.sum(
                instalments.stream()
                        .filter(it -> !it.dueOn().isAfter(on))
                        .map(Instalment::amountPence)
                        .toList());
    }
}
