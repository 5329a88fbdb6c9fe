package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.UUID;
import locality.platform.event.CommitmentEvent.CommitmentVariationRefused;
import locality.platform.event.CommitmentEvent.CommitmentVariationRequested;
import locality.platform.event.CommitmentEvent.CommitmentVaried;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// Each time another amount of a commitment was asked for, promised or refused, of one batch.
final class VariationBatch {

    private record Key(UUID commitment, LocalDate effectiveOn, String state, Pence amount) {}

    private record Step(
            Key key,
            long told,
            @Nullable Pence from,
            @Nullable LocalDate dueOn,
            @Nullable UUID decision,
            @Nullable UUID delegation,
            @Nullable String reason) {}

    private final SequencedMap<Key, Step> steps = new LinkedHashMap<>();

    void take(CommitmentVariationRequested it, LocalDate on, long told) {
        var key = new Key(it.commitmentId(), on, "PENDING_APPROVAL", it.amountPence());
        steps.putLast(key, new Step(key, told, it.fromPence(), it.dueOn(), null, null, null));
    }

    void take(CommitmentVaried it, LocalDate on, long told) {
        var key = new Key(it.commitmentId(), on, "MADE", it.amountPence());
        steps.putLast(
                key,
                new Step(
                        key, told, it.fromPence(), null, it.decisionId(), it.delegationId(), null));
    }

    void take(CommitmentVariationRefused it, LocalDate on, long told) {
        var key = new Key(it.commitmentId(), on, it.outcome(), it.amountPence());
        steps.putLast(key, new Step(key, told, null, null, it.decisionId(), null, it.reason()));
    }

    void write(Connection connection) throws SQLException {
        writeSteps(connection);
        writeSetAside(connection);
    }

    private void writeSteps(Connection connection) throws SQLException {
        Rows.of(steps.values())
                .uuid(it -> it.key().commitment())
                .date(it -> it.key().effectiveOn())
                .text(it -> it.key().state())
                .pence(it -> it.key().amount())
                .number(Step::told)
                .pence(Step::from)
                .date(Step::dueOn)
                .uuid(Step::decision)
                .uuid(Step::delegation)
                .text(Step::reason)
                .write(
                        connection,
                        """
                        insert into read_model.commitment_variation_day
                          (commitment_id, effective_on, state, amount_pence, told, from_pence,
                           due_on, decision_id, delegation_id, reason)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (commitment_id, effective_on, state, amount_pence)
                        do update set
                          told = excluded.told, from_pence = excluded.from_pence,
                          due_on = excluded.due_on, decision_id = excluded.decision_id,
                          delegation_id = excluded.delegation_id, reason = excluded.reason
                        """);
    }

    /// A rise sets money aside for as long as it is the last that was told.
    private void writeSetAside(Connection connection) throws SQLException {
        Rows.of(steps.keySet().stream().map(Key::commitment).distinct().toList())
                .uuid(commitment -> commitment)
                .write(
                        connection,
                        """
                        update read_model.commitment set set_aside_pence =
                          case when last.state = 'PENDING_APPROVAL'
                               then greatest(last.amount_pence - last.from_pence, 0) else 0 end
                        from (
                          select distinct on (commitment_id) *
                          from read_model.commitment_variation_day
                          where commitment_id in (select unnest(?))
                          order by commitment_id, told desc) last
                        where commitment.commitment_id = last.commitment_id
                        """);
    }
}
