package locality.governance.plan;

import static locality.governance.plan.APlan.LATER;
import static locality.governance.plan.APlan.MADE;
import static locality.governance.plan.APlan.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import locality.platform.refusal.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("G46")
class MilestoneTest {

    private static final Dates DATES = new Dates(LATER, LATER, 0L, true, MADE, 12L);

    private static final Forecast AUGUST = Forecast.of("2021-08", null, null);

    /// Every command on a milestone.
    enum Command {
        START(EnumSet.of(MilestoneState.PLANNED), one -> one.start(LATER, SOURCE)),
        ACHIEVE(
                EnumSet.of(MilestoneState.PLANNED, MilestoneState.IN_PROGRESS),
                one -> one.achieve(LATER, "Signed", "Minutes, 4", SOURCE)),
        CANCEL(
                EnumSet.of(MilestoneState.PLANNED, MilestoneState.IN_PROGRESS),
                one -> one.cancel(LATER, "Not needed", SOURCE)),
        MOVE(
                EnumSet.of(MilestoneState.PLANNED, MilestoneState.IN_PROGRESS),
                one -> one.move(AUGUST, LATER, "It waits", SOURCE)),
        WAIT_FOR(
                EnumSet.of(MilestoneState.PLANNED, MilestoneState.IN_PROGRESS),
                one -> one.waitFor(Set.of(), LATER));

        private final Set<MilestoneState> lawful;
        private final Consumer<Milestone> given;

        Command(Set<MilestoneState> lawful, Consumer<Milestone> given) {
            this.lawful = lawful;
            this.given = given;
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachCommandIsLawfulInItsStatesAndChangesNothingInTheOthers(Command command) {
        for (var state : MilestoneState.values()) {
            var milestone = APlan.in(state);
            if (command.lawful.contains(state)) {
                command.given.accept(milestone);
                continue;
            }
            int steps = milestone.steps.size();

            assertThatThrownBy(() -> command.given.accept(milestone))
                    .as("%s of one that is %s", command, state)
                    .isInstanceOfSatisfying(
                            Refusal.class,
                            no ->
                                    assertThat(no.code())
                                            .isIn("ILLEGAL_TRANSITION", "MILESTONE_OVER"));
            assertThat(milestone.steps).hasSize(steps);
        }
    }

    @Test
    void aRefusedStepSaysFromWhereToWhereAndWhatWouldDo() {
        refused(
                () -> APlan.in(MilestoneState.IN_PROGRESS).start(LATER, SOURCE),
                "ILLEGAL_TRANSITION",
                Map.of(
                        "milestone",
                        "OLD-ICS-M1",
                        "from",
                        MilestoneState.IN_PROGRESS,
                        "to",
                        MilestoneState.IN_PROGRESS,
                        "allowed",
                        EnumSet.of(MilestoneState.ACHIEVED, MilestoneState.CANCELLED)));
        refused(
                () -> APlan.in(MilestoneState.ACHIEVED).move(AUGUST, LATER, "Late", SOURCE),
                "MILESTONE_OVER",
                Map.of("milestone", "OLD-ICS-M1", "state", MilestoneState.ACHIEVED));
        refused(
                () -> APlan.in(MilestoneState.PLANNED).start(MADE.minusDays(1), SOURCE),
                "STEP_OUT_OF_ORDER",
                Map.of(
                        "milestone",
                        "OLD-ICS-M1",
                        "lastStepOn",
                        MADE,
                        "effectiveOn",
                        MADE.minusDays(1)));
        refused(
                () ->
                        APlan.in(MilestoneState.PLANNED)
                                .move(
                                        Forecast.of("2021-06-18", null, null),
                                        LATER,
                                        "Again",
                                        SOURCE),
                "FORECAST_UNCHANGED",
                Map.of(
                        "milestone",
                        "OLD-ICS-M1",
                        "precision",
                        Precision.DAY,
                        "forecast",
                        "2021-06-18"));
    }

    @Test
    void everyForecastItEverHadIsKept() {
        var milestone = APlan.in(MilestoneState.PLANNED);
        milestone.start(MADE, SOURCE);
        milestone.move(Forecast.of("2021-07-08", null, null), LATER, "Leave", SOURCE);
        milestone.move(AUGUST, LATER, "More leave", SOURCE);

        assertThat(milestone.steps)
                .extracting(MilestoneStep::forecastOn)
                .containsExactly(
                        LocalDate.of(2021, 6, 18),
                        LocalDate.of(2021, 6, 18),
                        LocalDate.of(2021, 7, 8),
                        LocalDate.of(2021, 8, 31));
        assertThat(milestone.on(LATER.minusDays(1)))
                .get()
                .returns(MilestoneState.IN_PROGRESS, MilestoneStep::state)
                .returns(LocalDate.of(2021, 6, 18), MilestoneStep::forecastOn);
        assertThat(milestone.on(MADE.minusDays(1))).isEmpty();
    }

    @Test
    void overdueIsAQuestionOfTheDay() {
        var milestone = APlan.milestone(APlan.plan(), 1, "Agreement", "2021-07");

        assertThat(milestone.last().isOverdueOn(LocalDate.of(2021, 7, 31))).isFalse();
        assertThat(milestone.last().isOverdueOn(LocalDate.of(2021, 8, 1))).isTrue();
        milestone.achieve(LocalDate.of(2021, 8, 20), null, null, SOURCE);
        assertThat(milestone.last().isOverdueOn(LocalDate.of(2021, 8, 21))).isFalse();
        assertThat(milestone.last().achievedOn()).isEqualTo(LocalDate.of(2021, 8, 20));
    }

    @Test
    void whatIsToldIsWhatItNowIs() {
        var milestone = APlan.in(MilestoneState.ACHIEVED);

        assertThat(milestone.changed("Governance", DATES, LATER))
                .returns("Governance", told -> told.area())
                .returns(MADE, told -> told.baselineOn())
                .returns(LATER, told -> told.earlyOn())
                .returns(true, told -> told.critical())
                .returns(LATER, told -> told.effectiveOn())
                .returns(MADE, told -> told.achievedOn())
                .returns("ACHIEVED", told -> told.state())
                .returns("DAY", told -> told.precision());
    }

    @Test
    void whatGoesOnIsToldWithItsNextReview() {
        var milestone = APlan.in(MilestoneState.PLANNED);
        milestone.move(Forecast.of(null, null, LATER), LATER, "It goes on", SOURCE);

        assertThat(milestone.changed(null, DATES, MADE))
                .returns(LATER, told -> told.effectiveOn())
                .returns(null, told -> told.forecastOn())
                .returns(LATER, told -> told.reviewOn())
                .returns("ONGOING", told -> told.precision());
    }

    @Test
    void stepsOfADayThatSayTheSameAreAllShown() {
        var milestone = APlan.in(MilestoneState.PLANNED);
        for (var day : List.of("2021-06-20", "2021-06-21", "2021-06-20")) {
            milestone.move(Forecast.of(day, null, null), LATER, "Typing error", SOURCE);
        }
        var plan = APlan.plan();
        var network = Network.of(List.of(milestone), LATER);

        var shown = new ReadPlan.PlanOnDate(plan, LATER, null, network, network.dates(Map.of()));

        assertThat(MilestoneView.of(milestone, shown).history()).hasSize(4);
    }

    private static void refused(ThrowingCallable what, String code, Map<String, Object> operands) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        PlanRefusal.class,
                        no -> {
                            assertThat(no.code()).isEqualTo(code);
                            assertThat(no.operands()).isEqualTo(operands);
                        });
    }
}
