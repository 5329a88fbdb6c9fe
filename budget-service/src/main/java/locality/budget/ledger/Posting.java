package locality.budget.ledger;

import java.util.UUID;
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
        if (amount.isZero() || amount.exceeds(LARGEST) || amount.negated().exceeds(LARGEST)) {
            throw new LedgerRefusal.AmountOutOfRange(account, amount);
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
