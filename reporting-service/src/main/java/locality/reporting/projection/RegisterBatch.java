package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import locality.platform.event.PartnershipEvent.EngagementRecorded;
import locality.platform.event.PartnershipEvent.RegisterEntryChanged;
import locality.platform.event.PlanEvent.PrincipleRecorded;
import locality.platform.event.PlanEvent.StrategyChanged;
import org.jspecify.annotations.Nullable;

/// What partners fear, hold to and asked, of one batch. Engagement that took place has its own day
/// alone: told of another, that day was put right.
final class RegisterBatch {

    /// The kind of engagement that goes through stages, each from its day on.
    private static final String CONSULTATION = "CONSULTATION";

    private final SequencedMap<Day, RegisterEntryChanged> entries = new LinkedHashMap<>();
    private final SequencedMap<Day, StrategyChanged> strategies = new LinkedHashMap<>();
    private final SequencedMap<Day, PrincipleRecorded> principles = new LinkedHashMap<>();
    private final SequencedMap<Day, EngagementRecorded> consultations = new LinkedHashMap<>();
    private final Map<UUID, EngagementRecorded> tookPlace = new LinkedHashMap<>();

    void take(RegisterEntryChanged it) {
        entries.putLast(new Day(it.entryId(), it.effectiveOn()), it);
    }

    void take(StrategyChanged it) {
        strategies.putLast(new Day(it.strategyId(), it.effectiveOn()), it);
    }

    void take(PrincipleRecorded it) {
        principles.putLast(new Day(it.principleId(), it.effectiveOn()), it);
    }

    void take(EngagementRecorded it) {
        if (it.kind().equals(CONSULTATION)) {
            consultations.putLast(new Day(it.engagementId(), it.effectiveOn()), it);
        } else {
            tookPlace.put(it.engagementId(), it);
        }
    }

    void write(Connection connection) throws SQLException {
        writeEntries(connection);
        writeStrategies(connection);
        writePrinciples(connection);
        forgetDays(connection);
        writeEngagements(connection, consultations.values());
        writeEngagements(connection, tookPlace.values());
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
                          told = excluded.told,
                          reference = excluded.reference, kind = excluded.kind,
                          title = excluded.title, state = excluded.state,
                          body_id = excluded.body_id, likelihood = excluded.likelihood,
                          impact = excluded.impact, post = excluded.post,
                          review_on = excluded.review_on, caused_by = excluded.caused_by,
                          provenance = excluded.provenance, escalated_to = excluded.escalated_to
                        """);
    }

    private void writeStrategies(Connection connection) throws SQLException {
        Rows.of(strategies.values())
                .uuid(StrategyChanged::strategyId)
                .date(StrategyChanged::effectiveOn)
                .text(StrategyChanged::reference)
                .text(StrategyChanged::title)
                .text(StrategyChanged::kind)
                .text(StrategyChanged::edition)
                .text(StrategyChanged::state)
                .date(StrategyChanged::reviewOn)
                .uuid(StrategyChanged::decisionId)
                .text(it -> it.locality().code())
                .provenance(StrategyChanged::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.strategy_day
                          (strategy_id, effective_on, reference, title, kind, edition, state,
                           review_on, decision_id, locality, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (strategy_id, effective_on) do update set
                          told = excluded.told,
                          reference = excluded.reference, title = excluded.title,
                          kind = excluded.kind, edition = excluded.edition,
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
                          told = excluded.told,
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
                          told = excluded.told,
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
