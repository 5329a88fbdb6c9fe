package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import locality.platform.consume.Delivery;
import locality.platform.event.CommitmentEvent;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.event.CommitmentEvent.CommitmentCarried;
import locality.platform.event.CommitmentEvent.CommitmentDischarged;
import locality.platform.event.CommitmentEvent.CommitmentExpired;
import locality.platform.event.CommitmentEvent.CommitmentOpened;
import locality.platform.event.CommitmentEvent.CommitmentRefused;
import locality.platform.event.CommitmentEvent.CommitmentReleased;
import locality.platform.event.CommitmentEvent.CommitmentVariationRefused;
import locality.platform.event.CommitmentEvent.CommitmentVariationRequested;
import locality.platform.event.CommitmentEvent.CommitmentVaried;
import locality.platform.event.CommitmentEvent.DecisionNotApplied;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// What is promised, to whom and under which decision, of one batch: each commitment by day, and as
/// it stands now.
final class CommitmentBatch {

    /// A commitment from a day on; null is what the telling does not say.
    private record Step(
            UUID commitment,
            LocalDate effectiveOn,
            long told,
            String state,
            @Nullable Pence amount,
            @Nullable Pence remaining,
            @Nullable UUID decision,
            @Nullable UUID delegation,
            @Nullable String reason) {

        /// What was told before of the same day stays where this does not say it.
        Step after(Step before) {
            return new Step(
                    commitment,
                    effectiveOn,
                    told,
                    state,
                    amount == null ? before.amount : amount,
                    remaining == null ? before.remaining : remaining,
                    decision == null ? before.decision : decision,
                    delegation == null ? before.delegation : delegation,
                    reason == null ? before.reason : reason);
        }
    }

    private final Map<UUID, ApprovalRequested> requested = new LinkedHashMap<>();
    private final Map<UUID, CommitmentOpened> opened = new LinkedHashMap<>();
    private final SequencedMap<Day, Step> steps = new LinkedHashMap<>();
    private final VariationBatch variations = new VariationBatch();
    private final Map<List<UUID>, DecisionNotApplied> unapplied = new LinkedHashMap<>();

    void take(CommitmentEvent event, Delivery delivery) {
        var on = Told.dayOf(event, delivery);
        var told = delivery.position();
        switch (event) {
            case ApprovalRequested it -> {
                requested.put(it.commitmentId(), it);
                take(step(it, on, told));
            }
            case CommitmentOpened it -> {
                opened.put(it.commitmentId(), it);
                take(step(it, on, told));
            }
            case CommitmentRefused it -> take(step(it, on, told));
            case CommitmentDischarged it ->
                    take(left(it, on, told, it.state(), it.remainingPence(), null));
            case CommitmentReleased it ->
                    take(left(it, on, told, "RELEASED", Pence.ZERO, it.reason()));
            case CommitmentExpired it -> take(left(it, on, told, "EXPIRED", Pence.ZERO, null));
            case CommitmentCarried it -> take(left(it, on, told, "CARRIED", Pence.ZERO, null));
            case CommitmentVariationRequested it -> variations.take(it, on, told);
            case CommitmentVariationRefused it -> variations.take(it, on, told);
            case CommitmentVaried it -> {
                variations.take(it, on, told);
                take(step(it, on, told));
            }
            case DecisionNotApplied it ->
                    unapplied.put(List.of(it.commitmentId(), it.decisionId()), it);
        }
    }

    private void take(Step step) {
        steps.merge(
                new Day(step.commitment(), step.effectiveOn()),
                step,
                (before, after) -> after.after(before));
    }

    private static Step step(ApprovalRequested it, LocalDate on, long told) {
        return new Step(
                it.commitmentId(),
                on,
                told,
                "PENDING_APPROVAL",
                it.amountPence(),
                Pence.ZERO,
                null,
                null,
                null);
    }

    private static Step step(CommitmentOpened it, LocalDate on, long told) {
        return new Step(
                it.commitmentId(),
                on,
                told,
                "OPEN",
                it.amountPence(),
                it.amountPence(),
                it.decisionId(),
                it.delegationId(),
                null);
    }

    private static Step step(CommitmentRefused it, LocalDate on, long told) {
        return new Step(
                it.commitmentId(),
                on,
                told,
                it.state(),
                it.amountPence(),
                Pence.ZERO,
                it.decisionId(),
                null,
                it.reason());
    }

    private static Step step(CommitmentVaried it, LocalDate on, long told) {
        return new Step(
                it.commitmentId(),
                on,
                told,
                it.state(),
                it.amountPence(),
                it.remainingPence(),
                it.decisionId(),
                it.delegationId(),
                null);
    }

    /// What a commitment still holds after a part was paid or the rest given back.
    private static Step left(
            CommitmentEvent.OfCommitment it,
            LocalDate on,
            long told,
            String state,
            Pence remaining,
            @Nullable String reason) {
        return new Step(it.commitmentId(), on, told, state, null, remaining, null, null, reason);
    }

    void write(Connection connection) throws SQLException {
        writeRequests(connection);
        writeOpened(connection);
        writeSteps(connection);
        writeStanding(connection);
        variations.write(connection);
        writeUnapplied(connection);
    }

    private void writeRequests(Connection connection) throws SQLException {
        Rows.of(requested.values())
                .uuid(ApprovalRequested::commitmentId)
                .text(ApprovalRequested::reference)
                .uuid(ApprovalRequested::fundId)
                .uuid(ApprovalRequested::lineId)
                .pence(ApprovalRequested::amountPence)
                .text(ApprovalRequested::provider)
                .text(ApprovalRequested::purpose)
                .text(ApprovalRequested::interventionId)
                .date(ApprovalRequested::dueOn)
                .text(it -> it.locality().code())
                .date(ApprovalRequested::effectiveOn)
                .write(
                        connection,
                        """
                        insert into read_model.commitment
                          (commitment_id, reference, fund_id, line_id, amount_pence, state,
                           provider, purpose, intervention_id, due_on, locality, effective_on)
                        select commitment_id, reference, fund_id, line_id, amount_pence,
                          'PENDING_APPROVAL', provider, purpose, intervention_id, due_on,
                          locality, effective_on
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as told
                          (commitment_id, reference, fund_id, line_id, amount_pence, provider,
                           purpose, intervention_id, due_on, locality, effective_on)
                        on conflict (commitment_id) do update set
                          intervention_id = excluded.intervention_id,
                          due_on = excluded.due_on, effective_on = excluded.effective_on
                        """);
    }

    private void writeOpened(Connection connection) throws SQLException {
        Rows.of(opened.values())
                .uuid(CommitmentOpened::commitmentId)
                .text(CommitmentOpened::reference)
                .uuid(CommitmentOpened::fundId)
                .uuid(CommitmentOpened::lineId)
                .pence(CommitmentOpened::amountPence)
                .text(CommitmentOpened::provider)
                .text(CommitmentOpened::purpose)
                .text(CommitmentOpened::interventionId)
                .text(CommitmentOpened::contractId)
                .date(CommitmentOpened::expiresOn)
                .text(it -> it.locality().code())
                .date(CommitmentOpened::effectiveOn)
                .write(
                        connection,
                        """
                        insert into read_model.commitment
                          (commitment_id, reference, fund_id, line_id, amount_pence, state,
                           provider, purpose, intervention_id, contract_id, expires_on, locality,
                           effective_on)
                        select commitment_id, reference, fund_id, line_id, amount_pence, 'OPEN',
                          provider, purpose, intervention_id, contract_id, expires_on, locality,
                          effective_on
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as told
                          (commitment_id, reference, fund_id, line_id, amount_pence, provider,
                           purpose, intervention_id, contract_id, expires_on, locality,
                           effective_on)
                        on conflict (commitment_id) do update set
                          intervention_id = excluded.intervention_id,
                          contract_id = excluded.contract_id, expires_on = excluded.expires_on,
                          effective_on = excluded.effective_on
                        """);
    }

    private void writeSteps(Connection connection) throws SQLException {
        Rows.of(steps.values())
                .uuid(Step::commitment)
                .date(Step::effectiveOn)
                .number(Step::told)
                .text(Step::state)
                .pence(Step::amount)
                .pence(Step::remaining)
                .uuid(Step::decision)
                .uuid(Step::delegation)
                .text(Step::reason)
                .write(
                        connection,
                        """
                        insert into read_model.commitment_day as kept
                          (commitment_id, effective_on, told, state, amount_pence,
                           remaining_pence, decision_id, delegation_id, reason)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (commitment_id, effective_on) do update set
                          told = excluded.told, state = excluded.state,
                          amount_pence = coalesce(excluded.amount_pence, kept.amount_pence),
                          remaining_pence =
                            coalesce(excluded.remaining_pence, kept.remaining_pence),
                          decision_id = coalesce(excluded.decision_id, kept.decision_id),
                          delegation_id = coalesce(excluded.delegation_id, kept.delegation_id),
                          reason = coalesce(excluded.reason, kept.reason)
                        """);
    }

    /// How each stands now is what was told last of it, of whichever day.
    private void writeStanding(Connection connection) throws SQLException {
        Rows.of(steps.keySet().stream().map(Day::id).distinct().toList())
                .uuid(commitment -> commitment)
                .write(
                        connection,
                        """
                        update read_model.commitment set
                          state = last.state,
                          amount_pence = coalesce(last.amount_pence, commitment.amount_pence),
                          remaining_pence = last.remaining_pence,
                          decision_id = last.decision_id, delegation_id = last.delegation_id,
                          reason = last.reason,
                          effective_on =
                            case when last.state in ('REJECTED', 'LAPSED', 'WITHDRAWN')
                                 then last.effective_on else commitment.effective_on end
                        from (
                          select commitment_id,
                            (array_agg(state order by told desc))[1] as state,
                            (array_agg(effective_on order by told desc))[1] as effective_on,
                            (array_agg(amount_pence order by told desc)
                              filter (where amount_pence is not null))[1] as amount_pence,
                            coalesce((array_agg(remaining_pence order by told desc)
                              filter (where remaining_pence is not null))[1], 0)
                              as remaining_pence,
                            (array_agg(decision_id order by told desc)
                              filter (where decision_id is not null))[1] as decision_id,
                            (array_agg(delegation_id order by told desc)
                              filter (where delegation_id is not null))[1] as delegation_id,
                            (array_agg(reason order by told desc)
                              filter (where reason is not null))[1] as reason
                          from read_model.commitment_day
                          where commitment_id in (select unnest(?))
                          group by commitment_id) last
                        where commitment.commitment_id = last.commitment_id
                        """);
    }

    private void writeUnapplied(Connection connection) throws SQLException {
        Rows.of(unapplied.values())
                .uuid(DecisionNotApplied::commitmentId)
                .uuid(DecisionNotApplied::decisionId)
                .text(DecisionNotApplied::reason)
                .date(DecisionNotApplied::effectiveOn)
                .text(it -> it.locality().code())
                .write(
                        connection,
                        """
                        insert into read_model.unapplied_decision
                          (commitment_id, decision_id, reason, effective_on, locality)
                        select * from unnest(?, ?, ?, ?, ?)
                        on conflict (commitment_id, decision_id) do update set
                          reason = excluded.reason, effective_on = excluded.effective_on
                        """);
    }
}
