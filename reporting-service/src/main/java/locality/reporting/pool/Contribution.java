package locality.reporting.pool;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import locality.platform.event.BudgetEvent.ContributionScheduled.Instalment;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.reporting.pool.PooledBudget.Authority;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a partner puts into a fund, and how much of it was due and paid by a day.
///
/// @param partner by name, or by code when it is not told of
/// @param grossPence before what service users pay; null where it was not told, or after a
///   variation, which says the net amount alone
/// @param annualPence what the partner pays in the year: gross less charges
/// @param fromPence what it was before the last variation, null while there was none
/// @param duePence what was due by that day to who holds the money, that day's own among it: what
///   fell due while the money was pooled
/// @param paidPence what was paid by that day
/// @param keptApartPence what falls due while each partner keeps its money, and is owed to nobody
/// @param arrears what is overdue, by how long
@Schema(name = "PooledBudgetContribution")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contribution(
        String fund,
        String partner,
        String code,
        @Nullable String source,
        @Nullable Pence grossPence,
        @Nullable Pence chargesPence,
        Pence annualPence,
        @Nullable Pence fromPence,
        Authority variedUnder,
        Pence duePence,
        Pence paidPence,
        Pence keptApartPence,
        Ageing arrears,
        Provenance provenance) {

    /// What is owed in the year, not due yet and not paid ahead.
    @JsonProperty
    public Pence notYetDuePence() {
        var settled = paidPence.minus(toBeRepaidPence());
        return owedPence().minus(duePence.exceeds(settled) ? duePence : settled);
    }

    /// What was paid beyond what is owed in the year, because the money is pooled no longer.
    @JsonProperty
    public Pence toBeRepaidPence() {
        return paidPence.exceeds(owedPence()) ? paidPence.minus(owedPence()) : Pence.ZERO;
    }

    private Pence owedPence() {
        return annualPence.minus(keptApartPence);
    }

    /// What is overdue, by days since each instalment was due: the day it is due it is not overdue.
    @Schema(name = "PooledBudgetArrears")
    public record Ageing(
            Pence upTo30Pence, Pence upTo60Pence, Pence upTo90Pence, Pence over90Pence) {

        static final Ageing NONE = new Ageing(Pence.ZERO, Pence.ZERO, Pence.ZERO, Pence.ZERO);

        /// What was paid counts for the oldest instalment first.
        static Ageing of(List<Instalment> instalments, Pence paid, LocalDate on) {
            var ageing = NONE;
            var left = paid;
            var inOrder =
                    instalments.stream()
                            .sorted((one, other) -> one.dueOn().compareTo(other.dueOn()))
                            .toList();
            for (var instalment : inOrder) {
                var settled = least(left, instalment.amountPence());
                left = left.minus(settled);
                ageing =
                        ageing.plus(
                                instalment.amountPence().minus(settled),
                                ChronoUnit.DAYS.between(instalment.dueOn(), on));
            }
            return ageing;
        }

        private static Pence least(Pence one, Pence other) {
            return one.exceeds(other) ? other : one;
        }

        private Ageing plus(Pence unpaid, long days) {
            if (days < 1) {
                return this;
            }
            return new Ageing(
                    days <= 30 ? upTo30Pence.plus(unpaid) : upTo30Pence,
                    days > 30 && days <= 60 ? upTo60Pence.plus(unpaid) : upTo60Pence,
                    days > 60 && days <= 90 ? upTo90Pence.plus(unpaid) : upTo90Pence,
                    days > 90 ? over90Pence.plus(unpaid) : over90Pence);
        }

        @JsonProperty
        public Pence totalPence() {
            return Pence.sum(List.of(upTo30Pence, upTo60Pence, upTo90Pence, over90Pence));
        }

        boolean isThere() {
            return totalPence().isPositive();
        }
    }
}
