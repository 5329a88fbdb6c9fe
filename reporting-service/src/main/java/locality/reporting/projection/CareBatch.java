package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.platform.consume.Delivery;
import locality.platform.event.InterventionEvent;
import locality.platform.event.InterventionEvent.ContractScopeChanged;
import locality.platform.event.InterventionEvent.DeflectionPlanned;
import locality.platform.event.InterventionEvent.IndicatorDefined;
import locality.platform.event.InterventionEvent.InterventionChanged;
import locality.platform.event.InterventionEvent.InterventionFunded;
import locality.platform.event.InterventionEvent.ObservationsRecorded;
import locality.platform.event.InterventionEvent.ObservationsRecorded.Observation;
import locality.platform.event.InterventionEvent.ThemeRecorded;

/// What is being done and what was measured, of one batch.
final class CareBatch {

    private final Map<UUID, ThemeRecorded> themes = new LinkedHashMap<>();
    private final Map<UUID, InterventionChanged> interventions = new LinkedHashMap<>();
    private final Map<List<UUID>, InterventionFunded> funding = new LinkedHashMap<>();
    private final Map<UUID, Told<IndicatorDefined>> indicators = new LinkedHashMap<>();
    private final Map<List<Object>, Observed> observations = new LinkedHashMap<>();
    private final Map<UUID, DeflectionPlanned> deflection = new LinkedHashMap<>();

    private final SequencedMap<List<Object>, ContractScopeChanged> scope = new LinkedHashMap<>();

    private record Observed(Told<ObservationsRecorded> told, Observation value) {}

    private record PlannedMonth(UUID plan, DeflectionPlanned.Month month) {}

    void take(InterventionEvent event, Delivery delivery) {
        switch (event) {
            case ThemeRecorded it -> themes.put(it.themeId(), it);
            case InterventionChanged it -> interventions.put(it.interventionId(), it);
            case InterventionFunded it ->
                    funding.put(List.of(it.interventionId(), it.commitmentId()), it);
            case IndicatorDefined it -> indicators.put(it.indicatorId(), Told.of(it, delivery));
            case ObservationsRecorded it -> keep(Told.of(it, delivery));
            case ContractScopeChanged it ->
                    scope.putLast(List.of(it.scopeItemId(), it.effectiveOn()), it);
            case DeflectionPlanned it -> deflection.put(it.planId(), it);
        }
    }

    void write(Connection connection) throws SQLException {
        writeThemes(connection);
        writeInterventions(connection);
        writeFunding(connection);
        writeIndicators(connection);
        writeObservations(connection);
        writeDeflection(connection);
        writeScope(connection);
    }

    /// What is told later of the same day takes the place of what was told before.
    private void writeScope(Connection connection) throws SQLException {
        Rows.of(scope.values())
                .uuid(ContractScopeChanged::scopeItemId)
                .date(ContractScopeChanged::effectiveOn)
                .text(ContractScopeChanged::state)
                .text(ContractScopeChanged::reason)
                .text(it -> it.locality().code())
                .provenance(ContractScopeChanged::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.contract_scope_day
                          (scope_item_id, effective_on, state, reason, locality, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (scope_item_id, effective_on) do update set
                          told = excluded.told,
                          state = excluded.state, reason = excluded.reason,
                          provenance = excluded.provenance
                        """);
    }

    private void keep(Told<ObservationsRecorded> told) {
        for (var value : told.event().observations()) {
            var key = List.<Object>of(told.event().indicatorId(), value.period(), told.position());
            observations.put(key, new Observed(told, value));
        }
    }

    private void writeThemes(Connection connection) throws SQLException {
        Rows.of(themes.values())
                .uuid(ThemeRecorded::themeId)
                .text(ThemeRecorded::reference)
                .text(ThemeRecorded::name)
                .text(ThemeRecorded::kind)
                .uuid(ThemeRecorded::parent)
                .text(it -> it.locality().code())
                .provenance(ThemeRecorded::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.theme
                          (theme_id, reference, name, kind, parent, locality, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?)
                        on conflict (theme_id) do update set
                          reference = excluded.reference, name = excluded.name,
                          kind = excluded.kind, parent = excluded.parent,
                          provenance = excluded.provenance
                        """);
    }

    private void writeInterventions(Connection connection) throws SQLException {
        Rows.of(interventions.values())
                .uuid(InterventionChanged::interventionId)
                .text(InterventionChanged::reference)
                .text(InterventionChanged::name)
                .text(InterventionChanged::state)
                .text(InterventionChanged::mobilised)
                .number(it -> (long) it.componentsLive())
                .number(it -> (long) it.components())
                .text(CareBatch::themes)
                .text(it -> it.locality().code())
                .date(InterventionChanged::effectiveOn)
                .provenance(InterventionChanged::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.intervention
                          (intervention_id, reference, name, state, mobilised, components_live,
                           components, themes, locality, effective_on, provenance)
                        select id, ref, name, state, mobilised, live, components,
                          string_to_array(themes, ',')::uuid[], locality, effective_on, provenance
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                          as told (id, ref, name, state, mobilised, live, components, themes,
                            locality, effective_on, provenance)
                        on conflict (intervention_id) do update set
                          reference = excluded.reference, name = excluded.name,
                          state = excluded.state, mobilised = excluded.mobilised,
                          components_live = excluded.components_live,
                          components = excluded.components, themes = excluded.themes,
                          effective_on = excluded.effective_on, provenance = excluded.provenance
                        """);
    }

    private static String themes(InterventionChanged intervention) {
        return intervention.themes().stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private void writeFunding(Connection connection) throws SQLException {
        Rows.of(funding.values())
                .uuid(InterventionFunded::interventionId)
                .uuid(InterventionFunded::commitmentId)
                .pence(InterventionFunded::amountPence)
                .uuid(InterventionFunded::decisionId)
                .date(InterventionFunded::effectiveOn)
                .write(
                        connection,
                        """
                        insert into read_model.intervention_funding
                          (intervention_id, commitment_id, amount_pence, decision_id, effective_on)
                        select * from unnest(?, ?, ?, ?, ?)
                        on conflict (intervention_id, commitment_id) do update set
                          amount_pence = excluded.amount_pence,
                          decision_id = excluded.decision_id,
                          effective_on = excluded.effective_on
                        """);
    }

    private void writeIndicators(Connection connection) throws SQLException {
        Rows.of(indicators.values())
                .uuid(it -> it.event().indicatorId())
                .text(it -> it.event().reference())
                .text(it -> it.event().name())
                .text(it -> it.event().unit())
                .text(it -> it.event().improvementDirection())
                .text(it -> it.event().frequency())
                .text(it -> it.event().aggregation())
                .decimal(it -> it.event().target())
                .text(it -> it.event().source())
                .text(it -> it.event().publicationSchedule())
                .uuid(it -> it.event().interventionId())
                .text(it -> it.event().locality().code())
                .number(Told::position)
                .provenance(it -> it.event().provenance())
                .write(
                        connection,
                        """
                        insert into read_model.indicator
                          (indicator_id, reference, name, unit, improvement_direction, frequency,
                           aggregation, target, source, publication_schedule, intervention_id,
                           locality, first_position, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (indicator_id) do update set
                          reference = excluded.reference, name = excluded.name,
                          unit = excluded.unit,
                          improvement_direction = excluded.improvement_direction,
                          frequency = excluded.frequency, aggregation = excluded.aggregation,
                          target = excluded.target, source = excluded.source,
                          publication_schedule = excluded.publication_schedule,
                          intervention_id = excluded.intervention_id,
                          provenance = excluded.provenance
                        """);
    }

    /// A corrected value is a further row: what was known before stays answerable.
    private void writeObservations(Connection connection) throws SQLException {
        Rows.of(observations.values())
                .uuid(it -> it.told().event().indicatorId())
                .date(it -> it.value().period())
                .number(it -> it.told().position())
                .instant(it -> it.told().recordedAt())
                .decimal(it -> it.value().value())
                .decimal(it -> it.value().numerator())
                .decimal(it -> it.value().denominator())
                .provenance(it -> it.told().event().provenance())
                .write(
                        connection,
                        """
                        insert into read_model.observation
                          (indicator_id, period, position, recorded_at, value, numerator,
                           denominator, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        """);
    }

    private void writeDeflection(Connection connection) throws SQLException {
        Rows.of(deflection.values())
                .uuid(DeflectionPlanned::planId)
                .uuid(DeflectionPlanned::interventionId)
                .number(it -> (long) it.version())
                .text(DeflectionPlanned::activityType)
                .text(DeflectionPlanned::provider)
                .pence(DeflectionPlanned::tariffPence)
                .text(it -> it.locality().code())
                .provenance(DeflectionPlanned::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.deflection_plan
                          (plan_id, intervention_id, plan_version, activity_type, provider,
                           tariff_pence, locality, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (plan_id) do update set
                          plan_version = excluded.plan_version,
                          activity_type = excluded.activity_type, provider = excluded.provider,
                          tariff_pence = excluded.tariff_pence, provenance = excluded.provenance
                        """);
        Rows.of(deflection.keySet())
                .uuid(plan -> plan)
                .write(
                        connection,
                        "delete from read_model.deflection_month where plan_id in (select"
                                + " unnest(?))");
        Rows.of(months())
                .uuid(PlannedMonth::plan)
                .date(it -> it.month().month())
                .decimal(it -> it.month().counterfactual())
                .decimal(it -> it.month().planned())
                .decimal(it -> it.month().actual())
                .write(
                        connection,
                        """
                        insert into read_model.deflection_month
                          (plan_id, month, counterfactual, planned, actual)
                        select * from unnest(?, ?, ?, ?, ?)
                        """);
    }

    private Collection<PlannedMonth> months() {
        return deflection.values().stream()
                .flatMap(
                        plan ->
                                plan.months().stream()
                                        .map(month -> new PlannedMonth(plan.planId(), month)))
                .toList();
    }
}
