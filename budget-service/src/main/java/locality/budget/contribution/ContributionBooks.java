package locality.budget.contribution;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import locality.budget.ledger.Account;
import locality.budget.ledger.Posting;
import locality.platform.money.Pence;

/// What the accounts hold of one contribution at the end of a day: what was received is cash, what
/// fell due is income; what fell due and was not received is receivable, what was received and is
/// not due yet is income in advance. So debits equal credits on every day.
record ContributionBooks(Pence cash, Pence receivable, Pence inAdvance, Pence income) {

    private static final ContributionBooks NOTHING = of(Pence.ZERO, Pence.ZERO);

    static ContributionBooks of(Pence due, Pence received) {
        var owed = due.minus(received);
        return new ContributionBooks(
                received,
                owed.isNegative() ? Pence.ZERO : owed,
                owed.isNegative() ? owed.negated() : Pence.ZERO,
                due);
    }

    /// What the accounts hold by the end of a day if this is all that moved.
    static ContributionBooks on(LocalDate day, List<ContributionMovement> movements) {
        var due = Pence.ZERO;
        var received = Pence.ZERO;
        for (var movement : movements) {
            if (!movement.effectiveOn.isAfter(day)) {
                due = due.plus(movement.due());
                received = received.plus(movement.received());
            }
        }
        return of(due, received);
    }

    /// What one more movement changes, day by day. One that becomes known on its own day changes
    /// that day alone; after one that becomes known late, what fell due since is not receivable any
    /// more, or is again.
    static SortedMap<LocalDate, ContributionBooks> changes(
            List<ContributionMovement> before, ContributionMovement added) {
        var after = Stream.concat(before.stream(), Stream.of(added)).toList();
        var days = new TreeSet<LocalDate>();
        after.forEach(movement -> days.add(movement.effectiveOn));
        var changes = new TreeMap<LocalDate, ContributionBooks>();
        var changed = NOTHING;
        for (var day : days) {
            var difference = on(day, after).minus(on(day, before));
            if (!difference.equals(changed)) {
                changes.put(day, difference.minus(changed));
            }
            changed = difference;
        }
        return changes;
    }

    /// These amounts as the postings of an entry; what is nothing is left out.
    List<Posting> postings(String partner, String source) {
        return Stream.of(
                        new Posting(Account.HOST_CASH, null, partner, source, cash),
                        new Posting(
                                Account.CONTRIBUTIONS_RECEIVABLE,
                                null,
                                partner,
                                source,
                                receivable),
                        new Posting(
                                Account.INCOME_IN_ADVANCE,
                                null,
                                partner,
                                source,
                                inAdvance.negated()),
                        new Posting(
                                Account.CONTRIBUTION_INCOME,
                                null,
                                partner,
                                source,
                                income.negated()))
                .filter(posting -> !posting.amount().isZero())
                .toList();
    }

    private ContributionBooks minus(ContributionBooks other) {
        return new ContributionBooks(
                cash.minus(other.cash),
                receivable.minus(other.receivable),
                inAdvance.minus(other.inAdvance),
                income.minus(other.income));
    }
}
