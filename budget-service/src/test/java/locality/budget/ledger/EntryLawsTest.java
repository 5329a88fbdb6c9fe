package locality.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import locality.platform.money.Pence;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

/// Debits equal credits in every entry that is valid, and in none that is not.
class EntryLawsTest {

    @Property
    void anEntryIsValidExactlyWhenItsPostingsSumToZero(
            @ForAll @Size(min = 1, max = 20)
                    List<@LongRange(min = -1_000_000, max = 1_000_000) Long> amounts,
            @ForAll @LongRange(min = -3, max = 3) long error) {
        var postings = new ArrayList<Posting>();
        amounts.stream()
                .filter(amount -> amount != 0)
                .forEach(amount -> postings.add(Posting.on(Account.CREDITORS, Pence.of(amount))));
        long sum = amounts.stream().mapToLong(Long::longValue).sum();
        if (sum + error != 0) {
            postings.add(Posting.on(Account.HOST_CASH, Pence.of(-sum - error)));
        }
        long total = postings.stream().mapToLong(posting -> posting.amount().value()).sum();

        assertThat(isValid(postings)).isEqualTo(total == 0 && postings.size() >= 2);
    }

    @Property
    void aReversalOfAValidEntryIsValidAndTakesAllOfItBack(
            @ForAll @Size(min = 1, max = 20)
                    List<@LongRange(min = 1, max = 1_000_000) Long> amounts) {
        var postings = new ArrayList<Posting>();
        for (long amount : amounts) {
            postings.add(Posting.on(Account.CREDITORS, Pence.of(amount)));
            postings.add(Posting.on(Account.HOST_CASH, Pence.of(-amount)));
        }

        var reversed = postings.stream().map(Posting::reversed).toList();

        assertThat(isValid(reversed)).isTrue();
        for (int i = 0; i < postings.size(); i++) {
            assertThat(postings.get(i).amount().plus(reversed.get(i).amount()))
                    .isEqualTo(Pence.ZERO);
        }
    }

    private static boolean isValid(List<Posting> postings) {
        try {
            Entry.requireValid(postings);
            return true;
        } catch (LedgerRefusal refused) {
            return false;
        }
    }
}
