package locality.budget.ledger;

import java.util.UUID;
import locality.budget.agreement.Basis;
import locality.budget.line.BudgetLine;
import locality.platform.event.BudgetEvent.JournalEntryPosted;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// One side of an entry.
///
/// @param amount positive is debit, negative is credit, never zero
public record Posting(
        Account account,
        @Nullable UUID lineId,
        @Nullable String partner,
        @Nullable String source,
        Pence amount) {

    private static final Pence LARGEST = Pence.of(1_000_000_000_000_000L);

    /// @throws LedgerRefusal if it moves nothing, or does not name what its account asks for
    void requireComplete() {
        var asked = account.named();
        var missing =
                asked != null
                        && switch (asked) {
                            case LINE -> lineId == null;
                            case PARTNER -> partner == null || partner.isBlank();
                            case SOURCE -> source == null || source.isBlank();
                        };
        if (missing) {
            throw new LedgerRefusal.PostingIncomplete(account);
        }
        if (amount.isZero() || amount.exceeds(LARGEST) || LARGEST.negated().exceeds(amount)) {
            throw new LedgerRefusal.AmountOutOfRange(account, amount);
        }
    }

    /// Between partners money moves only where it is pooled.
    ///
    /// @param standsOn the line it names, else the fund
    /// @param basis of that line, else of the fund's agreement on the day; null without one
    /// @throws LedgerRefusal if it moves money between partners on any other basis
    void requireBasis(String standsOn, @Nullable Basis basis) {
        if (account.isBetweenPartners() && (basis == null || !basis.movesCashBetweenPartners())) {
            throw new LedgerRefusal.NotBetweenPartners(this, standsOn, basis);
        }
    }

    /// @param line the one it names
    /// @throws LedgerRefusal if it names a source that is not the line's (S4 5.7)
    void requireSource(BudgetLine line) {
        if (source != null && !source.equals(line.fundingSource())) {
            throw new LedgerRefusal.WrongSource(
                    account, source, line.reference(), line.fundingSource());
        }
    }

    public static Posting onLine(Account account, UUID lineId, Pence amount) {
        return new Posting(account, lineId, null, null, amount);
    }

    public static Posting on(Account account, Pence amount) {
        return new Posting(account, null, null, null, amount);
    }

    Posting reversed() {
        return new Posting(account, lineId, partner, source, amount.negated());
    }

    JournalEntryPosted.Posting told() {
        return new JournalEntryPosted.Posting(account.name(), lineId, partner, source, amount);
    }
}
