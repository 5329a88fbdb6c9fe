package locality.platform.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What budget-service tells: what is planned, promised and spent, and which decision allowed it.
public sealed interface BudgetEvent extends PublishedEvent {
    /// What happened to a fund.
    sealed interface OfFund extends BudgetEvent {
        UUID fundId();

        @Override
        default String subjectType() {
            return "fund";
        }

        @Override
        default String subjectId() {
            return fundId().toString();
        }
    }

    /// What happened to a contribution schedule.
    sealed interface OfContributionSchedule extends BudgetEvent {
        UUID scheduleId();

        @Override
        default String subjectType() {
            return "contribution-schedule";
        }

        @Override
        default String subjectId() {
            return scheduleId().toString();
        }
    }

    /// What happened to a commitment.
    sealed interface OfCommitment extends BudgetEvent {
        UUID commitmentId();

        @Override
        default String subjectType() {
            return "commitment";
        }

        @Override
        default String subjectId() {
            return commitmentId().toString();
        }
    }

    /// What happened to a journal entry.
    sealed interface OfJournalEntry extends BudgetEvent {
        UUID entryId();

        @Override
        default String subjectType() {
            return "journal-entry";
        }

        @Override
        default String subjectId() {
            return entryId().toString();
        }
    }

    /// A fund of one agreement and one financial year is open.
    @EventType("budget.fund-opened.v1")
    record FundOpened(
            UUID fundId,
            String reference,
            String name,
            String kind,
            FinancialYear financialYear,
            String host,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfFund {}

    /// The fund's lines were planned; these are all of them, and they sum to `plannedPence`.
    @EventType("budget.fund-planned.v1")
    record FundPlanned(
            UUID fundId,
            Pence plannedPence,
            List<Line> lines,
            Locality locality,
            LocalDate effectiveOn)
            implements OfFund {

        /// One scheme line of a plan.
        public record Line(
                UUID lineId,
                String reference,
                String scheme,
                String areaOfSpend,
                String commissioner,
                String basis,
                Pence plannedPence,
                Provenance provenance) {}
    }

    /// A valid decision approved the fund's plan; money may move on its lines.
    @EventType("budget.fund-plan-approved.v1")
    record FundPlanApproved(UUID fundId, UUID decisionId, Locality locality, LocalDate effectiveOn)
            implements OfFund {}

    /// A partner's contribution to a fund, in instalments that sum to the annual amount.
    @EventType("budget.contribution-scheduled.v1")
    record ContributionScheduled(
            UUID scheduleId,
            UUID fundId,
            String partner,
            Pence annualPence,
            List<Instalment> instalments,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfContributionSchedule {

        /// What is due on one day.
        public record Instalment(LocalDate dueOn, Pence amountPence) {}
    }

    /// A commitment is over the limit delegated to whoever asked: governance must decide. The
    /// decision counts only when it repeats `requestId` and `contentHash`. `effectiveOn` is the day
    /// from which the money is wanted.
    ///
    /// @param interventionId what it pays for, by id or reference; null when that is not said
    @EventType("budget.approval-requested.v1")
    record ApprovalRequested(
            UUID commitmentId,
            String reference,
            UUID requestId,
            String contentHash,
            UUID fundId,
            UUID lineId,
            Pence amountPence,
            String function,
            String basis,
            List<Owner> owners,
            String provider,
            String purpose,
            @Nullable String interventionId,
            String requestedBy,
            LocalDate dueOn,
            Locality locality,
            LocalDate effectiveOn)
            implements OfCommitment {

        /// Whose money it is, and how much of it.
        public record Owner(String organisation, Pence sharePence) {}
    }

    /// Money is committed, under a decision or a delegation.
    @EventType("budget.commitment-opened.v1")
    record CommitmentOpened(
            UUID commitmentId,
            String reference,
            UUID fundId,
            UUID lineId,
            Pence amountPence,
            String provider,
            String purpose,
            @Nullable String interventionId,
            @Nullable UUID decisionId,
            @Nullable UUID delegationId,
            Locality locality,
            LocalDate effectiveOn)
            implements OfCommitment {}

    /// A commitment that waited for approval ended without it: `REJECTED` or `LAPSED`.
    @EventType("budget.commitment-refused.v1")
    record CommitmentRefused(
            UUID commitmentId,
            String reference,
            UUID fundId,
            UUID lineId,
            Pence amountPence,
            String state,
            String reason,
            @Nullable UUID decisionId,
            Locality locality,
            LocalDate effectiveOn)
            implements OfCommitment {}

    /// A part of a commitment was paid; with the last part, what is left was given back.
    @EventType("budget.commitment-discharged.v1")
    record CommitmentDischarged(
            UUID commitmentId,
            String reference,
            UUID fundId,
            UUID lineId,
            Pence amountPence,
            Pence releasedPence,
            Pence remainingPence,
            String state,
            UUID entryId,
            Locality locality,
            LocalDate effectiveOn)
            implements OfCommitment {}

    /// A commitment gave back everything it still held.
    @EventType("budget.commitment-released.v1")
    record CommitmentReleased(
            UUID commitmentId,
            String reference,
            UUID fundId,
            UUID lineId,
            Pence releasedPence,
            String reason,
            Locality locality,
            LocalDate effectiveOn)
            implements OfCommitment {}

    /// A decision arrived for a commitment and was not applied; it waits on. The reason is a
    /// validity code, or says which of request, content or amount does not match.
    @EventType("budget.decision-not-applied.v1")
    record DecisionNotApplied(
            UUID commitmentId,
            UUID decisionId,
            String reason,
            Locality locality,
            LocalDate effectiveOn)
            implements OfCommitment {}

    /// A journal entry is posted. Positive is debit, negative credit; the postings sum to zero.
    @EventType("budget.journal-entry-posted.v1")
    record JournalEntryPosted(
            UUID entryId,
            String reference,
            UUID fundId,
            String description,
            String authorityKind,
            UUID authorityId,
            @Nullable UUID commitmentId,
            List<Posting> postings,
            String digest,
            Locality locality,
            LocalDate effectiveOn)
            implements OfJournalEntry {

        /// One side of an entry.
        public record Posting(
                String account,
                @Nullable UUID lineId,
                @Nullable String partner,
                @Nullable String source,
                Pence amountPence) {}
    }
}
