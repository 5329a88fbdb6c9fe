package locality.budget.contribution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.budget.agreement.Pool;
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
        @Schema(description = "Received so far, what is to be repaid included") Pence paidPence,
        @Schema(
                        description =
                                "Received and on no instalment, because the pool ended: paid - the"
                                        + " sum of what is paid of the instalments")
                Pence toBeRepaidPence,
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

    /// After a command, which left it as it is paid.
    static ContributionView of(ContributionSchedule schedule) {
        return of(schedule, List.copyOf(schedule.instalments));
    }

    /// As it is paid by what is known of its agreement now.
    static ContributionView of(ContributionSchedule schedule, Optional<Pool> pool) {
        return of(schedule, schedule.laid(day -> schedule.isOwedOn(day, pool)));
    }

    private static ContributionView of(ContributionSchedule schedule, List<Instalment> laid) {
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
                laid.stream().map(InstalmentView::of).toList(),
                schedule.paidPence,
                schedule.paidPence.minus(Instalment.paid(laid)),
                schedule.decisionId,
                schedule.termsVersion,
                schedule.termsSince,
                schedule.provenance,
                schedule.version);
    }

    /// As it was on a day.
    ///
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
                paid.minus(Instalment.paid(settled)),
                terms.decisionId,
                terms.version,
                terms.effectiveOn,
                schedule.provenance,
                schedule.version);
    }
}
