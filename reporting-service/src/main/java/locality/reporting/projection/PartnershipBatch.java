package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import locality.platform.event.PartnershipEvent;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.event.PartnershipEvent.AssessmentChanged;
import locality.platform.event.PartnershipEvent.EngagementRecorded;
import locality.platform.event.PartnershipEvent.GatewayChanged;
import locality.platform.event.PartnershipEvent.MilestoneChanged;
import locality.platform.event.PartnershipEvent.PlanChanged;
import locality.platform.event.PartnershipEvent.PrincipleRecorded;
import locality.platform.event.PartnershipEvent.RegisterEntryChanged;
import locality.platform.event.PartnershipEvent.ScopeTransferred;
import locality.platform.event.PartnershipEvent.ScopeWithdrawn;
import locality.platform.event.PartnershipEvent.StrategyChanged;
import org.jspecify.annotations.Nullable;

/// What partners agreed, passed to a contract, assessed, fear, plan and hold to, of one batch.
///
/// Each is kept by the day it holds from, so that it can be asked as of any day. What is told later
/// of the same day takes the place of what was told before. Engagement that took place has its own
/// day alone: told of another, that day was put right.
final class PartnershipBatch {

    /// The kind of engagement that goes through stages, each from its day on.
    private static final String CONSULTATION = "CONSULTATION";

    /// A thing on a day.
    private record Day(UUID id, LocalDate effectiveOn) {}

    /// A version of an agreement on a day.
    private record VersionDay(UUID id, int version, LocalDate effectiveOn) {}

    private final Map<VersionDay, AgreementChanged> agreements = new LinkedHashMap<>();
    private final Map<Day, GatewayChanged> gateways = new LinkedHashMap<>();
    private final Map<UUID, ScopeTransferred> transferred = new LinkedHashMap<>();
    private final Map<Day, AssessmentChanged> assessments = new LinkedHashMap<>();
    private final Map<Day, RegisterEntryChanged> entries = new LinkedHashMap<>();
    private final Map<Day, PlanChanged> plans = new LinkedHashMap<>();
    private final Map<Day, MilestoneChanged> milestones = new LinkedHashMap<>();
    private final Map<Day, StrategyChanged> strategies = new LinkedHashMap<>();
    private final Map<Day, PrincipleRecorded> principles = new LinkedHashMap<>();
    private final Map<Day, EngagementRecorded> consultations = new LinkedHashMap<>();
    private final Map<UUID, EngagementRecorded> tookPlace = new LinkedHashMap<>();

    void take(PartnershipEvent event) {
        switch (event) {
            case AgreementChanged it ->
                    agreements.put(
                            new VersionDay(it.agreementId(), it.version(), it.effectiveOn()), it);
            case GatewayChanged it -> gateways.put(new Day(it.gatewayId(), it.effectiveOn()), it);
            case ScopeTransferred it -> transferred.put(it.scopeItemId(), it);
            // Whether it was in time the contract answers, and that is shown.
            case ScopeWithdrawn _ -> {}
            case AssessmentChanged it ->
                    assessments.put(new Day(it.assessmentId(), it.effectiveOn()), it);
            case RegisterEntryChanged it ->
                    entries.put(new Day(it.entryId(), it.effectiveOn()), it);
            case PlanChanged it -> plans.put(new Day(it.planId(), it.effectiveOn()), it);
            case MilestoneChanged it ->
                    milestones.put(new Day(it.milestoneId(), it.effectiveOn()), it);
            case StrategyChanged it ->
                    strategies.put(new Day(it.strategyId(), it.effectiveOn()), it);
            case PrincipleRecorded it ->
                    principles.put(new Day(it.principleId(), it.effectiveOn()), it);
            case EngagementRecorded it when it.kind().equals(CONSULTATION) ->
                    consultations.put(new Day(it.engagementId(), it.effectiveOn()), it);
            case EngagementRecorded it -> tookPlace.put(it.engagementId(), it);
        }
    }

    void write(Connection connection) throws SQLException {
        writeAgreements(connection);
        writeGateways(connection);
        writeTransferred(connection);
        writeAssessments(connection);
        writeEntries(connection);
        writePlans(connection);
        writeMilestones(connection);
        writeStrategies(connection);
        writePrinciples(connection);
        forgetDays(connection);
        writeEngagements(connection, consultations.values());
        writeEngagements(connection, tookPlace.values());
    }

    private void writeAgreements(Connection connection) throws SQLException {
        Rows.of(agreements.values())
                .uuid(AgreementChanged::agreementId)
                .number(it -> (long) it.version())
                .date(AgreementChanged::effectiveOn)
                .text(AgreementChanged::reference)
                .text(AgreementChanged::title)
                .text(AgreementChanged::kind)
                .text(AgreementChanged::state)
                .json(AgreementChanged::parties)
                .date(AgreementChanged::beginsOn)
                .date(AgreementChanged::endsOn)
                .date(AgreementChanged::reviewOn)
                .text(it -> String.valueOf(it.retrospective()))
                .text(it -> it.locality().code())
                .provenance(AgreementChanged::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.agreement_day
                          (agreement_id, version, effective_on, reference, title, kind, state,
                           parties, begins_on, ends_on, review_on, retrospective, locality,
                           provenance)
                        select agreement_id, version, effective_on, reference, title, kind, state,
                          parties, begins_on, ends_on, review_on, retrospective::boolean,
                          locality, provenance
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as told
                          (agreement_id, version, effective_on, reference, title, kind, state,
                           parties, begins_on, ends_on, review_on, retrospective, locality,
                           provenance)
                        on conflict (agreement_id, version, effective_on) do update set
                          reference = excluded.reference, title = excluded.title,
                          kind = excluded.kind, state = excluded.state,
                          parties = excluded.parties, begins_on = excluded.begins_on,
                          ends_on = excluded.ends_on, review_on = excluded.review_on,
                          retrospective = excluded.retrospective,
                          provenance = excluded.provenance
                        """);
    }

    private void writeGateways(Connection connection) throws SQLException {
        Rows.of(gateways.values())
                .uuid(GatewayChanged::gatewayId)
                .date(GatewayChanged::effectiveOn)
                .text(GatewayChanged::reference)
                .text(GatewayChanged::contract)
                .number(it -> (long) it.number())
                .date(GatewayChanged::beginsOn)
                .date(GatewayChanged::endsOn)
                .text(GatewayChanged::state)
                .json(GatewayChanged::conditions)
                .uuid(GatewayChanged::decisionId)
                .text(it -> it.locality().code())
                .provenance(GatewayChanged::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.gateway_day
                          (gateway_id, effective_on, reference, contract, number, begins_on,
                           ends_on, state, conditions, decision_id, locality, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (gateway_id, effective_on) do update set
                          reference = excluded.reference, contract = excluded.contract,
                          number = excluded.number, begins_on = excluded.begins_on,
                          ends_on = excluded.ends_on, state = excluded.state,
                          conditions = excluded.conditions, decision_id = excluded.decision_id,
                          provenance = excluded.provenance
                        """);
    }

    private void writeTransferred(Connection connection) throws SQLException {
        Rows.of(transferred.values())
                .uuid(ScopeTransferred::scopeItemId)
                .uuid(ScopeTransferred::gatewayId)
                .text(ScopeTransferred::contract)
                .text(ScopeTransferred::reference)
                .text(ScopeTransferred::title)
                .text(ScopeTransferred::kind)
                .text(ScopeTransferred::intervention)
                .date(ScopeTransferred::effectiveOn)
                .text(it -> it.locality().code())
                .provenance(ScopeTransferred::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.scope_transferred
                          (scope_item_id, gateway_id, contract, reference, title, kind,
                           intervention, effective_on, locality, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (scope_item_id) do update set
                          gateway_id = excluded.gateway_id, contract = excluded.contract,
                          reference = excluded.reference, title = excluded.title,
                          kind = excluded.kind, intervention = excluded.intervention,
                          effective_on = excluded.effective_on, provenance = excluded.provenance
                        """);
    }

    private void writeAssessments(Connection connection) throws SQLException {
        Rows.of(assessments.values())
                .uuid(AssessmentChanged::assessmentId)
                .date(AssessmentChanged::effectiveOn)
                .text(AssessmentChanged::reference)
                .text(AssessmentChanged::title)
                .text(AssessmentChanged::framework)
                .text(AssessmentChanged::state)
                .json(AssessmentChanged::scale)
                .json(AssessmentChanged::ratings)
                .text(it -> it.locality().code())
                .provenance(AssessmentChanged::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.assessment_day
                          (assessment_id, effective_on, reference, title, framework, state,
                           scale, ratings, locality, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (assessment_id, effective_on) do update set
                          reference = excluded.reference, title = excluded.title,
                          framework = excluded.framework, state = excluded.state,
                          scale = excluded.scale, ratings = excluded.ratings,
                          provenance = excluded.provenance
                        """);
    }

    private void writeEntries(Connection connection) throws SQLException {
        Rows.of(entries.values())
                .uuid(RegisterEntryChanged::entryId)
                .date(RegisterEntryChanged::effectiveOn)
                .text(RegisterEntryChanged::reference)
                .text(RegisterEntryChanged::kind)
                .text(RegisterEntryChanged::title)
                .text(RegisterEntryChanged::state)
                .uuid(RegisterEntryChanged::bodyId)
                .number(it -> wide(it.likelihood()))
                .number(it -> wide(it.impact()))
                .text(RegisterEntryChanged::post)
                .date(RegisterEntryChanged::reviewOn)
                .uuid(RegisterEntryChanged::causedBy)
                .text(it -> it.locality().code())
                .provenance(RegisterEntryChanged::provenance)
                .uuid(RegisterEntryChanged::escalatedTo)
                .write(
                        connection,
                        """
                        insert into read_model.register_entry_day
                          (entry_id, effective_on, reference, kind, title, state, body_id,
                           likelihood, impact, post, review_on, caused_by, locality, provenance,
                           escalated_to)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (entry_id, effective_on) do update set
                          reference = excluded.reference, kind = excluded.kind,
                          title = excluded.title, state = excluded.state,
                          body_id = excluded.body_id, likelihood = excluded.likelihood,
                          impact = excluded.impact, post = excluded.post,
                          review_on = excluded.review_on, caused_by = excluded.caused_by,
                          provenance = excluded.provenance, escalated_to = excluded.escalated_to
                        """);
    }

    private void writePlans(Connection connection) throws SQLException {
        Rows.of(plans.values())
                .uuid(PlanChanged::planId)
                .date(PlanChanged::effectiveOn)
                .text(PlanChanged::reference)
                .text(PlanChanged::title)
                .json(PlanChanged::areas)
                .text(PlanChanged::baseline)
                .uuid(PlanChanged::decisionId)
                .text(it -> it.locality().code())
                .provenance(PlanChanged::provenance)
                .uuid(PlanChanged::bodyId)
                .write(
                        connection,
                        """
                        insert into read_model.plan_day
                          (plan_id, effective_on, reference, title, areas, baseline,
                           decision_id, locality, provenance, body_id)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (plan_id, effective_on) do update set
                          reference = excluded.reference, title = excluded.title,
                          areas = excluded.areas, baseline = excluded.baseline,
                          decision_id = excluded.decision_id, provenance = excluded.provenance,
                          body_id = excluded.body_id
                        """);
    }

    private void writeMilestones(Connection connection) throws SQLException {
        Rows.of(milestones.values())
                .uuid(MilestoneChanged::milestoneId)
                .date(MilestoneChanged::effectiveOn)
                .uuid(MilestoneChanged::planId)
                .text(MilestoneChanged::reference)
                .text(MilestoneChanged::title)
                .text(MilestoneChanged::area)
                .text(MilestoneChanged::post)
                .text(MilestoneChanged::organisation)
                .date(MilestoneChanged::forecastOn)
                .text(MilestoneChanged::precision)
                .date(MilestoneChanged::reviewOn)
                .date(MilestoneChanged::baselineOn)
                .date(MilestoneChanged::achievedOn)
                .text(MilestoneChanged::state)
                .text(it -> it.locality().code())
                .provenance(MilestoneChanged::provenance)
                .date(MilestoneChanged::earlyOn)
                .flag(MilestoneChanged::critical)
                .json(MilestoneChanged::predecessors)
                .write(
                        connection,
                        """
                        insert into read_model.milestone_day
                          (milestone_id, effective_on, plan_id, reference, title, area, post,
                           organisation, forecast_on, precision, review_on, baseline_on,
                           achieved_on, state, locality, provenance, early_on,
                           critical, predecessors)
                        select *
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (milestone_id, effective_on) do update set
                          plan_id = excluded.plan_id, reference = excluded.reference,
                          title = excluded.title, area = excluded.area, post = excluded.post,
                          organisation = excluded.organisation,
                          forecast_on = excluded.forecast_on, precision = excluded.precision,
                          review_on = excluded.review_on, baseline_on = excluded.baseline_on,
                          achieved_on = excluded.achieved_on, state = excluded.state,
                          provenance = excluded.provenance,
                          early_on = excluded.early_on, critical = excluded.critical,
                          predecessors = excluded.predecessors
                        """);
    }

    private void writeStrategies(Connection connection) throws SQLException {
        Rows.of(strategies.values())
                .uuid(StrategyChanged::strategyId)
                .date(StrategyChanged::effectiveOn)
                .text(StrategyChanged::reference)
                .text(StrategyChanged::title)
                .text(StrategyChanged::kind)
                .text(StrategyChanged::version)
                .text(StrategyChanged::state)
                .date(StrategyChanged::reviewOn)
                .uuid(StrategyChanged::decisionId)
                .text(it -> it.locality().code())
                .provenance(StrategyChanged::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.strategy_day
                          (strategy_id, effective_on, reference, title, kind, version, state,
                           review_on, decision_id, locality, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (strategy_id, effective_on) do update set
                          reference = excluded.reference, title = excluded.title,
                          kind = excluded.kind, version = excluded.version,
                          state = excluded.state, review_on = excluded.review_on,
                          decision_id = excluded.decision_id, provenance = excluded.provenance
                        """);
    }

    private void writePrinciples(Connection connection) throws SQLException {
        Rows.of(principles.values())
                .uuid(PrincipleRecorded::principleId)
                .date(PrincipleRecorded::effectiveOn)
                .text(PrincipleRecorded::reference)
                .text(PrincipleRecorded::register)
                .number(it -> (long) it.number())
                .text(PrincipleRecorded::text)
                .date(PrincipleRecorded::endsOn)
                .text(it -> it.locality().code())
                .provenance(PrincipleRecorded::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.principle_day
                          (principle_id, effective_on, reference, register, number, text,
                           ends_on, locality, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (principle_id, effective_on) do update set
                          reference = excluded.reference, register = excluded.register,
                          number = excluded.number, text = excluded.text,
                          ends_on = excluded.ends_on, provenance = excluded.provenance
                        """);
    }

    private void forgetDays(Connection connection) throws SQLException {
        Rows.of(tookPlace.values())
                .uuid(EngagementRecorded::engagementId)
                .write(
                        connection,
                        "delete from read_model.engagement_day where engagement_id = any(?)");
    }

    private static void writeEngagements(
            Connection connection, Collection<EngagementRecorded> engagements) throws SQLException {
        Rows.of(engagements)
                .uuid(EngagementRecorded::engagementId)
                .date(EngagementRecorded::effectiveOn)
                .text(EngagementRecorded::reference)
                .text(EngagementRecorded::title)
                .text(EngagementRecorded::kind)
                .text(EngagementRecorded::audience)
                .text(EngagementRecorded::stage)
                .number(it -> (long) it.count())
                .number(it -> wide(it.reached()))
                .text(it -> it.locality().code())
                .provenance(EngagementRecorded::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.engagement_day
                          (engagement_id, effective_on, reference, title, kind, audience, stage,
                           count, reached, locality, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (engagement_id, effective_on) do update set
                          reference = excluded.reference, title = excluded.title,
                          kind = excluded.kind, audience = excluded.audience,
                          stage = excluded.stage, count = excluded.count,
                          reached = excluded.reached, provenance = excluded.provenance
                        """);
    }

    private static @Nullable Long wide(@Nullable Integer number) {
        return number == null ? null : number.longValue();
    }
}
