package locality.budget.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import locality.budget.ledger.Account;
import locality.budget.ledger.Posting;
import locality.platform.money.Pence;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever happens to a contribution, in whatever order it becomes known: on every day the ledger
/// holds what was due and received by then, and debits equal credits.
class ContributionBooksLawsTest {

    private static final LocalDate APRIL = LocalDate.of(2014, 4, 1);
    private static final ContributionSchedule SCHEDULE = Schedules.monthly(1_200);

    @Property
    void postsOnEveryDayWhatWasDueAndReceivedByThen(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 2_399) Integer> steps) {
        var movements = new ArrayList<ContributionMovement>();
        var ledger = new TreeMap<LocalDate, Map<Account, Pence>>();
        for (int step : steps) {
            var movement = movement(movements, step);

            ContributionBooks.changes(movements, movement)
                    .forEach((day, change) -> post(ledger, day, change.postings("00W", "CCG")));
            movements.add(movement);

            movements.forEach(one -> assertHolds(ledger, movements, one.effectiveOn));
        }
        for (int day = 0; day < 100; day++) {
            assertHolds(ledger, movements, APRIL.plusDays(day));
        }
    }

    @Property
    void whatBecomesKnownInOrderIsOneEntryOnItsOwnDay(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 1_199) Integer> steps) {
        var movements = new ArrayList<ContributionMovement>();
        for (int i = 0; i < steps.size(); i++) {
            var on = APRIL.plusDays(i);
            var movement =
                    steps.get(i) % 2 == 0
                            ? ContributionMovement.due(SCHEDULE, on, Pence.of(100))
                            : ContributionMovement.receipt(
                                    SCHEDULE, on, Pence.of(steps.get(i)), "BACS " + i);

            assertThat(ContributionBooks.changes(movements, movement)).containsOnlyKeys(on);
            movements.add(movement);
        }
    }

    /// Something falls due, is received, or is taken back, on one of a hundred days.
    private static ContributionMovement movement(List<ContributionMovement> before, int step) {
        var on = APRIL.plusDays(step % 100);
        var amount = Pence.of(1 + step / 3);
        var receipts = before.stream().filter(ContributionMovement::isReceipt).toList();
        return switch (step % 3) {
            case 0 -> ContributionMovement.due(SCHEDULE, on, amount);
            case 1 -> ContributionMovement.receipt(SCHEDULE, on, amount, "BACS " + step);
            default ->
                    receipts.isEmpty()
                            ? ContributionMovement.due(SCHEDULE, on, amount.negated())
                            : ContributionMovement.takingBack(
                                    SCHEDULE, receipts.get(step % receipts.size()), "Returned");
        };
    }

    private static void post(
            SortedMap<LocalDate, Map<Account, Pence>> ledger,
            LocalDate day,
            List<Posting> postings) {
        assertThat(Pence.sum(postings.stream().map(Posting::amount).toList()))
                .isEqualTo(Pence.ZERO);
        var accounts = ledger.computeIfAbsent(day, _ -> new EnumMap<>(Account.class));
        postings.forEach(
                posting -> accounts.merge(posting.account(), posting.amount(), Pence::plus));
    }

    private static void assertHolds(
            SortedMap<LocalDate, Map<Account, Pence>> ledger,
            List<ContributionMovement> movements,
            LocalDate day) {
        var due = sum(movements, day, ContributionMovement::due);
        var received = sum(movements, day, ContributionMovement::received);
        var owed = due.minus(received);
        assertThat(balance(ledger, day, Account.HOST_CASH)).isEqualTo(received);
        assertThat(balance(ledger, day, Account.CONTRIBUTION_INCOME)).isEqualTo(due.negated());
        assertThat(balance(ledger, day, Account.CONTRIBUTIONS_RECEIVABLE))
                .isEqualTo(owed.isNegative() ? Pence.ZERO : owed);
        assertThat(balance(ledger, day, Account.INCOME_IN_ADVANCE))
                .isEqualTo(owed.isNegative() ? owed : Pence.ZERO);
    }

    private static Pence sum(
            List<ContributionMovement> movements,
            LocalDate day,
            java.util.function.Function<ContributionMovement, Pence> what) {
        return Pence.sum(
                movements.stream()
                        .filter(movement -> !movement.effectiveOn.isAfter(day))
                        .map(what)
                        .toList());
    }

    private static Pence balance(
            SortedMap<LocalDate, Map<Account, Pence>> ledger, LocalDate day, Account account) {
        return Pence.sum(
                ledger.headMap(day.plusDays(1)).values().stream()
                        .map(accounts -> accounts.getOrDefault(account, Pence.ZERO))
                        .toList());
    }
}
