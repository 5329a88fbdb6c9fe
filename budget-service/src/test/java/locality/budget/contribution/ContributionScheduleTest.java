package locality.budget.contribution;

import static locality.budget.contribution.Schedules.AUGUST;
import static locality.budget.contribution.Schedules.OCTOBER;
import static locality.budget.contribution.Schedules.POOLED;
import static locality.budget.contribution.Schedules.assertRefused;
import static locality.budget.contribution.Schedules.monthly;
import static locality.budget.contribution.Schedules.net;
import static locality.budget.contribution.Schedules.pence;
import static locality.budget.contribution.Schedules.receipt;
import static locality.budget.contribution.Schedules.receive;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import locality.platform.money.Pence;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is received, and what a contribution is of.
@Tag("B1")
class ContributionScheduleTest {

    @Test
    void laysWhatIsPaidOnTheOldestInstalments() {
        var schedule = monthly(1_200);

        receive(schedule, 250);

        assertThat(schedule.instalments.stream().map(Instalment::paidPence).limit(4))
                .containsExactly(pence(100), pence(100), pence(50), Pence.ZERO);
        assertThat(schedule.paidPence).isEqualTo(pence(250));
        assertThat(schedule.instalments.stream().filter(Instalment::posted)).hasSize(5);
    }

    @Test
    void laysNothingOnWhatAPartnerKeeps() {
        var schedule = monthly(1_200);

        Predicate<LocalDate> pooled = day -> !day.isBefore(OCTOBER);
        schedule.receive(receipt(250), pooled, pooled, AUGUST);

        assertThat(schedule.instalments.stream().map(Instalment::paidPence).skip(5).limit(4))
                .containsExactly(Pence.ZERO, pence(100), pence(100), pence(50));
        assertThat(schedule.left(pooled)).isEqualTo(pence(350));
    }

    @Test
    void refusesMoreThanIsLeftOfTheYearAndStaysAsItWas() {
        var schedule = monthly(1_200);
        receive(schedule, 1_000);

        assertRefused(
                () -> receive(schedule, 201),
                "MORE_THAN_IS_LEFT",
                "C01 has 200 left to receive on 2014-06-02 = due to the host 1,200 - paid 1,000;"
                        + " 201 is 1 more",
                Map.of("leftPence", pence(200), "amountPence", pence(201)));
        assertThat(schedule.paidPence).isEqualTo(pence(1_000));
    }

    @Test
    void refusesMoreThanMayBeReceivedOnThatDay() {
        var schedule = monthly(1_200);

        assertRefused(
                () ->
                        schedule.receive(
                                receipt(301),
                                POOLED,
                                day -> day.isBefore(LocalDate.of(2014, 6, 1)),
                                AUGUST),
                "MORE_THAN_IS_LEFT",
                "C01 has 200 left to receive on 2014-06-02 = due to the host 200 - paid 0; 301 is"
                        + " 101 more",
                Map.of(
                        "contribution", "C01",
                        "receivedOn", LocalDate.of(2014, 6, 2),
                        "amountPence", pence(301),
                        "duePence", pence(200),
                        "paidPence", Pence.ZERO,
                        "leftPence", pence(200)));
    }

    @Test
    void refusesReceiptsOfNothingAndOfTomorrow() {
        var schedule = monthly(1_200);

        assertRefused(() -> receive(schedule, 0), "RECEIPT_NOT_POSITIVE");
        assertRefused(
                () ->
                        schedule.receive(
                                new Receipt(pence(1), AUGUST.plusDays(1), "BACS 1"),
                                POOLED,
                                POOLED,
                                AUGUST),
                "LIES_AHEAD");
    }

    @Test
    void takesAReceiptBackAsIfItHadNotBeen() {
        var schedule = monthly(1_200);
        receive(schedule, 150);
        var before = List.copyOf(schedule.instalments);
        var receipt = receive(schedule, 200);

        var back = schedule.takeBack(receipt, "Returned by the bank", POOLED, AUGUST);

        assertThat(schedule.instalments).containsExactlyElementsOf(before);
        assertThat(back.amountPence).isEqualTo(pence(-200));
        assertThat(back.effectiveOn).isEqualTo(receipt.effectiveOn);
        assertThat(back.takesBack).isEqualTo(receipt.id);
    }

    @Test
    void isGrossLessWhatServiceUsersPay() {
        assertThat(ContributionAmount.of(null, pence(520), pence(20)).annual())
                .isEqualTo(pence(500));
        assertRefused(
                () -> ContributionAmount.of(pence(501), pence(520), pence(20)),
                "CONTRIBUTION_DOES_NOT_ADD_UP",
                "gross 520 - client charges 20 = 500, and the year is said to be 501; what service"
                        + " users pay is nothing or more",
                Map.of("netPence", pence(500), "annualPence", pence(501)));
        assertRefused(
                () -> ContributionAmount.of(null, pence(520), pence(-20)),
                "CONTRIBUTION_DOES_NOT_ADD_UP");
        assertRefused(
                () -> ContributionAmount.of(null, pence(20), pence(20)),
                "CONTRIBUTION_NOT_POSITIVE");
        assertRefused(
                () -> ContributionAmount.of(null, pence(520), pence(20)).replacedBy(net(600)),
                "GROSS_NOT_SAID");
    }
}
