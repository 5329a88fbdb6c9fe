package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import locality.platform.event.BudgetEvent;
import locality.platform.event.BudgetEvent.ContributionScheduled;
import locality.platform.event.BudgetEvent.FundOpened;
import locality.platform.event.BudgetEvent.FundPlanApproved;
import locality.platform.event.BudgetEvent.FundPlanned;
import locality.platform.event.BudgetEvent.JournalEntryPosted;
import locality.platform.event.CommitmentEvent;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.event.CommitmentEvent.CommitmentDischarged;
import locality.platform.event.CommitmentEvent.CommitmentOpened;
import locality.platform.event.CommitmentEvent.CommitmentRefused;
import locality.platform.event.CommitmentEvent.CommitmentReleased;
import locality.platform.event.CommitmentEvent.DecisionNotApplied;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// The money of one batch: funds, lines, contributions, commitments and what was posted.
final class MoneyBatch {

    private static final UUID NO_LINE = new UUID(0, 0);

    private final Map<UUID, FundOpened> opened = new LinkedHashMap<>();
    private final Map<UUID, FundPlanned> planned = new LinkedHashMap<>();
    private final Map<UUID, FundPlanApproved> approved = new LinkedHashMap<>();
    private final Map<UUID, ContributionScheduled> contributions = new LinkedHashMap<>();
    private final Map<UUID, ApprovalRequested> requested = new LinkedHashMap<>();
    private final Map<UUID, CommitmentOpened> committed = new LinkedHashMap<>();
    private final Map<UUID, CommitmentRefused> refused = new LinkedHashMap<>();
    private final Map<UUID, Held> held = new LinkedHashMap<>();
    private final Map<List<UUID>, DecisionNotApplied> unapplied = new LinkedHashMap<>();

    /// In order, so that two consumers that add to the same days wait for each other and never
    /// deadlock.
    private final Map<AccountDay, Sum> postings = new TreeMap<>();

    private record AccountDay(UUID fund, String account, UUID line, LocalDate on)
            implements Comparable<AccountDay> {

        private static final Comparator<AccountDay> ORDER =
                Comparator.comparing(AccountDay::fund)
                        .thenComparing(AccountDay::account)
                        .thenComparing(AccountDay::line)
                        .thenComparing(AccountDay::on);

        @Override
        public int compareTo(AccountDay other) {
            return ORDER.compare(this, other);
        }
    }

    private record Sum(Pence amount, long postings) {
        Sum and(Sum other) {
            return new Sum(amount.plus(other.amount), postings + other.postings);
        }
    }

    /// What a commitment still holds after a part was paid or the rest given back.
    private record Held(UUID commitment, String state, Pence remaining, @Nullable String reason) {}

    private record PlannedLine(FundPlanned plan, FundPlanned.Line line) {}

    void take(BudgetEvent event) {
        switch (event) {
            case FundOpened it -> opened.put(it.fundId(), it);
            case FundPlanned it -> plan(it);
            case FundPlanApproved it -> approved.put(it.fundId(), it);
            case ContributionScheduled it -> contributions.put(it.scheduleId(), it);
            case JournalEntryPosted it -> sum(it);
            case BudgetEvent.AgreementTermsSet _, BudgetEvent.LineBasisChanged _ -> {}
            case BudgetEvent.FiguresCompared _ -> {}
            case BudgetEvent.ContributionVaried _, BudgetEvent.ContributionReceived _ -> {}
        }
    }

    void take(CommitmentEvent event) {
        switch (event) {
            case ApprovalRequested it -> requested.put(it.commitmentId(), it);
            case CommitmentOpened it -> committed.put(it.commitmentId(), it);
            case CommitmentRefused it -> refused.put(it.commitmentId(), it);
            case CommitmentDischarged it ->
                    held.put(
                            it.commitmentId(),
                            new Held(it.commitmentId(), it.state(), it.remainingPence(), null));
            case CommitmentReleased it ->
                    held.put(
                            it.commitmentId(),
                            new Held(it.commitmentId(), "RELEASED", Pence.ZERO, it.reason()));
            case DecisionNotApplied it ->
                    unapplied.put(List.of(it.commitmentId(), it.decisionId()), it);
            case CommitmentEvent.CommitmentVariationRequested _ -> {}
            case CommitmentEvent.CommitmentVariationRefused _ -> {}
            case CommitmentEvent.CommitmentVaried _, CommitmentEvent.CommitmentExpired _ -> {}
            case CommitmentEvent.CommitmentCarried _ -> {}
        }
    }

    void write(Connection connection) throws SQLException {
        writeFunds(connection);
        writePlans(connection);
        writeContributions(connection);
        writeRequests(connection);
        writeCommitments(connection);
        writeRefusals(connection);
        writeHeld(connection);
        writeUnapplied(connection);
        writePostings(connection);
    }

    /// A plan that is told after an approval is another one than was approved.
    private void plan(FundPlanned plan) {
        planned.put(plan.fundId(), plan);
        approved.remove(plan.fundId());
    }

    private void sum(JournalEntryPosted entry) {
        for (var posting : entry.postings()) {
            var line = posting.lineId() == null ? NO_LINE : posting.lineId();
            postings.merge(
                    new AccountDay(entry.fundId(), posting.account(), line, entry.effectiveOn()),
                    new Sum(posting.amountPence(), 1),
                    Sum::and);
        }
    }

    private void writeFunds(Connection connection) throws SQLException {
        Rows.of(opened.values())
                .uuid(FundOpened::fundId)
                .text(FundOpened::reference)
                .text(FundOpened::name)
                .text(FundOpened::kind)
                .text(fund -> fund.financialYear().toString())
                .text(FundOpened::host)
                .text(fund -> fund.locality().code())
                .provenance(FundOpened::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.fund
                          (fund_id, reference, name, kind, financial_year, host, locality, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (fund_id) do update set
                          reference = excluded.reference, name = excluded.name,
                          kind = excluded.kind, financial_year = excluded.financial_year,
                          host = excluded.host, provenance = excluded.provenance
                        """);
    }

    /// A plan names all of its lines: what an earlier plan had and this one has not is gone.
    private void writePlans(Connection connection) throws SQLException {
        Rows.of(planned.values())
                .uuid(FundPlanned::fundId)
                .pence(FundPlanned::plannedPence)
                .write(
                        connection,
                        """
                        update read_model.fund set
                          planned_pence = told.planned_pence, plan_decision_id = null
                        from unnest(?, ?) as told (fund_id, planned_pence)
                        where fund.fund_id = told.fund_id
                        """);
        Rows.of(planned.keySet())
                .uuid(fund -> fund)
                .write(
                        connection,
                        "delete from read_model.budget_line where fund_id in (select unnest(?))");
        Rows.of(plannedLines())
                .uuid(it -> it.line().lineId())
                .uuid(it -> it.plan().fundId())
                .text(it -> it.line().reference())
                .text(it -> it.line().scheme())
                .text(it -> it.line().areaOfSpend())
                .text(it -> it.line().commissioner())
                .text(it -> it.line().basis())
                .pence(it -> it.line().plannedPence())
                .provenance(it -> it.line().provenance())
                .write(
                        connection,
                        """
                        insert into read_model.budget_line
                          (line_id, fund_id, reference, scheme, area_of_spend, commissioner, basis,
                           planned_pence, provenance)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """);
        Rows.of(approved.values())
                .uuid(FundPlanApproved::fundId)
                .uuid(FundPlanApproved::decisionId)
                .write(
                        connection,
                        """
                        update read_model.fund set plan_decision_id = told.decision_id
                        from unnest(?, ?) as told (fund_id, decision_id)
                        where fund.fund_id = told.fund_id
                        """);
    }

    private Collection<PlannedLine> plannedLines() {
        var lines = new ArrayList<PlannedLine>();
        planned.values()
                .forEach(plan -> plan.lines().forEach(it -> lines.add(new PlannedLine(plan, it))));
        return lines;
    }

    private void writeContributions(Connection connection) throws SQLException {
        Rows.of(contributions.values())
                .uuid(ContributionScheduled::scheduleId)
                .uuid(ContributionScheduled::fundId)
                .text(ContributionScheduled::partner)
                .pence(ContributionScheduled::annualPence)
                .provenance(ContributionScheduled::provenance)
                .write(
                        connection,
                        """
                        insert into read_model.contribution
                          (schedule_id, fund_id, partner, annual_pence, provenance)
                        select * from unnest(?, ?, ?, ?, ?)
                        on conflict (schedule_id) do update set
                          partner = excluded.partner, annual_pence = excluded.annual_pence,
                          provenance = excluded.provenance
                        """);
    }

    private void writeRequests(Connection connection) throws SQLException {
        Rows.of(requested.values())
                .uuid(ApprovalRequested::commitmentId)
                .text(ApprovalRequested::reference)
                .uuid(ApprovalRequested::fundId)
                .uuid(ApprovalRequested::lineId)
                .pence(ApprovalRequested::amountPence)
                .text(it -> "PENDING_APPROVAL")
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
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (commitment_id) do update set
                          amount_pence = excluded.amount_pence, state = excluded.state,
                          intervention_id = excluded.intervention_id,
                          due_on = excluded.due_on, effective_on = excluded.effective_on
                        """);
    }

    private void writeCommitments(Connection connection) throws SQLException {
        Rows.of(committed.values())
                .uuid(CommitmentOpened::commitmentId)
                .text(CommitmentOpened::reference)
                .uuid(CommitmentOpened::fundId)
                .uuid(CommitmentOpened::lineId)
                .pence(CommitmentOpened::amountPence)
                .pence(CommitmentOpened::amountPence)
                .text(it -> "OPEN")
                .text(CommitmentOpened::provider)
                .text(CommitmentOpened::purpose)
                .text(CommitmentOpened::interventionId)
                .uuid(CommitmentOpened::decisionId)
                .uuid(CommitmentOpened::delegationId)
                .text(it -> it.locality().code())
                .date(CommitmentOpened::effectiveOn)
                .write(
                        connection,
                        """
                        insert into read_model.commitment
                          (commitment_id, reference, fund_id, line_id, amount_pence, remaining_pence,
                           state, provider, purpose, intervention_id, decision_id, delegation_id,
                           locality, effective_on)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (commitment_id) do update set
                          amount_pence = excluded.amount_pence,
                          remaining_pence = excluded.remaining_pence, state = excluded.state,
                          intervention_id = excluded.intervention_id,
                          decision_id = excluded.decision_id,
                          delegation_id = excluded.delegation_id,
                          effective_on = excluded.effective_on
                        """);
    }

    private void writeRefusals(Connection connection) throws SQLException {
        Rows.of(refused.values())
                .uuid(CommitmentRefused::commitmentId)
                .text(CommitmentRefused::state)
                .text(CommitmentRefused::reason)
                .uuid(CommitmentRefused::decisionId)
                .date(CommitmentRefused::effectiveOn)
                .write(
                        connection,
                        """
                        update read_model.commitment set
                          state = told.state, reason = told.reason,
                          decision_id = told.decision_id, effective_on = told.effective_on
                        from unnest(?, ?, ?, ?, ?)
                          as told (commitment_id, state, reason, decision_id, effective_on)
                        where commitment.commitment_id = told.commitment_id
                        """);
    }

    private void writeHeld(Connection connection) throws SQLException {
        Rows.of(held.values())
                .uuid(Held::commitment)
                .text(Held::state)
                .pence(Held::remaining)
                .text(Held::reason)
                .write(
                        connection,
                        """
                        update read_model.commitment set
                          state = told.state, remaining_pence = told.remaining_pence,
                          reason = coalesce(told.reason, commitment.reason)
                        from unnest(?, ?, ?, ?)
                          as told (commitment_id, state, remaining_pence, reason)
                        where commitment.commitment_id = told.commitment_id
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

    private void writePostings(Connection connection) throws SQLException {
        Rows.of(postings.entrySet())
                .uuid(it -> it.getKey().fund())
                .text(it -> it.getKey().account())
                .uuid(it -> it.getKey().line())
                .date(it -> it.getKey().on())
                .pence(it -> it.getValue().amount())
                .number(it -> it.getValue().postings())
                .write(
                        connection,
                        """
                        insert into read_model.account_day as kept
                          (fund_id, account, line_id, effective_on, amount_pence, postings)
                        select * from unnest(?, ?, ?, ?, ?, ?)
                        on conflict (fund_id, account, line_id, effective_on) do update set
                          amount_pence = kept.amount_pence + excluded.amount_pence,
                          postings = kept.postings + excluded.postings
                        """);
    }
}
