package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.stream.Stream;
import locality.platform.consume.Delivery;
import locality.platform.event.VirementEvent;
import locality.platform.event.VirementEvent.Move;
import locality.platform.event.VirementEvent.ProtectedAmountSet;
import locality.platform.event.VirementEvent.VirementMade;
import locality.platform.event.VirementEvent.VirementRefused;
import locality.platform.event.VirementEvent.VirementRequested;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// What moves from line to line and what is protected from it, of one batch.
final class VirementBatch {

    /// A virement from a day on.
    ///
    /// @param moves null where the telling does not repeat them
    private record Step(
            UUID virement,
            LocalDate effectiveOn,
            long told,
            String reference,
            UUID fund,
            String state,
            Pence amount,
            @Nullable List<Move> moves,
            String reason,
            @Nullable LocalDate dueOn,
            @Nullable UUID decision,
            @Nullable UUID delegation,
            List<String> warnings,
            String locality) {

        /// What was told before of the same day stays where this does not say it.
        Step after(Step before) {
            return new Step(
                    virement,
                    effectiveOn,
                    told,
                    reference,
                    fund,
                    state,
                    amount,
                    moves == null ? before.moves : moves,
                    reason,
                    dueOn,
                    decision,
                    delegation,
                    warnings,
                    locality);
        }
    }

    private final SequencedMap<Day, Step> steps = new LinkedHashMap<>();
    private final Map<UUID, VirementMade> made = new LinkedHashMap<>();
    private final SequencedMap<Day, Told<ProtectedAmountSet>> protectedAmounts =
            new LinkedHashMap<>();

    void take(VirementEvent event, Delivery delivery) {
        var told = delivery.position();
        switch (event) {
            case VirementRequested it -> take(requested(it, Told.dayOf(it, delivery), told));
            case VirementMade it -> {
                made.put(it.virementId(), it);
                take(made(it, told));
            }
            case VirementRefused it -> take(refused(it, Told.dayOf(it, delivery), told));
            case ProtectedAmountSet it ->
                    protectedAmounts.putLast(
                            new Day(it.protectedAmountId(), it.effectiveOn()),
                            Told.of(it, delivery));
        }
    }

    private void take(Step step) {
        steps.merge(
                new Day(step.virement(), step.effectiveOn()),
                step,
                (before, after) -> after.after(before));
    }

    private static Step requested(VirementRequested it, LocalDate on, long told) {
        return new Step(
                it.virementId(),
                on,
                told,
                it.reference(),
                it.fundId(),
                "PENDING_APPROVAL",
                it.amountPence(),
                it.moves(),
                it.reason(),
                it.dueOn(),
                null,
                null,
                List.of(),
                it.locality().code());
    }

    private static Step made(VirementMade it, long told) {
        return new Step(
                it.virementId(),
                it.effectiveOn(),
                told,
                it.reference(),
                it.fundId(),
                "MADE",
                it.amountPence(),
                it.moves(),
                it.reason(),
                null,
                it.decisionId(),
                it.delegationId(),
                it.warnings(),
                it.locality().code());
    }

    private static Step refused(VirementRefused it, LocalDate on, long told) {
        return new Step(
                it.virementId(),
                on,
                told,
                it.reference(),
                it.fundId(),
                it.state(),
                it.amountPence(),
                null,
                it.reason(),
                null,
                it.decisionId(),
                null,
                List.of(),
                it.locality().code());
    }

    /// After the plans of the batch, whose lines the moves change.
    ///
    /// @param planned the lines of those plans: funds and virements lie in different partitions,
    ///   and a virement told after a plan may have arrived before it
    void write(Connection connection, List<UUID> planned) throws SQLException {
        writeSteps(connection);
        writeCurrent(connection, planned);
        writeProtected(connection);
    }

    private void writeSteps(Connection connection) throws SQLException {
        Rows.of(steps.values())
                .uuid(Step::virement)
                .date(Step::effectiveOn)
                .number(Step::told)
                .text(Step::reference)
                .uuid(Step::fund)
                .text(Step::state)
                .pence(Step::amount)
                .optionalJson(Step::moves)
                .text(Step::reason)
                .date(Step::dueOn)
                .uuid(Step::decision)
                .uuid(Step::delegation)
                .json(Step::warnings)
                .text(Step::locality)
                .write(
                        connection,
                        """
                        insert into read_model.virement_day as kept
                          (virement_id, effective_on, told, reference, fund_id, state,
                           amount_pence, moves, reason, due_on, decision_id, delegation_id,
                           warnings, locality)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (virement_id, effective_on) do update set
                          told = excluded.told, state = excluded.state,
                          amount_pence = excluded.amount_pence,
                          moves = coalesce(excluded.moves, kept.moves),
                          reason = excluded.reason, due_on = excluded.due_on,
                          decision_id = excluded.decision_id,
                          delegation_id = excluded.delegation_id, warnings = excluded.warnings
                        """);
    }

    /// What each line has is what the plan told last gave it, and what was moved since. Reckoned
    /// anew from both, so that it does not matter how often a virement is told.
    private void writeCurrent(Connection connection, List<UUID> planned) throws SQLException {
        Rows.of(Stream.concat(planned.stream(), movedLines()).distinct().toList())
                .uuid(line -> line)
                .write(
                        connection,
                        """
                        update read_model.budget_line l set current_pence =
                          coalesce(p.current_pence, l.planned_pence) + coalesce((
                            select sum(m."amountPence")
                            from read_model.virement_day v,
                              jsonb_to_recordset(v.moves) as m ("lineId" uuid, "amountPence" bigint)
                            where v.fund_id = l.fund_id and v.state = 'MADE' and v.told > p.told
                              and m."lineId" = l.line_id), 0)
                        from (
                          select distinct on (fund_id) fund_id, told, lines
                          from read_model.fund_plan_day order by fund_id, told desc) latest
                        cross join lateral (
                          select latest.told, t."lineId" as line_id,
                            t."currentPence" as current_pence
                          from jsonb_to_recordset(latest.lines)
                            as t ("lineId" uuid, "currentPence" bigint)) p
                        where latest.fund_id = l.fund_id and p.line_id = l.line_id
                          and l.line_id in (select unnest(?))
                        """);
    }

    private Stream<UUID> movedLines() {
        return made.values().stream().flatMap(it -> it.moves().stream()).map(Move::lineId);
    }

    private void writeProtected(Connection connection) throws SQLException {
        Rows.of(protectedAmounts.values())
                .uuid(it -> it.event().protectedAmountId())
                .date(it -> it.event().effectiveOn())
                .number(Told::position)
                .text(it -> it.event().reference())
                .uuid(it -> it.event().fundId())
                .text(it -> it.event().name())
                .pence(it -> it.event().amountPence())
                .text(it -> it.event().action())
                .json(it -> it.event().lines())
                .date(it -> it.event().endsOn())
                .text(it -> it.event().locality().code())
                .provenance(it -> it.event().provenance())
                .write(
                        connection,
                        """
                        insert into read_model.protected_amount_day
                          (protected_amount_id, effective_on, told, reference, fund_id, name,
                           amount_pence, action, lines, ends_on, locality, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (protected_amount_id, effective_on) do update set
                          told = excluded.told, name = excluded.name,
                          amount_pence = excluded.amount_pence, action = excluded.action,
                          lines = excluded.lines, ends_on = excluded.ends_on,
                          provenance = excluded.provenance
                        """);
    }
}
