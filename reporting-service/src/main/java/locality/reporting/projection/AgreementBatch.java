package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import locality.platform.event.PartnershipEvent.AgreementChanged;
import locality.platform.event.PartnershipEvent.AssessmentChanged;
import locality.platform.event.PartnershipEvent.GatewayChanged;
import locality.platform.event.PartnershipEvent.ScopeTransferred;

/// What partners agreed, passed to a contract and assessed, of one batch.
final class AgreementBatch {

    /// A version of an agreement on a day.
    private record VersionDay(UUID id, int version, LocalDate effectiveOn) {}

    private final SequencedMap<VersionDay, AgreementChanged> agreements = new LinkedHashMap<>();
    private final SequencedMap<Day, GatewayChanged> gateways = new LinkedHashMap<>();
    private final Map<UUID, ScopeTransferred> transferred = new LinkedHashMap<>();
    private final SequencedMap<Day, AssessmentChanged> assessments = new LinkedHashMap<>();

    void take(AgreementChanged it) {
        agreements.putLast(new VersionDay(it.agreementId(), it.version(), it.effectiveOn()), it);
    }

    void take(GatewayChanged it) {
        gateways.putLast(new Day(it.gatewayId(), it.effectiveOn()), it);
    }

    void take(ScopeTransferred it) {
        transferred.put(it.scopeItemId(), it);
    }

    void take(AssessmentChanged it) {
        assessments.putLast(new Day(it.assessmentId(), it.effectiveOn()), it);
    }

    void write(Connection connection) throws SQLException {
        writeAgreements(connection);
        writeGateways(connection);
        writeTransferred(connection);
        writeAssessments(connection);
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
                          told = excluded.told,
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
                          told = excluded.told,
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
                .json(AssessmentChanged::findings)
                .write(
                        connection,
                        """
                        insert into read_model.assessment_day
                          (assessment_id, effective_on, reference, title, framework, state,
                           scale, ratings, locality, provenance, findings)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (assessment_id, effective_on) do update set
                          told = excluded.told,
                          reference = excluded.reference, title = excluded.title,
                          framework = excluded.framework, state = excluded.state,
                          scale = excluded.scale, ratings = excluded.ratings,
                          findings = excluded.findings, provenance = excluded.provenance
                        """);
    }
}
