package locality.budget.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Whatever becomes of a contribution without a decision of its own: the year is no less, and by no
/// day up to today is less overdue than was.
@Tag("B1")
class ObligationLawsTest {

    private static final LocalDate START = LocalDate.of(2014, 4, 1);
    private static final LocalDate TODAY = START.plusDays(9);
    private static final UUID DECISION = new UUID(0, 1);
    private static final UUID ANOTHER = new UUID(0, 2);

    @Property
    void isGivenUpOnNoDayWithoutADecision(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 12) Integer> before,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 12) Integer> after,
            @ForAll @IntRange(max = 400) int paid) {
        boolean less = after.size() < before.size();
        boolean later =
                START.datesUntil(TODAY.plusDays(1))
                        .anyMatch(day -> overdue(before, paid, day) > overdue(after, paid, day));

        assertThat(isRefused(of(before, paid, DECISION), of(after, paid, DECISION)))
                .isEqualTo(less || later);
    }

    @Property
    void isWhateverAnotherDecisionMakesIt(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 12) Integer> before,
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 12) Integer> after) {
        assertThat(isRefused(of(before, 0, DECISION), of(after, 0, ANOTHER))).isFalse();
        assertThat(isRefused(of(before, 0, null), of(after, 0, ANOTHER))).isFalse();
    }

    @Test
    void isNotGivenUpUnderThePlanThatTakesADecisionsPlace() {
        var before = of(List.of(0, 1), 0, DECISION);

        assertThatThrownBy(() -> before.requireMayBecome(of(List.of(0), 0, null)))
                .isInstanceOf(OwedRefusal.FallNeedsDecision.class);
    }

    private static boolean isRefused(Obligation before, Obligation after) {
        try {
            before.requireMayBecome(after);
            return false;
        } catch (Refusal _) {
            return true;
        }
    }

    /// A hundred pence on each of these days of the year.
    private static Obligation of(List<Integer> days, int paid, @Nullable UUID decision) {
        var schedule = Schedules.monthly(1_200);
        schedule.annualPence = Pence.of(100L * days.size());
        schedule.paidPence = Pence.of(paid);
        schedule.decisionId = decision;
        schedule.instalments.clear();
        days.stream()
                .sorted()
                .forEach(
                        day ->
                                schedule.instalments.add(
                                        new Instalment(
                                                schedule.instalments.size() + 1,
                                                START.plusDays(day),
                                                Pence.of(100))));
        return Obligation.of(schedule, _ -> true, TODAY);
    }

    private static long overdue(List<Integer> days, int paid, LocalDate by) {
        long due = 100 * days.stream().filter(day -> !START.plusDays(day).isAfter(by)).count();
        return Math.max(0, due - paid);
    }
}
