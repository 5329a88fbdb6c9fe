package locality.budget.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import locality.budget.contribution.ContributionProfile.Due;
import locality.budget.contribution.ContributionSchedule.Variation;
import locality.platform.event.BudgetEvent.ContributionVaried;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Contributions of 2014/15 as they are tried out, and what happens to them.
final class Schedules {

    static final FinancialYear YEAR = FinancialYear.parse("2014/15");
    static final LocalDate AUGUST = LocalDate.of(2014, 8, 15);
    static final LocalDate OCTOBER = LocalDate.of(2014, 10, 1);
    static final Predicate<LocalDate> POOLED = _ -> true;

    private Schedules() {}

    static ContributionSchedule monthly(long annual) {
        var schedule = schedule(annual, ContributionProfile.MONTHLY_12);
        schedule.instalments.addAll(
                ContributionProfile.MONTHLY_12.instalments(YEAR, pence(annual)));
        return schedule;
    }

    static ContributionSchedule custom(Due... dues) {
        var annual = Pence.sum(List.of(dues).stream().map(Due::amountPence).toList());
        var schedule = schedule(annual.value(), ContributionProfile.CUSTOM);
        schedule.instalments.addAll(ContributionProfile.agreed(YEAR, annual, List.of(dues)));
        return schedule;
    }

    static ContributionSchedule schedule(long annual, ContributionProfile profile) {
        var schedule = new ContributionSchedule();
        schedule.id = Ids.next();
        schedule.fundId = UUID.randomUUID();
        schedule.reference = "C01";
        schedule.locality = Locality.MANCHESTER;
        schedule.partner = "00W";
        schedule.source = "CCG allocation";
        schedule.profile = profile;
        schedule.termsSince = YEAR.start();
        schedule.provenance = Provenance.illustrative();
        schedule.pays(net(annual));
        return schedule;
    }

    static ContributionAmount net(long annual) {
        return ContributionAmount.of(pence(annual), null, null);
    }

    static Receipt receipt(long amount) {
        return new Receipt(pence(amount), LocalDate.of(2014, 6, 2), "BACS " + UUID.randomUUID());
    }

    static ContributionMovement receive(ContributionSchedule schedule, long amount) {
        return schedule.receive(receipt(amount), POOLED, POOLED, AUGUST);
    }

    static ContributionVaried vary(
            ContributionSchedule schedule, long annual, @Nullable List<Due> instalments) {
        return schedule.vary(
                new Variation(net(annual), instalments, AUGUST, null, "Winter pressures"),
                YEAR,
                POOLED,
                AUGUST);
    }

    static void post(
            ContributionSchedule schedule, LocalDate today, List<ContributionMovement> posted) {
        schedule.fallingDue(today, POOLED, posted)
                .forEach(
                        (day, amount) ->
                                posted.add(ContributionMovement.due(schedule, day, amount)));
    }

    static List<Pence> amounts(ContributionSchedule schedule) {
        return schedule.instalments.stream().map(Instalment::amountPence).toList();
    }

    static Pence pence(long amount) {
        return Pence.of(amount);
    }

    static void assertRefused(Runnable command, String code) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    static void assertRefused(
            Runnable command, String code, String detail, Map<String, Object> operands) {
        assertThatThrownBy(command::run)
                .hasMessage(detail)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.operands()).containsAllEntriesOf(operands);
                        });
    }
}
