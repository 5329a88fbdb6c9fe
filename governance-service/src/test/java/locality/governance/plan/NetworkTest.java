package locality.governance.plan;

import static java.util.Objects.requireNonNull;
import static locality.governance.plan.APlan.LATER;
import static locality.governance.plan.APlan.SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What holds up what, by what became of it.
@Tag("G46")
class NetworkTest {

    private Plan plan;
    private Milestone reviews;
    private Milestone agreement;

    @BeforeEach
    void theAgreementWaitsForTheReviews() {
        plan = APlan.plan();
        reviews = APlan.milestone(plan, 1, "Reviews", "2021-07-08");
        agreement = APlan.milestone(plan, 2, "Agreement", "2021-07");
        APlan.after(agreement, reviews, 28);
    }

    @Test
    void whatIsAheadHoldsUpWhatWaitsForIt() {
        assertThat(early(agreement)).isEqualTo(LocalDate.of(2021, 8, 5));
    }

    @Test
    void whatWasReachedHoldsItsDayAndMovesNoMore() {
        reviews.achieve(LATER, null, null, SOURCE);

        assertThat(early(reviews)).isEqualTo(LATER);
        assertThat(early(agreement)).isEqualTo(LocalDate.of(2021, 7, 31));
        agreement.achieve(LATER, null, null, SOURCE);
        assertThat(dates(agreement)).isEqualTo(new Dates(LATER, null, null, false, null, null));
    }

    @Test
    void itsDayStillHoldsUpWhatWaitsTheLag() {
        reviews.achieve(LocalDate.of(2021, 7, 20), null, null, SOURCE);

        assertThat(early(agreement)).isEqualTo(LocalDate.of(2021, 8, 17));
    }

    @Test
    void whatIsCancelledOngoingOrUndatedHoldsNothingUp() {
        reviews.move(Forecast.of(null, null, null), LATER, "Unknown", SOURCE);
        assertThat(early(agreement)).isEqualTo(LocalDate.of(2021, 7, 31));
        assertThat(early(reviews)).isNull();

        reviews.move(Forecast.of(null, Precision.ONGOING, null), LATER, "Goes on", SOURCE);
        assertThat(early(agreement)).isEqualTo(LocalDate.of(2021, 7, 31));

        reviews.move(Forecast.of("2021-12", null, null), LATER, "Dated", SOURCE);
        assertThat(early(agreement)).isEqualTo(LocalDate.of(2022, 1, 28));
        reviews.cancel(LATER, "Not needed", SOURCE);
        assertThat(early(agreement)).isEqualTo(LocalDate.of(2021, 7, 31));
        assertThat(network(LocalDate.MAX).cancelledBefore(agreement)).containsExactly(reviews);
    }

    @Test
    void whatHasNoDateIsReachedAfterWhatItWaitsForAndHandsTheDelayOn() {
        agreement.move(Forecast.of(null, null, null), LATER, "Unknown", SOURCE);
        var signed = APlan.milestone(plan, 3, "Signed", "2021-08-10");
        APlan.after(signed, agreement, 14);
        var network = Network.of(List.of(signed, agreement, reviews), LocalDate.MAX);

        assertThat(network.dates(Map.of()).get(agreement.id))
                .returns(LocalDate.of(2021, 8, 5), Dates::early);
        assertThat(network.dates(Map.of()).get(signed.id))
                .returns(LocalDate.of(2021, 8, 19), Dates::early);
        assertThat(network.undatedBefore(signed)).isEmpty();
    }

    @Test
    void aLinkToWhatNothingGivesADateIsFound() {
        reviews.move(Forecast.of(null, null, null), LATER, "Unknown", SOURCE);

        assertThat(network(LocalDate.MAX).undatedBefore(agreement)).containsExactly(reviews);
    }

    @Test
    void whatAnotherPlanWaitsForMayBeAsLateAsThatPlanAllowsAndEachHasACriticalWay() {
        var last = APlan.milestone(plan, 3, "Closed", "2021-12-31");
        var other = APlan.plan();
        other.reference = "OLD-OTHER";
        var theirs = APlan.milestone(other, 1, "Theirs", "2021-08-31");
        APlan.after(theirs, reviews, 14);
        var dates = Network.of(List.of(reviews, last, theirs), LocalDate.MAX).dates(Map.of());

        assertThat(dates.get(reviews.id))
                .returns(LocalDate.of(2021, 8, 17), Dates::late)
                .returns(40L, Dates::floatDays)
                .returns(false, Dates::critical);
        assertThat(dates.get(last.id)).returns(true, Dates::critical);
        assertThat(dates.get(theirs.id))
                .returns(LocalDate.of(2021, 8, 31), Dates::late)
                .returns(true, Dates::critical);
    }

    @Test
    void onAnEarlierDayItWaitsForWhatItThenWaitedForAndIsDemandedWhenItThenWas() {
        agreement.waitFor(Set.of(new Link(reviews.id, reviews.reference, 60)), LATER);
        agreement.reword(
                new Milestone.Wording(
                        "Agreement", null, null, null, LocalDate.of(2021, 10, 1), List.of()),
                LATER);

        assertThat(datesOn(LATER.minusDays(1)).get(agreement.id))
                .returns(LocalDate.of(2021, 8, 5), Dates::early)
                .returns(0L, Dates::floatDays);
        assertThat(datesOn(LATER).get(agreement.id))
                .returns(LocalDate.of(2021, 9, 6), Dates::early)
                .returns(25L, Dates::floatDays);
        agreement.waitFor(Set.of(), LATER);
        assertThat(datesOn(LATER).get(agreement.id))
                .as("what is taken back on its day never was")
                .returns(LocalDate.of(2021, 7, 31), Dates::early);
        assertThat(datesOn(LATER.minusDays(1)).get(agreement.id))
                .returns(LocalDate.of(2021, 8, 5), Dates::early);
    }

    private Map<UUID, Dates> datesOn(LocalDate day) {
        return network(day).dates(Map.of());
    }

    @Test
    void onAnEarlierDayItIsAsItWasThen() {
        reviews.move(Forecast.of("2021-12", null, null), LATER, "Late", SOURCE);

        assertThat(network(LATER.minusDays(1)).dates(Map.of()).get(agreement.id))
                .returns(LocalDate.of(2021, 8, 5), Dates::early);
        assertThat(network(APlan.MADE.minusDays(1)).milestones()).isEmpty();
    }

    private Network network(LocalDate on) {
        return Network.of(List.of(reviews, agreement), on);
    }

    private Dates dates(Milestone of) {
        return requireNonNull(network(LocalDate.MAX).dates(Map.of()).get(of.id));
    }

    private @Nullable LocalDate early(Milestone of) {
        return dates(of).early();
    }
}
