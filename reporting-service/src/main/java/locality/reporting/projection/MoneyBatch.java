package locality.reporting.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import locality.platform.consume.Delivery;
import locality.platform.event.BudgetEvent;
import locality.platform.event.BudgetEvent.AgreementTermsSet;
import locality.platform.event.BudgetEvent.ContributionReceived;
import locality.platform.event.BudgetEvent.ContributionScheduled;
import locality.platform.event.BudgetEvent.ContributionVaried;
import locality.platform.event.BudgetEvent.FiguresCompared;
import locality.platform.event.BudgetEvent.FundOpened;
import locality.platform.event.BudgetEvent.FundPlanApproved;
import locality.platform.event.BudgetEvent.FundPlanned;
import locality.platform.event.BudgetEvent.JournalEntryPosted;
import locality.platform.event.BudgetEvent.JournalEntryPosted.Posting;
import locality.platform.event.BudgetEvent.LineBasisChanged;
import locality.platform.event.CommitmentEvent;
import locality.platform.event.PerformancePayEvent;
import locality.platform.event.VirementEvent;
import locality.platform.money.Pence;

/// The money of one batch: what is planned, contributed, promised and moved, each by itself, and
/// what was posted.
final class MoneyBatch {

    private static final UUID NO_LINE = new UUID(0, 0);

    private final FundBatch funds = new FundBatch();
    private final TermsBatch terms = new TermsBatch();
    private final ContributionBatch contributions = new ContributionBatch();
    private final CommitmentBatch commitments = new CommitmentBatch();
    private final VirementBatch virements = new VirementBatch();
    private final PerformancePayBatch performancePay = new PerformancePayBatch();
    private final Map<UUID, JournalEntryPosted> retrospective = new LinkedHashMap<>();

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

    void take(BudgetEvent event, Delivery delivery) {
        switch (event) {
            case FundOpened it -> funds.take(it);
            case FundPlanned it -> funds.takePlan(Told.of(it, delivery));
            case FundPlanApproved it -> funds.takeApproval(Told.of(it, delivery));
            case AgreementTermsSet it -> terms.takeTerms(Told.of(it, delivery));
            case LineBasisChanged it -> terms.takeBasis(Told.of(it, delivery));
            case FiguresCompared it -> terms.takeComparison(Told.of(it, delivery));
            case ContributionScheduled it -> contributions.take(it, delivery.position());
            case ContributionVaried it -> contributions.take(it, delivery.position());
            case ContributionReceived it -> contributions.take(it);
            case JournalEntryPosted it -> take(it);
        }
    }

    void take(CommitmentEvent event, Delivery delivery) {
        commitments.take(event, delivery);
    }

    void take(VirementEvent event, Delivery delivery) {
        virements.take(event, delivery);
    }

    void take(PerformancePayEvent event) {
        performancePay.take(event);
    }

    void take(JournalEntryPosted entry) {
        sum(entry);
        if (Boolean.TRUE.equals(entry.retrospective())) {
            retrospective.put(entry.entryId(), entry);
        }
    }

    void write(Connection connection) throws SQLException {
        funds.write(connection);
        terms.write(connection);
        contributions.write(connection);
        commitments.write(connection);
        virements.write(connection, funds.plannedLineIds());
        performancePay.write(connection);
        writePostings(connection);
        writeRetrospective(connection);
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

    private void writeRetrospective(Connection connection) throws SQLException {
        Rows.of(retrospective.values())
                .uuid(JournalEntryPosted::entryId)
                .text(JournalEntryPosted::reference)
                .uuid(JournalEntryPosted::fundId)
                .text(JournalEntryPosted::description)
                .pence(MoneyBatch::debits)
                .text(JournalEntryPosted::sourceDocument)
                .text(it -> it.locality().code())
                .date(JournalEntryPosted::effectiveOn)
                .write(
                        connection,
                        """
                        insert into read_model.retrospective_entry
                          (entry_id, reference, fund_id, description, amount_pence,
                           source_document, locality, effective_on)
                        select * from unnest(?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (entry_id) do nothing
                        """);
    }

    private static Pence debits(JournalEntryPosted entry) {
        return Pence.sum(
                entry.postings().stream()
                        .map(Posting::amountPence)
                        .filter(Pence::isPositive)
                        .toList());
    }
}
