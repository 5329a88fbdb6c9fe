package locality.intervention.deflection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("I18")
class DeflectionPlanTest {

    private static final LocalDate APRIL = LocalDate.of(2018, 4, 1);
    private static final LocalDate MAY = LocalDate.of(2018, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2018, 6, 1);
    private static final Pence TARIFF = Pence.of(149_000);

    @Test
    void realisesCounterfactualLessActual() {
        var realised =
                Realised.of(
                        List.of(month(APRIL, "120", "100")),
                        Map.of(APRIL, new BigDecimal("105")),
                        TARIFF);

        assertThat(realised.realised()).isEqualByComparingTo("15");
        assertThat(realised.percentOfPlan()).isEqualByComparingTo("75.0");
        assertThat(realised.valuePence()).isEqualTo(Pence.of(2_235_000));
    }

    @Test
    void countsAMonthWithoutAnActualToNothing() {
        var realised =
                Realised.of(
                        List.of(month(APRIL, "120", "100"), month(MAY, "120", "100")),
                        Map.of(APRIL, new BigDecimal("105")),
                        TARIFF);

        assertThat(realised.realised()).isEqualByComparingTo("15");
        assertThat(realised.plannedDeflection()).isEqualByComparingTo("40");
        assertThat(realised.plannedToDate()).isEqualByComparingTo("20");
        assertThat(realised.monthsWithoutActual()).containsExactly(MAY);
        assertThat(realised.months().getLast().realised()).isNull();
    }

    @Test
    void realisesAllOfItWhenNothingCameAtAll() {
        var realised =
                Realised.of(
                        List.of(month(APRIL, "120", "100")),
                        Map.of(APRIL, BigDecimal.ZERO),
                        TARIFF);

        assertThat(realised.realised()).isEqualByComparingTo("120");
        assertThat(realised.monthsWithoutActual()).isEmpty();
    }

    @Test
    void realisesLessThanNothingWhenMoreCameThanWithoutIt() {
        var realised =
                Realised.of(
                        List.of(month(APRIL, "120", "100")),
                        Map.of(APRIL, new BigDecimal("125.5")),
                        TARIFF);

        assertThat(realised.realised()).isEqualByComparingTo("-5.5");
        assertThat(realised.percentOfPlan()).isEqualByComparingTo("-27.5");
        assertThat(realised.valuePence()).isEqualTo(Pence.of(-819_500));
    }

    @Test
    void givesNoValueWithoutATariffAndNoPercentageOfNothing() {
        var realised =
                Realised.of(
                        List.of(month(APRIL, "120", "120")),
                        Map.of(APRIL, new BigDecimal("100")),
                        null);

        assertThat(realised.valuePence()).isNull();
        assertThat(realised.percentOfPlan()).isNull();
    }

    @Test
    @Tag("I19")
    void isAgreedInTheLocalityAndThenWithGreaterManchester() {
        var plan = aPlan();

        assertThat(state(plan, 1)).isEqualTo(VersionState.DRAFT);
        plan.agreeLocally(MAY);
        assertThat(state(plan, 1)).isEqualTo(VersionState.LOCAL_AGREED);
        plan.agreeWithGreaterManchester(MAY);
        assertThat(state(plan, 1)).isEqualTo(VersionState.GM_AGREED);
    }

    @Test
    @Tag("I19")
    void keepsWhatWasAgreedUntilARefreshIsAgreedToo() {
        var plan = agreedPlan();

        plan.draft(TARIFF, List.of(month(MAY, "120", "110")), JUNE, Provenance.illustrative());
        assertThat(plan.leading().number).isEqualTo(1);
        plan.agreeLocally(JUNE);
        assertThat(plan.leading().number).isEqualTo(1);
        plan.agreeWithGreaterManchester(JUNE);

        assertThat(plan.leading().number).isEqualTo(2);
        assertThat(state(plan, 1)).isEqualTo(VersionState.SUPERSEDED);
    }

    @Test
    @Tag("I19")
    void discussesOneVersionAtATime() {
        var plan = aPlan();

        assertThatThrownBy(
                        () ->
                                plan.draft(
                                        TARIFF,
                                        List.of(month(MAY, "1", "1")),
                                        JUNE,
                                        Provenance.illustrative()))
                .isInstanceOf(DeflectionRefusal.UnderDiscussion.class);
    }

    @Test
    @Tag("I19")
    void skipsNoStep() {
        var draft = aPlan();
        assertThatThrownBy(() -> draft.agreeWithGreaterManchester(MAY))
                .isInstanceOf(DeflectionRefusal.NotThere.class)
                .hasMessageContaining("version 1 is DRAFT");

        var agreed = agreedPlan();
        assertThatThrownBy(() -> agreed.agreeLocally(MAY))
                .isInstanceOf(DeflectionRefusal.NotThere.class);
    }

    @Test
    void plansAMonthOnce() {
        var plan = new DeflectionPlan();

        assertThatThrownBy(
                        () ->
                                plan.draft(
                                        TARIFF,
                                        List.of(month(APRIL, "1", "1"), month(APRIL, "2", "2")),
                                        APRIL,
                                        Provenance.illustrative()))
                .isInstanceOf(DeflectionRefusal.MonthTwice.class);
    }

    @Test
    void tellsTheActualsWithTheLeadingVersion() {
        var plan = agreedPlan();

        var told = plan.record(Map.of(APRIL, new BigDecimal("105")));

        assertThat(told.version()).isEqualTo(1);
        assertThat(told.months().getFirst().actual()).isEqualByComparingTo("105");
        assertThat(told.months().getLast().actual()).isNull();
    }

    private static VersionState state(DeflectionPlan plan, int number) {
        return plan.versions.get(number - 1).state;
    }

    private static DeflectionPlan agreedPlan() {
        var plan = aPlan();
        plan.agreeLocally(MAY);
        plan.agreeWithGreaterManchester(MAY);
        return plan;
    }

    private static DeflectionPlan aPlan() {
        var plan = new DeflectionPlan();
        plan.id = Ids.next();
        plan.interventionId = Ids.next();
        plan.activityType = "non-elective admissions";
        plan.provider = "RW6";
        plan.locality = Locality.ROCHDALE;
        plan.draft(
                TARIFF,
                List.of(month(MAY, "120", "100"), month(APRIL, "120", "100")),
                APRIL,
                Provenance.illustrative());
        return plan;
    }

    private static PlannedMonth month(LocalDate month, String counterfactual, String planned) {
        return new PlannedMonth(month, new BigDecimal(counterfactual), new BigDecimal(planned));
    }
}
