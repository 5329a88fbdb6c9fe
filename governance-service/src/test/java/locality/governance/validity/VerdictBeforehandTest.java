package locality.governance.validity;

import static locality.governance.validity.AsTold.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What had to come before a decision: the steps of its route, and its announcement.
class VerdictBeforehandTest {

    @Test
    @Tag("G23")
    void anEarlierStepOfItsRouteThatIsMissingIsNamed() {
        var done = step(1, "City Wide Leadership Group", true, "MCR-CWLG-1/2", "IN_EFFECT");
        var missing = step(2, "Executive Health and Wellbeing Group", false, "EHWG-1/3", "LOST");

        assertThat(new AsTold().route(done).verdict().codes()).isEmpty();
        var verdict = new AsTold().route(done, missing).verdict();
        assertThat(verdict.codes()).containsExactly(ValidityCode.ROUTE_STEP_MISSING);
        assertThat(verdict.inWords())
                .endsWith(
                        " It does not bind: a step of its approval route is missing,"
                                + " Executive Health and Wellbeing Group to RECOMMEND (EHWG-1/3 is"
                                + " LOST).");
    }

    @Test
    @Tag("G23")
    void aStepThatWasTakenAfterwardsIsSaidToStandOnlyFromThen() {
        var later =
                new RouteProgress.Step(
                        2,
                        "Executive Health and Wellbeing Group",
                        DecisionType.RECOMMEND,
                        true,
                        false,
                        "EHWG-1/3",
                        "IN_EFFECT",
                        LocalDate.of(2014, 6, 14));

        assertThat(new AsTold().route(later).verdict().inWords())
                .endsWith(
                        " Executive Health and Wellbeing Group to RECOMMEND (EHWG-1/3 is IN_EFFECT"
                                + " from 14 June 2014, after this meeting).");
        assertThat(new AsTold().mode(Mode.OFFICER).route(later).verdict().inWords())
                .endsWith(" from 14 June 2014, after this decision).");
    }

    @Test
    @Tag("G23")
    void aRecommendationOutOfTurnDoesNotBindEitherAndAPaperMayAlwaysBeNoted() {
        var missing = step(1, "City Wide Leadership Group", false, null, null);

        assertThat(new AsTold().type(DecisionType.RECOMMEND).route(missing).verdict().codes())
                .containsExactly(ValidityCode.ROUTE_STEP_MISSING);
        assertThat(new AsTold().type(DecisionType.NOTE).route(missing).verdict().codes()).isEmpty();
    }

    @Test
    void aKeyDecisionThatWasNotAnnouncedInTimeDoesNotBindAndARecommendationNeedsNoAnnouncement() {
        var short27 = new KeyNotice.Given(DAY.minusDays(28), null, null);
        var full28 = new KeyNotice.Given(DAY.minusDays(29), null, null);

        assertThat(new AsTold().key(full28).verdict().codes()).isEmpty();
        assertThat(new AsTold().key(short27).verdict().codes())
                .containsExactly(ValidityCode.KEY_NOTICE_SHORT);
        assertThat(new AsTold().key(KeyNotice.Given.NONE).verdict().codes())
                .containsExactly(ValidityCode.KEY_NOTICE_SHORT);
        assertThat(
                        new AsTold()
                                .type(DecisionType.RECOMMEND)
                                .key(KeyNotice.Given.NONE)
                                .verdict()
                                .codes())
                .isEmpty();
    }

    private static RouteProgress.Step step(
            int number,
            String body,
            boolean done,
            @Nullable String decision,
            @Nullable String state) {
        return new RouteProgress.Step(
                number, body, DecisionType.RECOMMEND, true, done, decision, state, null);
    }
}
