package locality.budget.contribution;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A contribution as it is answered: as it is now, or as it was on a day.
@Schema(name = "Contribution")
record ContributionView(
        UUID id,
        String reference,
        UUID fundId,
        String partner,
        String source,
        @Schema(description = "What is paid in the year: gross less client charges")
                Pence annualPence,
        @Schema(description = "Before what service users pay; null where it is not said")
                @Nullable Pence grossPence,
        @Schema(description = "What service users pay") @Nullable Pence clientChargesPence,
        ContributionProfile profile,
        List<InstalmentView> instalments,
        @Schema(description = "Received of it so far") Pence paidPence,
        @Schema(description = "annual - paid") Pence unpaidPence,
        @Schema(description = "Under which it is owed; null under the fund's approved plan")
                @Nullable UUID decisionId,
        @Schema(description = "Counts its variations from 1") int termsVersion,
        LocalDate termsSince,
        Provenance provenance,
        long version) {

    @Schema(name = "ContributionInstalment")
    record InstalmentView(
            int number,
            LocalDate dueOn,
            Pence amountPence,
            Pence paidPence,
            @Schema(
                            description =
                                    "Whether the ledger holds it as due; never while each partner"
                                            + " keeps its money")
                    boolean posted) {

        static InstalmentView of(Instalment one) {
            return new InstalmentView(
                    one.number(), one.dueOn(), one.amountPence(), one.paidPence(), one.posted());
        }
    }

    static ContributionView of(ContributionSchedule schedule) {
        return new ContributionView(
                schedule.id,
                schedule.reference,
                schedule.fundId,
                schedule.partner,
                schedule.source,
                schedule.annualPence,
                schedule.grossPence,
                schedule.clientChargesPence,
                schedule.profile,
                schedule.instalments.stream().map(InstalmentView::of).toList(),
                schedule.paidPence,
                schedule.annualPence.minus(schedule.paidPence),
                schedule.decisionId,
                schedule.termsVersion,
                schedule.termsSince,
                schedule.provenance,
                schedule.version);
    }

    /// @param settled the instalments of these terms as they were paid
    static ContributionView of(
            ContributionSchedule schedule,
            ContributionTerms terms,
            List<Instalment> settled,
            Pence paid) {
        return new ContributionView(
                schedule.id,
                schedule.reference,
                schedule.fundId,
                schedule.partner,
                schedule.source,
                terms.annualPence,
                terms.grossPence,
                terms.clientChargesPence,
                terms.profile,
                settled.stream().map(InstalmentView::of).toList(),
                paid,
                terms.annualPence.minus(paid),
                terms.decisionId,
                terms.version,
                terms.effectiveOn,
                schedule.provenance,
                schedule.version);
    }
}
