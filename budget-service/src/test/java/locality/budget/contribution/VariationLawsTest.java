package locality.budget.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import locality.budget.contribution.ContributionSchedule.Variation;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// However a contribution is paid and varied from month to month, and whenever its pool ends or
/// lasts longer: its instalments sum to the year, what was paid stays, what falls due is posted
/// once, and a refused command changes nothing.
class VariationLawsTest {

    private static final FinancialYear YEAR = FinancialYear.parse("2014/15");

    @Property
    void holdsAfterEveryStep(
            @ForAll @Size(max = 25) List<@IntRange(min = 0, max = 4_000) Integer> steps) {
        var schedule = Schedules.monthly(1_201);
        var movements = new ArrayList<ContributionMovement>();
        var today = YEAR.start();
        var end = YEAR.end();
        for (int step : steps) {
            today = today.plusDays(step % 37);
            end = step % 5 == 4 ? YEAR.start().plusMonths(step % 13) : end;
            var pooled = until(end);
            post(schedule, today, pooled, movements);
            var before = state(schedule);
            try {
                step(schedule, step, today, pooled, movements);
                post(schedule, today, pooled, movements);
            } catch (Refusal refused) {
                assertThat(state(schedule)).as(refused.code()).isEqualTo(before);
            }
            assertHolds(schedule, today, pooled, movements);
        }
    }

    private static Predicate<LocalDate> until(LocalDate end) {
        return day -> day.isBefore(end);
    }

    private static void step(
            ContributionSchedule schedule,
            int step,
            LocalDate today,
            Predicate<LocalDate> pooled,
            List<ContributionMovement> movements) {
        var receipts = movements.stream().filter(ContributionMovement::isReceipt).toList();
        switch (step % 4) {
            case 0, 1 ->
                    movements.add(
                            schedule.receive(
                                    new Receipt(Pence.of(step / 8), today, "BACS " + step),
                                    pooled,
                                    pooled,
                                    today));
            case 2 -> {
                var amount = ContributionAmount.of(Pence.of(step + 1), null, null);
                schedule.vary(
                        new Variation(amount, null, today, null, "Agreed"), YEAR, pooled, today);
            }
            default -> {
                var untouched =
                        receipts.stream().filter(one -> !isTakenBack(one, movements)).findFirst();
                untouched.ifPresent(
                        one ->
                                movements.add(
                                        schedule.takeBack(
                                                one, "Returned", pooled, one.effectiveOn)));
            }
        }
    }

    private static boolean isTakenBack(
            ContributionMovement receipt, List<ContributionMovement> movements) {
        return movements.stream().anyMatch(one -> receipt.id.equals(one.takesBack));
    }

    private static void post(
            ContributionSchedule schedule,
            LocalDate today,
            Predicate<LocalDate> pooled,
            List<ContributionMovement> movements) {
        schedule.fallingDue(today, pooled, movements)
                .forEach(
                        (day, amount) ->
                                movements.add(ContributionMovement.due(schedule, day, amount)));
        schedule.postedUpTo(today, pooled);
    }

    private static void assertHolds(
            ContributionSchedule schedule,
            LocalDate today,
            Predicate<LocalDate> pooled,
            List<ContributionMovement> movements) {
        var instalments = List.copyOf(schedule.instalments);
        assertThat(sum(instalments, Instalment::amountPence)).isEqualTo(schedule.annualPence);
        var toBeRepaid = ContributionView.of(schedule).toBeRepaidPence();
        assertThat(Instalment.paid(instalments).plus(toBeRepaid)).isEqualTo(schedule.paidPence);
        assertThat(toBeRepaid.isPositive() && schedule.left(pooled).isPositive()).isFalse();
        assertThat(sum(movements, ContributionMovement::received)).isEqualTo(schedule.paidPence);
        assertThat(instalments).noneMatch(one -> one.unpaid().isNegative());
        assertThat(sum(movements, ContributionMovement::due))
                .isEqualTo(
                        sum(
                                instalments.stream()
                                        .filter(one -> one.isDueBy(today))
                                        .filter(one -> pooled.test(one.dueOn()))
                                        .toList(),
                                Instalment::amountPence));
        assertThat(schedule.fallingDue(today, pooled, movements)).isEmpty();
    }

    private static String state(ContributionSchedule schedule) {
        return "%s %s %d %s"
                .formatted(
                        schedule.annualPence,
                        schedule.paidPence,
                        schedule.termsVersion,
                        schedule.instalments);
    }

    private static <T> Pence sum(List<T> of, java.util.function.Function<T, Pence> amount) {
        return Pence.sum(of.stream().map(amount).toList());
    }
}
