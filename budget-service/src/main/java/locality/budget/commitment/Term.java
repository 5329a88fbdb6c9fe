package locality.budget.commitment;

import java.time.LocalDate;
import locality.budget.ledger.Ledger;
import locality.platform.money.FinancialYear;
import org.jspecify.annotations.Nullable;

/// From which day a commitment holds, and to the end of which, if that is known.
record Term(LocalDate effectiveOn, @Nullable LocalDate expiresOn) {

    /// @param said the day it is to begin. When none is said it begins today while its fund's year
    ///   runs. A year that is over is caught up with: there it begins on the first day, or on that
    ///   of the decision cited if it took effect later
    /// @param decidedOn when the decision cited takes effect, null when none is cited
    /// @throws CommitmentRefusal if it begins after today, or expires before it begins
    /// @throws locality.platform.refusal.Refusal if it begins before the year
    static Term of(
            FinancialYear year,
            LocalDate today,
            @Nullable LocalDate said,
            @Nullable LocalDate decidedOn,
            @Nullable LocalDate expiresOn) {
        var effectiveOn = said != null ? said : beginning(year, today, decidedOn);
        if (effectiveOn.isAfter(today)) {
            throw new CommitmentRefusal.LiesAhead(effectiveOn, today);
        }
        Ledger.requireBegun(year, effectiveOn);
        return upTo(expiresOn, effectiveOn);
    }

    /// The term of what is carried into a year, decided before it begins or after: from its first
    /// day on, or from that of the decision if it takes effect later.
    ///
    /// @param expiresOn null for none; the last day it had in the year before says nothing here
    /// @throws CommitmentRefusal if it expires before it begins
    static Term ofCarried(FinancialYear year, LocalDate decidedOn, @Nullable LocalDate expiresOn) {
        return upTo(expiresOn, decidedOn.isAfter(year.start()) ? decidedOn : year.start());
    }

    /// The first day under a decision of that day.
    LocalDate beginningBy(LocalDate day) {
        return day.isAfter(effectiveOn) ? day : effectiveOn;
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(effectiveOn) && (expiresOn == null || !day.isAfter(expiresOn));
    }

    /// The day of a payment of which none was said: today. In a year that is over, which is caught
    /// up with, no later than the last day of its term.
    LocalDate paidOn(FinancialYear year, LocalDate today) {
        return today.isAfter(year.end()) && expiresOn != null && expiresOn.isBefore(today)
                ? expiresOn
                : today;
    }

    /// The day of what happens to it: the one said, else as [#paidOn] has it.
    ///
    /// @throws CommitmentRefusal if it lies ahead
    LocalDate dayOf(@Nullable LocalDate said, FinancialYear year, LocalDate today) {
        if (said != null && said.isAfter(today)) {
            throw new CommitmentRefusal.LiesAhead(said, today);
        }
        return said == null ? paidOn(year, today) : said;
    }

    private static Term upTo(@Nullable LocalDate expiresOn, LocalDate effectiveOn) {
        if (expiresOn != null && expiresOn.isBefore(effectiveOn)) {
            throw new CommitmentRefusal.ExpiresFirst(effectiveOn, expiresOn);
        }
        return new Term(effectiveOn, expiresOn);
    }

    private static LocalDate beginning(
            FinancialYear year, LocalDate today, @Nullable LocalDate decidedOn) {
        if (!today.isAfter(year.end())) {
            return today;
        }
        return decidedOn != null && decidedOn.isAfter(year.start()) ? decidedOn : year.start();
    }
}
