package locality.reporting.pool;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import locality.platform.event.BudgetEvent.FundPlanned;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.reporting.pool.FundOnDay.Agreement;
import locality.reporting.pool.FundOnDay.Line;
import locality.reporting.pool.FundOnDay.Signature;
import locality.reporting.pool.FundOnDay.Stage;
import locality.reporting.pool.FundOnDay.Terms;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;
import org.jspecify.annotations.Nullable;

/// A locality's funds as they stood on a day: plan, agreement, lines.
final class FundsOf {

    /// Which day of its year a fund is shown on.
    ///
    /// @see FundOnDay#stoodOn()
    private static final String STOOD_ON =
            """
            least(greatest(?::date, make_date(left(f.financial_year, 4)::int, 4, 1)),
              make_date(left(f.financial_year, 4)::int + 1, 3, 31))
            """;

    /// Since when terms `t` of fund `f` have their basis: the first day after the last of another.
    private static final String BASIS_SINCE =
            """
            with days as (
              select distinct on (d.effective_on) d.effective_on, d.basis
              from read_model.agreement_terms_day d
              where d.agreement = f.agreement and d.locality = f.locality
                and d.effective_on <= t.effective_on
              order by d.effective_on, d.told desc)
            select min(effective_on) as basis_since from days
            where effective_on > coalesce(
              (select max(effective_on) from days where basis <> t.basis), '-infinity')
            """;

    /// What was agreed in advance for a day is a schedule: the latest day up to the one shown
    /// counts. What became of an agreement, and which plan held, is what was told last.
    private static final String FUNDS =
            """
            select f.fund_id, f.reference, f.name, f.kind, f.financial_year, f.provenance,
              f.agreement, y.stood_on, coalesce(ho.name, t.host, fo.name, f.host) as host,
              p.told as plan_told, p.planned_pence, coalesce(p.lines, '[]') as lines,
              coalesce(g.governance_reference, f.agreement) as governed_as,
              coalesce((
                select jsonb_agg(
                         jsonb_build_object(
                           'organisation', coalesce(o.name, p.organisation),
                           'signedOn', p."signedOn")
                         order by p."signedOn", coalesce(o.name, p.organisation))
                from jsonb_to_recordset(a.parties) as p (organisation text, "signedOn" date)
                left join read_model.organisation o on o.code = p.organisation), '[]')
                as signatures,
              a.title, a.version, a.state, coalesce(a.retrospective, false) as retrospective,
              t.agreement_version, t.legal_powers, t.manager_post, t.basis,
              coalesce(eo.name, t.manager_employer) as manager_employer,
              coalesce(d.reference, t.manager_decision::text) as manager_decision,
              coalesce(ho.name, t.host) as terms_host, t.effective_on as terms_on,
              s.basis_since,
              t.provenance as terms_provenance
            from read_model.fund f
            cross join lateral (select %s as stood_on) y
            left join lateral (
              select * from read_model.fund_plan_day p
              where p.fund_id = f.fund_id and p.effective_on <= ?
              order by p.told desc limit 1) p on true
            left join lateral (
              select governance_reference from read_model.agreement_terms_day t
              where t.agreement = f.agreement and t.locality = f.locality
              order by t.told desc limit 1) g on true
            left join lateral (
              select * from (
                select distinct on (agreement_id, version) * from read_model.agreement_day a
                where a.reference = coalesce(g.governance_reference, f.agreement)
                  and a.locality = f.locality
                  and a.effective_on <= ?
                order by agreement_id, version, told desc) versions
              order by state = 'IN_FORCE' desc, version desc limit 1) a on true
            left join lateral (
              select * from read_model.agreement_terms_day t
              where t.agreement = f.agreement and t.locality = f.locality
                and t.effective_on <= y.stood_on
              order by t.effective_on desc, t.told desc limit 1) t on true
            left join lateral (%s) s on true
            left join read_model.organisation ho on ho.code = t.host
            left join read_model.organisation fo on fo.code = f.host
            left join read_model.organisation eo on eo.code = t.manager_employer
            left join read_model.decision d on d.decision_id = t.manager_decision
            where f.locality = ? and (f.effective_on is null or f.effective_on <= ?)
            order by f.financial_year desc, f.reference
            """
                    .formatted(STOOD_ON, BASIS_SINCE);

    private static final String MOVED =
            """
            select v.told, m."lineId" as line_id, m."amountPence" as pence
            from (select distinct on (virement_id) * from read_model.virement_day
                  where locality = ? and effective_on <= ?
                  order by virement_id, told desc) v
            cross join lateral jsonb_to_recordset(v.moves)
              as m ("lineId" uuid, "amountPence" bigint)
            where v.state = 'MADE'
            """;

    private static final String BASES =
            """
            select distinct on (line_id) line_id, b.basis
            from read_model.line_basis_day b join read_model.fund f using (fund_id)
            where f.locality = ? and b.effective_on <= %s
            order by line_id, b.effective_on desc, b.told desc
            """
                    .formatted(STOOD_ON);

    private static final String STAGES =
            """
            select p.fund_id, p.plan_version, coalesce(a.stage, p.stage) as stage,
              p.planned_pence, jsonb_array_length(p.lines) as lines, p.effective_on,
              a.decision_id, a.effective_on as approved_on, d.reference as decision,
              d.body_name as body, null::uuid as delegation_id, null as delegation
            from (select distinct on (fund_id, plan_version) * from read_model.fund_plan_day
                  where locality = ? and effective_on <= ?
                  order by fund_id, plan_version, told desc) p
            left join lateral (
              select * from read_model.fund_plan_approval_day a
              where a.fund_id = p.fund_id and a.plan_version = p.plan_version
                and a.told >= p.told and a.effective_on <= ?
              order by a.told desc limit 1) a on true
            left join read_model.decision d on d.decision_id = a.decision_id
            order by p.told desc
            """;

    private record Moved(long told, UUID line, Pence pence) {}

    private final Locality locality;
    private final LocalDate on;
    private final Snapshot snapshot;
    private final Movements movements;
    private final List<Moved> moved;
    private final Map<UUID, String> bases = new HashMap<>();
    private final Map<UUID, List<Stage>> stages = new HashMap<>();

    FundsOf(Locality locality, LocalDate on, Snapshot snapshot) {
        this.locality = locality;
        this.on = on;
        this.snapshot = snapshot;
        movements = new Movements(locality, on, snapshot);
        moved =
                snapshot.list(
                        MOVED,
                        row ->
                                new Moved(
                                        row.number("told"),
                                        row.uuid("line_id"),
                                        row.pence("pence")),
                        locality.code(),
                        on);
        snapshot.list(
                BASES,
                row -> bases.put(row.uuid("line_id"), row.text("basis")),
                locality.code(),
                on);
        snapshot.list(
                STAGES,
                row ->
                        stages.computeIfAbsent(row.uuid("fund_id"), _ -> new ArrayList<>())
                                .add(stage(row)),
                locality.code(),
                on,
                on);
    }

    private static Stage stage(Row row) {
        return new Stage(
                row.count("plan_version"),
                row.optionalText("stage"),
                row.pence("planned_pence"),
                row.count("lines"),
                Names.authority(row),
                row.optionalDate("approved_on"),
                row.date("effective_on"));
    }

    /// The latest year first.
    List<FundOnDay> funds() {
        return snapshot.list(FUNDS, this::fund, on, on, on, locality.code(), on);
    }

    private FundOnDay fund(Row row) {
        var id = row.uuid("fund_id");
        return new FundOnDay(
                row.text("reference"),
                row.text("name"),
                row.text("kind"),
                FinancialYear.parse(row.text("financial_year")),
                row.date("stood_on"),
                row.text("host"),
                agreement(row),
                row.optionalPence("planned_pence"),
                lines(row, id),
                stages.getOrDefault(id, List.of()),
                row.provenance("provenance"));
    }

    private static @Nullable Agreement agreement(Row row) {
        var reference = row.optionalText("agreement");
        return reference == null
                ? null
                : new Agreement(
                        reference,
                        row.optionalText("title"),
                        row.optionalCount("version"),
                        row.optionalText("state"),
                        row.flag("retrospective"),
                        row.listOf("signatures", Signature.class),
                        row.text("governed_as"),
                        terms(row));
    }

    private static @Nullable Terms terms(Row row) {
        return row.optionalText("basis") == null
                ? null
                : new Terms(
                        row.count("agreement_version"),
                        row.listOf("legal_powers", String.class),
                        row.text("terms_host"),
                        row.optionalText("manager_post"),
                        row.optionalText("manager_employer"),
                        row.optionalText("manager_decision"),
                        row.text("basis"),
                        row.date("basis_since"),
                        row.date("terms_on"),
                        row.provenance("terms_provenance"));
    }

    private List<Line> lines(Row row, UUID fund) {
        var planned = row.listOf("lines", FundPlanned.Line.class);
        var told = row.optionalNumber("plan_told");
        var lines = new ArrayList<Line>();
        planned.forEach(line -> lines.add(line(line, Objects.requireNonNull(told))));
        movements.linesOf(fund).stream()
                .filter(id -> planned.stream().noneMatch(line -> line.lineId().equals(id)))
                .forEach(id -> lines.add(unplanned(id)));
        return lines;
    }

    /// What a line has is what its plan says it had by then, and what was moved since.
    private Line line(FundPlanned.Line line, long planTold) {
        var since =
                moved.stream()
                        .filter(it -> it.told() > planTold && it.line().equals(line.lineId()))
                        .map(Moved::pence)
                        .toList();
        var had = Objects.requireNonNullElse(line.currentPence(), line.plannedPence());
        return new Line(
                line.reference(),
                line.scheme(),
                line.areaOfSpend(),
                line.fundingSource(),
                line.commissioner(),
                line.kind(),
                line.ringFence(),
                bases.getOrDefault(line.lineId(), line.basis()),
                true,
                movements.of(line.lineId(), line.plannedPence(), had.plus(Pence.sum(since))),
                line.provenance());
    }

    private Line unplanned(UUID id) {
        return new Line(
                id.toString(),
                "A line that the plan has not",
                "Not planned",
                null,
                null,
                null,
                null,
                bases.get(id),
                false,
                movements.of(id, Pence.ZERO, Pence.ZERO),
                null);
    }
}
