package locality.platform.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What budget-service tells of funds: what is planned, contributed and spent, and which decision
/// allowed it.
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
    ///
    /// @param agreement the reference of its agreement, null while there is none
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
            Provenance provenance,
            @Nullable String agreement)
            implements OfFund {}

    /// The fund's lines were planned; these are all of them, and they sum to `plannedPence` without
    /// those that are only in view.
    ///
    /// @param planVersion counts the versions of the plan from 1
    /// @param stage `OUTLINE`, `REVISED`, `DRAFT` or `FINAL`; null where it was not said
    @EventType("budget.fund-planned.v1")
    record FundPlanned(
            UUID fundId,
            Pence plannedPence,
            List<Line> lines,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable Integer planVersion,
            @Nullable String stage)
            implements OfFund {

        /// One scheme line of a plan.
        ///
        /// @param currentPence what it has after virements; null for what was told before there
        ///   were any
        /// @param kind `REVENUE` or `CAPITAL`
        public record Line(
                UUID lineId,
                String reference,
                String scheme,
                String areaOfSpend,
                String commissioner,
                String basis,
                Pence plannedPence,
                Provenance provenance,
                @Nullable Pence currentPence,
                @Nullable String fundingSource,
                @Nullable String providerType,
                @Nullable String kind,
                @Nullable String ringFence) {}
    }

    /// A valid decision approved the fund's plan; money may move on its lines.
    @EventType("budget.fund-plan-approved.v1")
    record FundPlanApproved(
            UUID fundId,
            UUID decisionId,
            Locality locality,
            LocalDate effectiveOn,
            @Nullable Integer planVersion,
            @Nullable String stage)
            implements OfFund {}

    /// The money terms of an agreement, all of them, as they hold from a day under one of its
    /// versions.
    ///
    /// @param agreement the reference of the agreement these are the terms of
    /// @param agreementVersion the version of the agreement as governance counts it
    /// @param legalPowers of `S75`, `S76` and `S256`
    /// @param host who holds the money, by ODS or GSS code
    /// @param fundManagerPost who manages the pooled fund, as a post; null while there is none
    /// @param fundManagerEmployer who employs that post, by ODS or GSS code
    /// @param fundManagerDecisionId the decision that appointed it; null where none is known
    /// @param basis `POOLED`, `ALIGNED`, `SHADOW` or `IN_VIEW`
    /// @param governanceReference by which governance tells of the agreement; null where that is by
    ///   the same reference, and in what was told before this was said
    /// @param virementTiers who may vire how much, from the least to the largest; none where every
    ///   virement needs a body, null in what was told before this was said
    /// @param carriedForward what may be carried into the next year, each source once; none where
    ///   nothing may, null in what was told before this was said
    @EventType("budget.agreement-terms-set.v1")
    record AgreementTermsSet(
            UUID termsId,
            String agreement,
            int agreementVersion,
            List<String> legalPowers,
            String host,
            @Nullable String fundManagerPost,
            @Nullable String fundManagerEmployer,
            @Nullable UUID fundManagerDecisionId,
            String basis,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance,
            @Nullable String governanceReference,
            @Nullable List<VirementTier> virementTiers,
            @Nullable List<CarriedForward> carriedForward)
            implements BudgetEvent {

        /// A tier of the virement scheme.
        ///
        /// @param upToPence the largest amount of one virement; null without a limit
        /// @param yearUpToPence the most that one line gives, or gets, in the year; null without a
        ///   limit
        /// @param decides `FUND_MANAGER`, or the function in which a body decides
        public record VirementTier(
                @Nullable Pence upToPence, @Nullable Pence yearUpToPence, String decides) {}

        /// What may be carried forward of one source.
        ///
        /// @param upToBasisPoints of what the source gave in the year, 0 to 10,000
        /// @param decisionFunction in which a body decides on it
        public record CarriedForward(String source, int upToBasisPoints, String decisionFunction) {}

        @Override
        public String subjectType() {
            return "agreement-terms";
        }

        @Override
        public String subjectId() {
            return termsId.toString();
        }
    }

    /// A line stands on another basis from the first day of a period on.
    ///
    /// @param agreementVersion the signed version that allows it; null where none is needed
    @EventType("budget.line-basis-changed.v1")
    record LineBasisChanged(
            UUID lineId,
            String reference,
            UUID fundId,
            String basis,
            @Nullable Integer agreementVersion,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements BudgetEvent {
        @Override
        public String subjectType() {
            return "budget-line";
        }

        @Override
        public String subjectId() {
            return lineId.toString();
        }
    }

    /// Figures of a document were set against each other, or against what is planned, as they are
    /// stated: what does not add up is said, never smoothed.
    ///
    /// @param title what is compared, in words
    /// @param terms what is added and taken away
    /// @param against what it should come to
    /// @param sumPence the sum of the terms
    /// @param differencePence the sum less what it is held against
    /// @param verdict `AGREES`, `AGREES_AS_ROUNDED` or `DIFFERS`
    @EventType("budget.figures-compared.v1")
    record FiguresCompared(
            UUID comparisonId,
            String reference,
            @Nullable UUID fundId,
            String title,
            List<Figure> terms,
            Figure against,
            Pence sumPence,
            Pence differencePence,
            String verdict,
            Locality locality,
            LocalDate effectiveOn)
            implements BudgetEvent {

        /// A figure as its document states it.
        ///
        /// @param stated the words of the document, as in `£13.2m` or `c£40K`
        /// @param unit `GBP`, `GBP_K` or `GBP_M`
        /// @param amountPence what it says, in pence; less than nothing where it is taken away
        /// @param approximate whether the document itself says so
        public record Figure(
                String label,
                String stated,
                String unit,
                Pence amountPence,
                boolean approximate,
                Provenance provenance) {}

        @Override
        public String subjectType() {
            return "figure-comparison";
        }

        @Override
        public String subjectId() {
            return comparisonId.toString();
        }
    }

    /// A partner's contribution to a fund, in instalments that sum to the annual amount.
    ///
    /// @param source where the partner has the money from
    /// @param grossPence what is planned before what service users pay; null where it is not said
    /// @param clientChargesPence what service users pay; the annual amount is gross less this
    /// @param decisionId under which it is owed; null where that is the plan's approval
    @EventType("budget.contribution-scheduled.v1")
    record ContributionScheduled(
            UUID scheduleId,
            UUID fundId,
            String partner,
            Pence annualPence,
            List<Instalment> instalments,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance,
            @Nullable String source,
            @Nullable Pence grossPence,
            @Nullable Pence clientChargesPence,
            @Nullable UUID decisionId)
            implements OfContributionSchedule {

        /// What is due on one day.
        public record Instalment(LocalDate dueOn, Pence amountPence) {}
    }

    /// What is not yet paid of a contribution is due otherwise; these are all instalments, those
    /// that were paid as they were.
    ///
    /// @param fromPence what the partner was to pay in the year before
    @EventType("budget.contribution-varied.v1")
    record ContributionVaried(
            UUID scheduleId,
            UUID fundId,
            String partner,
            Pence fromPence,
            Pence annualPence,
            List<ContributionScheduled.Instalment> instalments,
            @Nullable UUID decisionId,
            String reason,
            Locality locality,
            LocalDate effectiveOn)
            implements OfContributionSchedule {}

    /// A partner paid: the oldest instalments first.
    ///
    /// @param amountPence what was paid now; less than nothing when a receipt is taken back
    /// @param paidPence what is paid of the schedule in all
    /// @param entryId the journal entry that posts it
    @EventType("budget.contribution-received.v1")
    record ContributionReceived(
            UUID scheduleId,
            UUID fundId,
            String partner,
            Pence amountPence,
            Pence paidPence,
            UUID entryId,
            Locality locality,
            LocalDate effectiveOn)
            implements OfContributionSchedule {}

    /// A journal entry is posted. Positive is debit, negative credit; the postings sum to zero.
    ///
    /// @param period 1 (April) to 12 (March), 13 after the year
    /// @param reverses the entry it takes back, null if it takes none back
    /// @param retrospective whether the agreement it stands under was ratified only after its day
    /// @param sourceDocument what it was posted from, as in an invoice's number; null if not said
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
            LocalDate effectiveOn,
            @Nullable Integer period,
            @Nullable UUID reverses,
            @Nullable Boolean retrospective,
            @Nullable String sourceDocument)
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
