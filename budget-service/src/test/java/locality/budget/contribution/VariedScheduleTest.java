package locality.budget.contribution;

import static locality.budget.contribution.Schedules.AUGUST;
import static locality.budget.contribution.Schedules.OCTOBER;
import static locality.budget.contribution.Schedules.POOLED;
import static locality.budget.contribution.Schedules.YEAR;
import static locality.budget.contribution.Schedules.amounts;
import static locality.budget.contribution.Schedules.assertRefused;
import static locality.budget.contribution.Schedules.custom;
import static locality.budget.contribution.Schedules.monthly;
import static locality.budget.contribution.Schedules.net;
import static locality.budget.contribution.Schedules.pence;
import static locality.budget.contribution.Schedules.receive;
import static locality.budget.contribution.Schedules.vary;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import locality.budget.contribution.ContributionProfile.Due;
import locality.budget.contribution.ContributionSchedule.Variation;
import locality.platform.money.Pence;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Varied in the year: what is unpaid changes, and nothing else.
@Tag("B1")
class VariedScheduleTest {

    @Test
    void variesOnlyWhatIsUnpaid() {
        var schedule = monthly(1_200);
        receive(schedule, 350);

        var varied = vary(schedule, 1_400, null);

        assertThat(amounts(schedule).subList(0, 4))
                .as("three paid, and one paid in part that is due as it was")
                .containsOnly(pence(100));
        assertThat(amounts(schedule).subList(4, 12))
                .as("1400 - 350 - 50 over eight months")
                .containsOnly(pence(125));
        assertThat(varied.fromPence()).isEqualTo(pence(1_200));
        assertThat(varied.annualPence()).isEqualTo(pence(1_400));
        assertThat(varied.instalments()).hasSize(12);
        assertThat(schedule.termsVersion).isEqualTo(2);
    }

    @Test
    void variedBeforeAnythingIsPaidItIsAsIfScheduledSo() {
        var schedule = monthly(1_200);

        vary(schedule, 3_267_100_003L, null);

        assertThat(amounts(schedule)).isEqualTo(amounts(monthly(3_267_100_003L)));
    }

    @Test
    void keepsTheProportionsThatThePartnersAgreed() {
        var schedule = custom(new Due(AUGUST, pence(100)), new Due(OCTOBER, pence(300)));

        vary(schedule, 800, null);

        assertThat(amounts(schedule)).containsExactly(pence(200), pence(600));
    }

    @Test
    void loweredToLittleMoreThanWasPaidOwesOnlyThat() {
        var schedule = monthly(1_200);
        receive(schedule, 350);

        vary(schedule, 370, null);

        assertThat(amounts(schedule).subList(0, 5))
                .containsExactly(pence(100), pence(100), pence(100), pence(70), Pence.ZERO);
        assertThat(Pence.sum(amounts(schedule))).isEqualTo(pence(370));
    }

    @Test
    void refusesToBecomeLessThanWasPaid() {
        var schedule = monthly(1_200);
        receive(schedule, 350);

        assertRefused(
                () -> vary(schedule, 349, null),
                "BELOW_WHAT_WAS_PAID",
                "C01 cannot become 349: 350 of it was paid, which is 1 more",
                Map.of("annualPence", pence(349), "paidPence", pence(350)));
        assertThat(schedule.annualPence).isEqualTo(pence(1_200));
        assertThat(schedule.termsVersion).isEqualTo(1);
    }

    @Test
    void refusesMoreWhenEverythingIsPaidUntilItIsSaidWhenThatIsDue() {
        var schedule = monthly(1_200);
        receive(schedule, 1_200);

        assertRefused(() -> vary(schedule, 1_300, null), "NO_INSTALMENT_OPEN");
        vary(schedule, 1_300, List.of(new Due(LocalDate.of(2015, 3, 31), pence(100))));

        assertThat(schedule.instalments).hasSize(13);
    }

    @Test
    void takesTheInstalmentsThatAreAgreedForWhatIsUnpaid() {
        var schedule = monthly(1_200);
        receive(schedule, 350);

        vary(schedule, 1_000, List.of(new Due(OCTOBER, pence(650))));

        assertThat(schedule.profile).isEqualTo(ContributionProfile.CUSTOM);
        assertThat(amounts(schedule))
                .containsExactly(pence(100), pence(100), pence(100), pence(50), pence(650));
        assertRefused(
                () ->
                        vary(
                                schedule,
                                1_000,
                                List.of(new Due(LocalDate.of(2014, 6, 30), pence(650)))),
                "INSTALMENT_BEFORE_WHAT_WAS_PAID");
        assertRefused(
                () -> vary(schedule, 1_000, List.of(new Due(OCTOBER, pence(649)))),
                "INSTALMENTS_DO_NOT_SUM");
    }

    @Test
    void namesWhatWasPaidInAdvanceToAPoolThatEndedAndVariesTheRest() {
        var schedule = monthly(1_200);
        receive(schedule, 1_200);
        Predicate<LocalDate> untilJuly = day -> day.isBefore(LocalDate.of(2014, 7, 1));

        schedule.vary(
                new Variation(net(1_500), null, AUGUST, null, "More"), YEAR, untilJuly, AUGUST);

        assertThat(Instalment.paid(schedule.instalments)).isEqualTo(pence(300));
        assertThat(ContributionView.of(schedule).toBeRepaidPence()).isEqualTo(pence(900));
        assertThat(amounts(schedule).subList(0, 3)).containsOnly(pence(100));
        assertThat(Pence.sum(amounts(schedule))).isEqualTo(pence(1_500));
    }

    @Test
    void refusesToBeVariedFromBeforeItWasVariedLast() {
        var schedule = monthly(1_200);
        vary(schedule, 1_300, null);

        assertRefused(
                () ->
                        schedule.vary(
                                new Variation(net(1_400), null, AUGUST.minusDays(1), null, "Again"),
                                YEAR,
                                POOLED,
                                AUGUST),
                "VARIATION_BEFORE_THE_LAST",
                "C01 cannot be varied from 2014-08-14: its present terms hold from 2014-08-15",
                Map.of("termsSince", AUGUST));
    }
}
