package locality.budget.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import locality.budget.line.BudgetLine;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// Whose money an entry moves, and how much of each owner's. What is spent on a line is its
/// commissioner's, gross of what comes back beside it; what is posted under a partner's name is
/// that partner's, whichever way it goes. An owner's share is the larger side of all that is its
/// own. What a decision was used for is counted the same way (`KnownDecisions`).
final class OwnersMoney {

    private final Map<String, Pence> debits = new HashMap<>();
    private final Map<String, Pence> credits = new HashMap<>();

    private OwnersMoney() {}

    /// @param line the line that a posting names, null if it names none
    static Map<String, Pence> in(
            List<Posting> postings, Function<Posting, @Nullable BudgetLine> line) {
        var money = new OwnersMoney();
        postings.forEach(posting -> money.add(posting, line.apply(posting)));
        return money.shares();
    }

    private void add(Posting posting, @Nullable BudgetLine line) {
        if (posting.account() == Account.SPEND && line != null) {
            debits.merge(line.commissioner(), orNothing(posting.amount()), Pence::plus);
        } else if (posting.partner() != null) {
            debits.merge(posting.partner(), orNothing(posting.amount()), Pence::plus);
            credits.merge(posting.partner(), orNothing(posting.amount().negated()), Pence::plus);
        }
    }

    private static Pence orNothing(Pence amount) {
        return amount.isNegative() ? Pence.ZERO : amount;
    }

    private Map<String, Pence> shares() {
        var shares = new HashMap<>(debits);
        credits.forEach((owner, share) -> shares.merge(owner, share, OwnersMoney::larger));
        return shares;
    }

    private static Pence larger(Pence one, Pence other) {
        return one.exceeds(other) ? one : other;
    }
}
