package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.platform.consume.Delivery;
import locality.platform.event.GovernanceEvent;
import locality.platform.event.GovernanceEvent.ActionChanged;
import locality.platform.event.GovernanceEvent.BodyChanged;
import locality.platform.event.GovernanceEvent.BodyRelated;
import locality.platform.event.GovernanceEvent.DecisionChanged;
import locality.platform.event.GovernanceEvent.DecisionTaken;
import locality.platform.event.GovernanceEvent.DelegationEnded;
import locality.platform.event.GovernanceEvent.DelegationGranted;
import locality.platform.event.GovernanceEvent.DelegationReceived;
import locality.platform.event.GovernanceEvent.DisputeChanged;
import locality.platform.event.GovernanceEvent.ForwardPlanChanged;
import locality.platform.event.GovernanceEvent.FunctionArranged;
import locality.platform.event.GovernanceEvent.FunctionRecorded;
import locality.platform.event.GovernanceEvent.MeetingChanged;
import locality.platform.event.GovernanceEvent.OrganisationRecorded;
import locality.platform.event.GovernanceEvent.PaperPublished;
import locality.platform.event.GovernanceEvent.PostChanged;
import locality.platform.event.GovernanceEvent.RecommendationChanged;
import locality.platform.event.GovernanceEvent.SeatChanged;

/// Who exists and what was decided, of one batch.
final class AuthorityBatch {

    private static final List<String> LIFE =
            List.of("PROPOSED", "SHADOW", "ESTABLISHED", "DISSOLVED");
    private static final String MOVE_ON =
            """
            update read_model.body set state = told.state, effective_on = told.effective_on
            from unnest(?, ?, ?) as told (body_id, state, effective_on),
              (values (array['%s'])) as of_a_body (life)
            where body.body_id = told.body_id
              and array_position(life, told.state) >= array_position(life, body.state)
            """
                    .formatted(String.join("', '", LIFE));

    private final Map<String, OrganisationRecorded> organisations = new LinkedHashMap<>();
    private final Map<UUID, BodyChanged> bodies = new LinkedHashMap<>();
    private final Map<UUID, DelegationGranted> granted = new LinkedHashMap<>();
    private final Map<UUID, DelegationEnded> ended = new LinkedHashMap<>();
    private final Map<UUID, MeetingChanged> meetings = new LinkedHashMap<>();
    private final Map<UUID, Told<DecisionTaken>> decisions = new LinkedHashMap<>();

    void take(GovernanceEvent event, Delivery delivery) {
        switch (event) {
            case OrganisationRecorded it -> organisations.put(it.code(), it);
            case BodyChanged it -> bodies.merge(it.bodyId(), it, AuthorityBatch::furthest);
            case DelegationGranted it -> granted.put(it.delegationId(), it);
            case DelegationEnded it -> ended.put(it.delegationId(), it);
            case FunctionRecorded _, FunctionArranged _ -> {}
            case BodyRelated _, SeatChanged _, PostChanged _ -> {}
            case DelegationReceived _ -> {}
            case PaperPublished _, ForwardPlanChanged _ -> {}
            case DecisionChanged _ -> {}
            case RecommendationChanged _, ActionChanged _, DisputeChanged _ -> {}
            case MeetingChanged it -> meetings.put(it.meetingId(), it);
            case DecisionTaken it -> decisions.put(it.decisionId(), Told.of(it, delivery));
        }
    }

    /// What was told last, in the state furthest along the body's life: what is told of an earlier
    /// day, as terms of reference entered late are, takes nothing back.
    private static BodyChanged furthest(BodyChanged before, BodyChanged now) {
        if (LIFE.indexOf(before.state()) <= LIFE.indexOf(now.state())) {
            return now;
        }
        return new BodyChanged(
                now.bodyId(),
                now.reference(),
                now.name(),
                now.classification(),
                now.spatialLevel(),
                before.state(),
                now.organisation(),
                now.locality(),
                before.effectiveOn(),
                now.provenance(),
                now.alsoServes(),
                now.predecessors(),
                now.sunsetOn());
    }

    void write(Connection connection) throws SQLException {
        writeOrganisations(connection);
        writeBodies(connection);
        writeDelegations(connection);
        writeMeetings(connection);
        writeDecisions(connection);
    }

    private void writeOrganisations(Connection connection) throws SQLException {
        Rows.of(organisations.values())
                .text(OrganisationRecorded::code)
                .text(OrganisationRecorded::name)
                .text(OrganisationRecorded::kind)
                .text(it -> it.locality().code())
                .date(OrganisationRecorded::endsOn)
                .provenance(OrganisationRecorded::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.organisation as kept
                          (code, name, kind, locality, ends_on, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (code) do update set
                          name = excluded.name, kind = excluded.kind,
                          locality = excluded.locality, ends_on = excluded.ends_on,
                          provenance = excluded.provenance, told = kept.told + 1
                        """);
    }

    private void writeBodies(Connection connection) throws SQLException {
        Rows.of(bodies.values())
                .uuid(BodyChanged::bodyId)
                .text(BodyChanged::reference)
                .text(BodyChanged::name)
                .text(BodyChanged::classification)
                .text(BodyChanged::spatialLevel)
                .text(BodyChanged::state)
                .text(BodyChanged::organisation)
                .text(it -> it.locality().code())
                .date(BodyChanged::effectiveOn)
                .provenance(BodyChanged::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.body
                          (body_id, reference, name, classification, spatial_level, state,
                           organisation, locality, effective_on, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (body_id) do update set
                          reference = excluded.reference, name = excluded.name,
                          classification = excluded.classification,
                          spatial_level = excluded.spatial_level,
                          organisation = excluded.organisation, provenance = excluded.provenance
                        """);
        Rows.of(bodies.values())
                .uuid(BodyChanged::bodyId)
                .text(BodyChanged::state)
                .date(BodyChanged::effectiveOn)
                .write(connection, MOVE_ON);
    }

    private void writeDelegations(Connection connection) throws SQLException {
        Rows.of(granted.values())
                .uuid(DelegationGranted::delegationId)
                .text(DelegationGranted::reference)
                .uuid(DelegationGranted::fromBody)
                .uuid(DelegationGranted::toBody)
                .text(DelegationGranted::toOrganisation)
                .pence(DelegationGranted::limitPence)
                .text(DelegationGranted::limitKind)
                .text(it -> it.locality().code())
                .date(DelegationGranted::effectiveOn)
                .date(DelegationGranted::expiresOn)
                .provenance(DelegationGranted::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.delegation
                          (delegation_id, reference, from_body, to_body, to_organisation,
                           limit_pence, limit_kind, locality, effective_on, expires_on, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (delegation_id) do update set
                          reference = excluded.reference, from_body = excluded.from_body,
                          to_body = excluded.to_body, to_organisation = excluded.to_organisation,
                          limit_pence = excluded.limit_pence, limit_kind = excluded.limit_kind,
                          effective_on = excluded.effective_on, expires_on = excluded.expires_on,
                          provenance = excluded.provenance
                        """);
        Rows.of(ended.values())
                .uuid(DelegationEnded::delegationId)
                .date(DelegationEnded::effectiveOn)
                .write(
                        connection,
                        """
                        update read_model.delegation set ended_on = told.ended_on
                        from unnest(?, ?) as told (delegation_id, ended_on)
                        where delegation.delegation_id = told.delegation_id
                        """);
    }

    private void writeMeetings(Connection connection) throws SQLException {
        Rows.of(meetings.values())
                .uuid(MeetingChanged::meetingId)
                .text(MeetingChanged::reference)
                .uuid(MeetingChanged::bodyId)
                .text(MeetingChanged::bodyName)
                .text(MeetingChanged::startsAt)
                .text(MeetingChanged::state)
                .text(it -> it.locality().code())
                .provenance(MeetingChanged::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.meeting
                          (meeting_id, reference, body_id, body_name, starts_at, state, locality,
                           provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (meeting_id) do update set
                          reference = excluded.reference, body_name = excluded.body_name,
                          starts_at = excluded.starts_at, state = excluded.state,
                          provenance = excluded.provenance
                        """);
    }

    private void writeDecisions(Connection connection) throws SQLException {
        Rows.of(decisions.values())
                .uuid(it -> it.event().decisionId())
                .text(it -> it.event().reference())
                .text(it -> it.event().title())
                .uuid(it -> it.event().bodyId())
                .text(it -> it.event().bodyName())
                .uuid(it -> it.event().meetingId())
                .text(it -> it.event().decisionType())
                .text(it -> it.event().outcome())
                .text(it -> it.event().state())
                .text(it -> String.join(",", it.event().validityCodes()))
                .text(it -> it.event().function())
                .pence(it -> it.event().valuePence())
                .text(it -> it.event().subject() == null ? null : it.event().subject().type())
                .text(it -> it.event().subject() == null ? null : it.event().subject().id())
                .text(it -> it.event().locality().code())
                .date(it -> it.event().effectiveOn())
                .number(Told::position)
                .provenance(it -> it.event().provenance())
                .write(
                        connection,
                        """
                        insert into read_model.decision
                          (decision_id, reference, title, body_id, body_name, meeting_id,
                           decision_type, outcome, state, validity_codes, function, value_pence,
                           subject_type, subject_id, locality, effective_on, position, provenance)
                        select d, ref, title, body, body_name, meeting, type, outcome, state,
                          string_to_array(codes, ','), function, value, subject_type, subject_id,
                          locality, effective_on, position, provenance
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                          as told (d, ref, title, body, body_name, meeting, type, outcome, state,
                            codes, function, value, subject_type, subject_id, locality,
                            effective_on, position, provenance)
                        on conflict (decision_id) do update set
                          reference = excluded.reference, title = excluded.title,
                          outcome = excluded.outcome,
                          state = excluded.state, validity_codes = excluded.validity_codes,
                          body_id = excluded.body_id, body_name = excluded.body_name,
                          meeting_id = excluded.meeting_id, function = excluded.function,
                          value_pence = excluded.value_pence,
                          decision_type = excluded.decision_type,
                          subject_type = excluded.subject_type,
                          subject_id = excluded.subject_id,
                          effective_on = excluded.effective_on, position = excluded.position,
                          provenance = excluded.provenance
                        """);
    }
}
