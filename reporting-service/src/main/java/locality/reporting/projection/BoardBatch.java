package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import locality.platform.consume.Delivery;
import locality.platform.event.BoardEvent;
import locality.platform.event.BoardEvent.ActionChanged;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.event.BoardEvent.DisputeChanged;
import locality.platform.event.BoardEvent.ForwardPlanChanged;
import locality.platform.event.BoardEvent.MeetingChanged;
import locality.platform.event.BoardEvent.PaperPublished;
import locality.platform.event.BoardEvent.RecommendationChanged;

/// What boards plan, meet about, decide and ask for, of one batch.
final class BoardBatch {

    private final Map<UUID, MeetingChanged> meetings = new LinkedHashMap<>();
    private final Map<UUID, PaperPublished> papers = new LinkedHashMap<>();
    private final Map<UUID, ForwardPlanChanged> planned = new LinkedHashMap<>();
    private final Map<UUID, Told<DecisionTaken>> decisions = new LinkedHashMap<>();
    private final Map<UUID, DecisionChanged> changed = new LinkedHashMap<>();
    private final Map<UUID, RecommendationChanged> recommendations = new LinkedHashMap<>();
    private final Map<UUID, ActionChanged> actions = new LinkedHashMap<>();
    private final Map<UUID, DisputeChanged> disputes = new LinkedHashMap<>();

    void take(BoardEvent.OfMeeting event) {
        switch (event) {
            case MeetingChanged it -> meetings.put(it.meetingId(), it);
        }
    }

    void take(BoardEvent.OfPaper event) {
        switch (event) {
            case PaperPublished it -> papers.put(it.paperId(), it);
        }
    }

    void take(BoardEvent.OfForwardPlanEntry event) {
        switch (event) {
            case ForwardPlanChanged it -> planned.put(it.entryId(), it);
        }
    }

    /// What is told of a decision taken, or taken to bind after all, replaces what changed it
    /// before.
    void take(BoardEvent.OfDecision event, Delivery delivery) {
        switch (event) {
            case DecisionTaken it -> {
                decisions.put(it.decisionId(), Told.of(it, delivery));
                changed.remove(it.decisionId());
            }
            case DecisionChanged it -> changed.put(it.decisionId(), it);
        }
    }

    void take(BoardEvent.OfRecommendation event) {
        switch (event) {
            case RecommendationChanged it -> recommendations.put(it.recommendationId(), it);
        }
    }

    void take(BoardEvent.OfAction event) {
        switch (event) {
            case ActionChanged it -> actions.put(it.actionId(), it);
        }
    }

    void take(BoardEvent.OfDispute event) {
        switch (event) {
            case DisputeChanged it -> disputes.put(it.disputeId(), it);
        }
    }

    void write(Connection connection) throws SQLException {
        writeMeetings(connection);
        writePapers(connection);
        writeForwardPlan(connection);
        writeDecisions(connection);
        writeRecommendations(connection);
        writeActions(connection);
        writeDisputes(connection);
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
                          provenance = excluded.provenance,
                          changed_because = null, changed_on = null
                        """);
        Rows.of(changed.values())
                .uuid(DecisionChanged::decisionId)
                .text(DecisionChanged::state)
                .text(DecisionChanged::reason)
                .date(DecisionChanged::effectiveOn)
                .write(
                        connection,
                        """
                        update read_model.decision
                        set state = told.state, changed_because = told.reason,
                          changed_on = told.changed_on
                        from unnest(?, ?, ?, ?) as told (decision_id, state, reason, changed_on)
                        where decision.decision_id = told.decision_id
                        """);
    }

    private void writePapers(Connection connection) throws SQLException {
        Rows.of(papers.values())
                .uuid(PaperPublished::paperId)
                .text(PaperPublished::reference)
                .text(PaperPublished::title)
                .uuid(PaperPublished::meetingId)
                .number(it -> (long) it.item())
                .text(it -> String.valueOf(it.open()))
                .date(PaperPublished::backgroundUntil)
                .text(it -> it.locality().code())
                .date(PaperPublished::effectiveOn)
                .provenance(PaperPublished::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.paper
                          (paper_id, reference, title, meeting_id, item, open, background_until,
                           locality, published_on, provenance)
                        select id, reference, title, meeting, item, open::boolean, until_day,
                          locality, published_on, provenance
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as told
                          (id, reference, title, meeting, item, open, until_day, locality,
                           published_on, provenance)
                        on conflict (paper_id) do update set
                          reference = excluded.reference, title = excluded.title,
                          meeting_id = excluded.meeting_id, item = excluded.item,
                          open = excluded.open, background_until = excluded.background_until,
                          published_on = excluded.published_on, provenance = excluded.provenance
                        """);
    }

    private void writeForwardPlan(Connection connection) throws SQLException {
        Rows.of(planned.values())
                .uuid(ForwardPlanChanged::entryId)
                .text(ForwardPlanChanged::reference)
                .text(ForwardPlanChanged::title)
                .uuid(ForwardPlanChanged::bodyId)
                .text(ForwardPlanChanged::bodyName)
                .text(it -> String.valueOf(it.key()))
                .text(ForwardPlanChanged::state)
                .date(ForwardPlanChanged::expectedOn)
                .uuid(ForwardPlanChanged::decisionId)
                .text(it -> it.locality().code())
                .provenance(ForwardPlanChanged::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.forward_plan_entry
                          (entry_id, reference, title, body_id, body_name, key, state,
                           expected_on, decision_id, locality, provenance)
                        select id, reference, title, body, body_name, key::boolean, state,
                          expected_on, decision, locality, provenance
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as told
                          (id, reference, title, body, body_name, key, state, expected_on,
                           decision, locality, provenance)
                        on conflict (entry_id) do update set
                          title = excluded.title, body_id = excluded.body_id,
                          body_name = excluded.body_name, key = excluded.key,
                          state = excluded.state, expected_on = excluded.expected_on,
                          decision_id = excluded.decision_id, provenance = excluded.provenance
                        """);
    }

    private void writeRecommendations(Connection connection) throws SQLException {
        Rows.of(recommendations.values())
                .uuid(RecommendationChanged::recommendationId)
                .text(RecommendationChanged::reference)
                .text(RecommendationChanged::verb)
                .text(RecommendationChanged::text)
                .uuid(RecommendationChanged::bodyId)
                .text(RecommendationChanged::outcome)
                .uuid(RecommendationChanged::decisionId)
                .text(it -> it.locality().code())
                .date(RecommendationChanged::effectiveOn)
                .provenance(RecommendationChanged::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.recommendation
                          (recommendation_id, reference, verb, text, body_id, outcome, decision_id,
                           locality, effective_on, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (recommendation_id) do update set
                          verb = excluded.verb, text = excluded.text, body_id = excluded.body_id,
                          outcome = excluded.outcome, decision_id = excluded.decision_id,
                          effective_on = excluded.effective_on, provenance = excluded.provenance
                        """);
    }

    private void writeActions(Connection connection) throws SQLException {
        Rows.of(actions.values())
                .uuid(ActionChanged::actionId)
                .text(ActionChanged::reference)
                .text(ActionChanged::title)
                .text(ActionChanged::post)
                .text(ActionChanged::organisation)
                .date(ActionChanged::dueOn)
                .text(ActionChanged::state)
                .uuid(ActionChanged::meetingId)
                .uuid(ActionChanged::decisionId)
                .text(it -> it.locality().code())
                .date(ActionChanged::effectiveOn)
                .provenance(ActionChanged::provenance)
                .uuid(ActionChanged::bodyId)
                .text(ActionChanged::area)
                .text(ActionChanged::precision)
                .write(
                        connection,
                        """
                        insert into read_model.action
                          (action_id, reference, title, post, organisation, due_on, state,
                           meeting_id, decision_id, locality, effective_on, provenance,
                           body_id, area, precision)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (action_id) do update set
                          title = excluded.title, post = excluded.post,
                          organisation = excluded.organisation, due_on = excluded.due_on,
                          precision = excluded.precision, state = excluded.state,
                          meeting_id = excluded.meeting_id, decision_id = excluded.decision_id,
                          effective_on = excluded.effective_on, provenance = excluded.provenance,
                          body_id = excluded.body_id, area = excluded.area
                        """);
    }

    private void writeDisputes(Connection connection) throws SQLException {
        Rows.of(disputes.values())
                .uuid(DisputeChanged::disputeId)
                .text(DisputeChanged::reference)
                .text(DisputeChanged::title)
                .text(it -> String.join(",", it.parties()))
                .uuid(DisputeChanged::bodyId)
                .text(DisputeChanged::state)
                .text(it -> it.locality().code())
                .date(DisputeChanged::effectiveOn)
                .provenance(DisputeChanged::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.dispute
                          (dispute_id, reference, title, parties, body_id, state, locality,
                           effective_on, provenance)
                        select id, reference, title, string_to_array(parties, ','), body, state,
                          locality, effective_on, provenance
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?) as told
                          (id, reference, title, parties, body, state, locality, effective_on,
                           provenance)
                        on conflict (dispute_id) do update set
                          title = excluded.title, parties = excluded.parties,
                          body_id = excluded.body_id, state = excluded.state,
                          effective_on = excluded.effective_on, provenance = excluded.provenance
                        """);
    }
}
