package locality.reporting.dashboard;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.platform.money.FinancialYear;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import locality.platform.time.BusinessClock;
import locality.reporting.dashboard.Dashboard.Commitment;
import locality.reporting.dashboard.Dashboard.Decision;
import locality.reporting.dashboard.Dashboard.IndicatorSummary;
import locality.reporting.dashboard.Dashboard.Intervention;
import locality.reporting.dashboard.Dashboard.NotApplied;
import locality.reporting.indicator.Indicators;
import locality.reporting.indicator.Reading;
import locality.reporting.indicator.Readings;
import locality.reporting.readmodel.ReadModels;
import locality.reporting.readmodel.Row;
import locality.reporting.readmodel.Snapshot;
import org.jspecify.annotations.Nullable;

/// Reads a locality's dashboard, everything in it from one snapshot.
@ApplicationScoped
public class Dashboards {

    private static final int DECISIONS_SHOWN = 100;

    private final ReadModels readModels;
    private final Indicators indicators;
    private final Clock clock;

    Dashboards(ReadModels readModels, Indicators indicators, Clock clock) {
        this.readModels = readModels;
        this.indicators = indicators;
        this.clock = clock;
    }

    /// @param year whose funds to show, null for all
    /// @param indicator id or reference of the one to show, null for the first defined
    /// @throws NotFound if the locality has no such indicator
    public Dashboard read(
            Locality locality, @Nullable FinancialYear year, @Nullable String indicator) {
        return readModels.ask(snapshot -> read(locality, year, indicator, snapshot));
    }

    /// Changes whenever anything on the dashboard may have changed, and at midnight, when a figure
    /// may become late.
    public DataVersion version(Locality locality) {
        var told = readModels.ask(DataVersion::told);
        return new DataVersion(
                Objects.requireNonNull(told.get(locality.code())), BusinessClock.today(clock));
    }

    /// Every decision of a locality, newest first.
    public List<Decision> decisions(Locality locality) {
        return readModels.ask(snapshot -> decisions(locality, null, snapshot));
    }

    private Dashboard read(
            Locality locality,
            @Nullable FinancialYear year,
            @Nullable String indicator,
            Snapshot snapshot) {
        var pool = Pool.read(locality.code(), snapshot);
        var commitments = commitments(locality, snapshot);
        var readings = indicators.of(locality, snapshot);
        var freshness = new FreshnessOf(locality, snapshot);
        return new Dashboard(
                locality,
                locality.displayName(),
                freshness.asOf(),
                year,
                years(locality, snapshot),
                Attentions.of(pool, commitments, readings),
                pool.of(year),
                commitments,
                interventions(locality, snapshot),
                decisions(locality, DECISIONS_SHOWN, snapshot),
                decisionCount(locality, snapshot),
                choose(indicator, readings),
                readings.drawn().stream().map(Dashboards::summary).toList(),
                freshness.with(readings));
    }

    private static @Nullable Reading choose(@Nullable String wanted, Readings readings) {
        if (wanted == null) {
            return readings.drawn().isEmpty() ? null : readings.drawn().getFirst();
        }
        if (readings.undrawn().stream().anyMatch(undrawn -> undrawn.is(wanted))) {
            return null;
        }
        return readings.drawn().stream()
                .filter(
                        it ->
                                it.indicator().reference().equals(wanted)
                                        || it.indicator().id().toString().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NotFound("indicator", wanted));
    }

    private static IndicatorSummary summary(Reading reading) {
        var indicator = reading.indicator();
        var latest = reading.latestValue();
        return new IndicatorSummary(
                indicator.id(),
                indicator.reference(),
                indicator.name(),
                reading.latest() == null ? null : reading.latest().period(),
                latest == null ? null : reading.figures().write(latest),
                indicator.target() == null ? null : reading.figures().write(indicator.target()),
                reading.spc().variation() == null ? null : reading.spc().variation().toString(),
                reading.spc().assurance() == null ? null : reading.spc().assurance().toString(),
                reading.timeliness().stale(),
                indicator.provenance());
    }

    private static List<FinancialYear> years(Locality locality, Snapshot snapshot) {
        return snapshot.list(
                """
                select distinct financial_year from read_model.fund
                where locality = ? order by financial_year
                """,
                row -> FinancialYear.parse(row.text("financial_year")),
                locality.code());
    }

    private static List<Commitment> commitments(Locality locality, Snapshot snapshot) {
        var notApplied = notApplied(locality, snapshot);
        return snapshot.list(
                """
                select c.*, o.name as provider_name,
                  d.reference as decision, d.body_name as decided_by, g.reference as delegation
                from read_model.commitment c
                left join read_model.organisation o on o.code = c.provider
                left join read_model.decision d on d.decision_id = c.decision_id
                left join read_model.delegation g on g.delegation_id = c.delegation_id
                where c.locality = ?
                order by c.state = 'PENDING_APPROVAL' desc, c.effective_on desc, c.reference desc
                """,
                row ->
                        commitment(
                                row, notApplied.getOrDefault(row.uuid("commitment_id"), List.of())),
                locality.code());
    }

    private static Map<UUID, List<NotApplied>> notApplied(Locality locality, Snapshot snapshot) {
        return snapshot
                .list(
                        """
                        select u.*, d.reference as decision, d.body_name as decided_by
                        from read_model.unapplied_decision u
                        left join read_model.decision d using (decision_id)
                        where u.locality = ? order by u.effective_on, d.position
                        """,
                        row ->
                                Map.entry(
                                        row.uuid("commitment_id"),
                                        new NotApplied(
                                                row.uuid("decision_id"),
                                                row.optionalText("decision"),
                                                row.optionalText("decided_by"),
                                                row.text("reason"),
                                                row.date("effective_on"))),
                        locality.code())
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Commitment commitment(Row row, List<NotApplied> notApplied) {
        return new Commitment(
                row.uuid("commitment_id"),
                row.text("reference"),
                row.uuid("fund_id"),
                row.uuid("line_id"),
                row.text("state"),
                row.pence("amount_pence"),
                row.pence("remaining_pence"),
                row.text("provider"),
                row.optionalText("provider_name"),
                row.text("purpose"),
                row.optionalText("intervention_id"),
                row.optionalUuid("decision_id"),
                row.optionalText("decision"),
                row.optionalText("decided_by"),
                row.optionalText("delegation"),
                row.optionalDate("due_on"),
                row.optionalText("reason"),
                row.date("effective_on"),
                notApplied);
    }

    private static List<Intervention> interventions(Locality locality, Snapshot snapshot) {
        return snapshot.list(
                """
                select i.*,
                  coalesce((select sum(f.amount_pence) from read_model.intervention_funding f
                            where f.intervention_id = i.intervention_id), 0) as funded_pence,
                  coalesce((select array_agg(t.name order by t.reference) from read_model.theme t
                            where t.theme_id = any(i.themes)), '{}') as theme_names
                from read_model.intervention i where i.locality = ? order by i.reference
                """,
                row ->
                        new Intervention(
                                row.uuid("intervention_id"),
                                row.text("reference"),
                                row.text("name"),
                                row.text("state"),
                                row.text("mobilised"),
                                row.count("components_live"),
                                row.count("components"),
                                row.texts("theme_names"),
                                row.pence("funded_pence"),
                                row.date("effective_on"),
                                row.provenance("provenance")),
                locality.code());
    }

    private static long decisionCount(Locality locality, Snapshot snapshot) {
        return snapshot.list(
                        "select count(*) as decisions from read_model.decision where locality = ?",
                        row -> row.number("decisions"),
                        locality.code())
                .getFirst();
    }

    /// @param most null for all
    private static List<Decision> decisions(
            Locality locality, @Nullable Integer most, Snapshot snapshot) {
        return snapshot.list(
                """
                select d.*, m.reference as meeting
                from read_model.decision d left join read_model.meeting m using (meeting_id)
                where d.locality = ? order by d.effective_on desc, d.position desc limit ?
                """,
                Dashboards::decision,
                locality.code(),
                most);
    }

    private static Decision decision(Row row) {
        var codes = row.texts("validity_codes");
        return new Decision(
                row.uuid("decision_id"),
                row.text("reference"),
                row.text("title"),
                row.uuid("body_id"),
                row.text("body_name"),
                row.optionalText("meeting"),
                row.text("decision_type"),
                row.text("outcome"),
                row.text("state"),
                Validity.binds(row.text("state")),
                codes,
                Validity.inWords(codes),
                row.optionalText("function"),
                row.optionalPence("value_pence"),
                row.optionalText("subject_type"),
                row.optionalText("subject_id"),
                row.date("effective_on"),
                row.provenance("provenance"));
    }
}
