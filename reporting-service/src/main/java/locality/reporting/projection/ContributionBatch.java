package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import locality.platform.event.BudgetEvent.ContributionReceived;
import locality.platform.event.BudgetEvent.ContributionScheduled;
import locality.platform.event.BudgetEvent.ContributionScheduled.Instalment;
import locality.platform.event.BudgetEvent.ContributionVaried;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// What partners put in and what they paid, of one batch.
final class ContributionBatch {

    /// What is due of a schedule from a day on.
    private record Owed(
            UUID schedule,
            LocalDate effectiveOn,
            long told,
            UUID fund,
            String partner,
            Pence annual,
            @Nullable Pence from,
            List<Instalment> instalments,
            @Nullable UUID decision,
            @Nullable String reason,
            String locality) {}

    private final Map<UUID, ContributionScheduled> scheduled = new LinkedHashMap<>();
    private final SequencedMap<Day, Owed> owed = new LinkedHashMap<>();
    private final Map<List<UUID>, ContributionReceived> received = new LinkedHashMap<>();

    void take(ContributionScheduled it, long told) {
        scheduled.put(it.scheduleId(), it);
        take(
                new Owed(
                        it.scheduleId(),
                        it.effectiveOn(),
                        told,
                        it.fundId(),
                        it.partner(),
                        it.annualPence(),
                        null,
                        it.instalments(),
                        null,
                        null,
                        it.locality().code()));
    }

    void take(ContributionVaried it, long told) {
        take(
                new Owed(
                        it.scheduleId(),
                        it.effectiveOn(),
                        told,
                        it.fundId(),
                        it.partner(),
                        it.annualPence(),
                        it.fromPence(),
                        it.instalments(),
                        it.decisionId(),
                        it.reason(),
                        it.locality().code()));
    }

    void take(ContributionReceived it) {
        received.put(List.of(it.scheduleId(), it.entryId()), it);
    }

    private void take(Owed it) {
        owed.putLast(new Day(it.schedule(), it.effectiveOn()), it);
    }

    void write(Connection connection) throws SQLException {
        writeSchedules(connection);
        writeOwed(connection);
        writeAnnual(connection);
        writeReceived(connection);
    }

    private void writeSchedules(Connection connection) throws SQLException {
        Rows.of(scheduled.values())
                .uuid(ContributionScheduled::scheduleId)
                .uuid(ContributionScheduled::fundId)
                .text(ContributionScheduled::partner)
                .pence(ContributionScheduled::annualPence)
                .provenance(ContributionScheduled::provenance)
                .text(ContributionScheduled::source)
                .pence(ContributionScheduled::grossPence)
                .pence(ContributionScheduled::clientChargesPence)
                .write(
                        connection,
                        """
                        insert into read_model.contribution
                          (schedule_id, fund_id, partner, annual_pence, provenance, source,
                           gross_pence, client_charges_pence)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (schedule_id) do update set
                          partner = excluded.partner, annual_pence = excluded.annual_pence,
                          provenance = excluded.provenance, source = excluded.source,
                          gross_pence = excluded.gross_pence,
                          client_charges_pence = excluded.client_charges_pence
                        """);
    }

    private void writeOwed(Connection connection) throws SQLException {
        Rows.of(owed.values())
                .uuid(Owed::schedule)
                .date(Owed::effectiveOn)
                .number(Owed::told)
                .uuid(Owed::fund)
                .text(Owed::partner)
                .pence(Owed::annual)
                .pence(Owed::from)
                .json(Owed::instalments)
                .uuid(Owed::decision)
                .text(Owed::reason)
                .text(Owed::locality)
                .write(
                        connection,
                        """
                        insert into read_model.contribution_day
                          (schedule_id, effective_on, told, fund_id, partner, annual_pence,
                           from_pence, instalments, decision_id, reason, locality)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (schedule_id, effective_on) do update set
                          told = excluded.told, annual_pence = excluded.annual_pence,
                          from_pence = excluded.from_pence, instalments = excluded.instalments,
                          decision_id = excluded.decision_id, reason = excluded.reason
                        """);
    }

    /// The annual amount of what was told last of each.
    private void writeAnnual(Connection connection) throws SQLException {
        Rows.of(owed.values().stream().map(Owed::schedule).distinct().toList())
                .uuid(schedule -> schedule)
                .write(
                        connection,
                        """
                        update read_model.contribution set annual_pence = (
                          select d.annual_pence from read_model.contribution_day d
                          where d.schedule_id = contribution.schedule_id
                          order by d.told desc limit 1)
                        where schedule_id in (select unnest(?))
                        """);
    }

    private void writeReceived(Connection connection) throws SQLException {
        Rows.of(received.values())
                .uuid(ContributionReceived::scheduleId)
                .uuid(ContributionReceived::entryId)
                .date(ContributionReceived::effectiveOn)
                .pence(ContributionReceived::amountPence)
                .write(
                        connection,
                        """
                        insert into read_model.contribution_receipt
                          (schedule_id, entry_id, effective_on, amount_pence)
                        select * from unnest(?, ?, ?, ?)
                        on conflict (schedule_id, entry_id) do update set
                          effective_on = excluded.effective_on,
                          amount_pence = excluded.amount_pence
                        """);
    }
}
