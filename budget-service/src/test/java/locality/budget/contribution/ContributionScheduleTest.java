package locality.budget.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import locality.budget.contribution.ContributionProfile.Due;
import locality.budget.contribution.ContributionSchedule.Variation;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import locality.platform.refusal.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B1")
class ContributionScheduleTest {

    private static final FinancialYear YEAR = FinancialYear.parse("2014/15");
    private static final LocalDate AUGUST = LocalDate.of(2014, 8, 15);
    private static final LocalDate OCTOBER = LocalDate.of(2014, 10, 1);
    private static final Predicate<LocalDate> POOLED = _ -> true;

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

    @Test
    void whatFallsDueIsPostedOnceOnItsDay() {
        var schedule = monthly(1_200);
        var posted = new ArrayList<ContributionMovement>();

        post(schedule, LocalDate.of(2014, 5, 31), posted);
        post(schedule, LocalDate.of(2014, 5, 31), posted);
        post(schedule, LocalDate.of(2014, 6, 1), posted);

        assertThat(posted)
                .extracting(one -> one.effectiveOn)
                .containsExactly(
                        LocalDate.of(2014, 4, 1),
                        LocalDate.of(2014, 5, 1),
                        LocalDate.of(2014, 6, 1));
    }

    @Test
    void aVariationIsDueFromItsDayAndWhatWasDueBeforeStays() {
        var schedule = monthly(1_200);
        var posted = new ArrayList<ContributionMovement>();
        post(schedule, OCTOBER, posted);

        vary(schedule, 2_400, null);
        post(schedule, OCTOBER, posted);

        assertThat(schedule.fallingDue(OCTOBER, POOLED, posted)).isEmpty();
        assertThat(posted.subList(7, posted.size()))
                .extracting(one -> one.effectiveOn + " " + one.amountPence)
                .containsExactly("2014-08-15 500", "2014-09-01 100", "2014-10-01 100");
    }

    @Test
    void leavesAloneWhatFellDueAfterTheDay() {
        var schedule = monthly(1_200);
        var posted = new ArrayList<ContributionMovement>();
        post(schedule, OCTOBER, posted);

        assertThat(schedule.fallingDue(AUGUST, POOLED, posted)).isEmpty();
    }

    @Test
    void postsNothingWhileEachPartnerKeepsItsMoney() {
        var schedule = monthly(1_200);

        assertThat(schedule.fallingDue(OCTOBER, _ -> false, List.of())).isEmpty();
        assertThat(schedule.fallingDue(OCTOBER, day -> !day.isBefore(OCTOBER), List.of()))
                .containsOnlyKeys(OCTOBER);
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

    static ContributionSchedule monthly(long annual) {
        var schedule = schedule(annual, ContributionProfile.MONTHLY_12);
        schedule.instalments.addAll(
                ContributionProfile.MONTHLY_12.instalments(YEAR, pence(annual)));
        return schedule;
    }

    private static ContributionSchedule custom(Due... dues) {
        var annual = Pence.sum(List.of(dues).stream().map(Due::amountPence).toList());
        var schedule = schedule(annual.value(), ContributionProfile.CUSTOM);
        schedule.instalments.addAll(ContributionProfile.agreed(YEAR, annual, List.of(dues)));
        return schedule;
    }

    private static ContributionSchedule schedule(long annual, ContributionProfile profile) {
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

    private static ContributionAmount net(long annual) {
        return ContributionAmount.of(pence(annual), null, null);
    }

    private static Receipt receipt(long amount) {
        return new Receipt(pence(amount), LocalDate.of(2014, 6, 2), "BACS " + UUID.randomUUID());
    }

    private static ContributionMovement receive(ContributionSchedule schedule, long amount) {
        return schedule.receive(receipt(amount), POOLED, POOLED, AUGUST);
    }

    private static locality.platform.event.BudgetEvent.ContributionVaried vary(
            ContributionSchedule schedule,
            long annual,
            @org.jspecify.annotations.Nullable List<Due> instalments) {
        return schedule.vary(
                new Variation(net(annual), instalments, AUGUST, null, "Winter pressures"),
                YEAR,
                POOLED,
                AUGUST);
    }

    private static void post(
            ContributionSchedule schedule, LocalDate today, List<ContributionMovement> posted) {
        schedule.fallingDue(today, POOLED, posted)
                .forEach(
                        (day, amount) ->
                                posted.add(ContributionMovement.due(schedule, day, amount)));
    }

    private static List<Pence> amounts(ContributionSchedule schedule) {
        return schedule.instalments.stream().map(Instalment::amountPence).toList();
    }

    private static Pence pence(long amount) {
        return Pence.of(amount);
    }

    private static void assertRefused(Runnable command, String code) {
        assertThatThrownBy(command::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static void assertRefused(
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
