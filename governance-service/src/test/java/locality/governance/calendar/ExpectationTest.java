package locality.governance.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.body.Frequency;
import locality.governance.body.Frequency.Unit;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    private static final Frequency MONTHLY = new Frequency(1, Unit.MONTHS);
    private static final Frequency QUARTERLY = new Frequency(3, Unit.MONTHS);
    private static final Frequency FORTNIGHTLY = new Frequency(2, Unit.WEEKS);
    private static final LocalDate APRIL = LocalDate.of(2018, 4, 1);
    private static final LocalDate MARCH = LocalDate.of(2019, 3, 31);

    @Test
    @Tag("G17")
    void aMonthlyBoardMeetsTwelveTimesInAYearAndAQuarterlyOneFour() {
        assertThat(meeting(MONTHLY).cycles(APRIL, MARCH)).hasSize(12);
        assertThat(meeting(QUARTERLY).cycles(APRIL, MARCH))
                .extracting(Cycle::from)
                .containsExactly(
                        APRIL, APRIL.plusMonths(3), APRIL.plusMonths(6), APRIL.plusMonths(9));
    }

    @Test
    @Tag("G17")
    void aFortnightBeginsOnAMonday() {
        var fortnights = meeting(FORTNIGHTLY).cycles(APRIL, APRIL.plusDays(30));

        assertThat(fortnights.getFirst().from()).isEqualTo("2018-03-26");
        assertThat(fortnights)
                .allSatisfy(
                        cycle -> assertThat(cycle.until()).isEqualTo(cycle.from().plusDays(13)));
        assertThat(fortnights.getLast().holds(APRIL.plusDays(30))).isTrue();
    }

    @Test
    void aBodyIsNotExpectedToMeetBeforeItIsThereOrAfter() {
        var body =
                expectation(
                        List.of(
                                new Expectation.Step(APRIL.plusDays(10), true),
                                new Expectation.Step(APRIL.plusMonths(6), false)),
                        List.of(new Expectation.Terms(APRIL, MONTHLY)),
                        null);

        assertThat(body.cycles(APRIL, MARCH))
                .extracting(Cycle::from)
                .containsExactly(
                        APRIL.plusMonths(1),
                        APRIL.plusMonths(2),
                        APRIL.plusMonths(3),
                        APRIL.plusMonths(4),
                        APRIL.plusMonths(5));
    }

    @Test
    void aSunsetEndsWhatIsExpected() {
        var body =
                expectation(
                        List.of(new Expectation.Step(APRIL, true)),
                        List.of(new Expectation.Terms(APRIL, MONTHLY)),
                        APRIL.plusMonths(2));

        assertThat(body.cycles(APRIL, MARCH)).hasSize(2);
    }

    @Test
    void otherTermsCountFromTheNextCycle() {
        var body =
                expectation(
                        List.of(new Expectation.Step(APRIL, true)),
                        List.of(
                                new Expectation.Terms(APRIL, MONTHLY),
                                new Expectation.Terms(APRIL.plusDays(45), FORTNIGHTLY),
                                new Expectation.Terms(APRIL.plusMonths(3), null)),
                        null);

        var cycles = body.cycles(APRIL, MARCH);

        assertThat(cycles)
                .extracting(Cycle::from)
                .startsWith(APRIL, APRIL.plusMonths(1))
                .doesNotContain(APRIL.plusMonths(3));
        for (int i = 1; i < cycles.size(); i++) {
            assertThat(cycles.get(i).from()).isAfter(cycles.get(i - 1).until());
        }
    }

    @Test
    void daysAreInOrderAndAtMostFiveYears() {
        assertThatThrownBy(() -> new Days(MARCH, APRIL))
                .isInstanceOf(CalendarRefusal.EndsBeforeItBegins.class);
        assertThatThrownBy(() -> new Days(APRIL, APRIL.plusYears(5)))
                .isInstanceOf(CalendarRefusal.TooLong.class);
        assertThat(Days.asked(null, null, LocalDate.of(2018, 6, 12)))
                .isEqualTo(new Days(APRIL, MARCH));
    }

    private static Expectation meeting(Frequency frequency) {
        return expectation(
                List.of(new Expectation.Step(APRIL.minusYears(5), true)),
                List.of(new Expectation.Terms(APRIL.minusYears(5), frequency)),
                null);
    }

    private static Expectation expectation(
            List<Expectation.Step> steps,
            List<Expectation.Terms> terms,
            @Nullable LocalDate sunsetOn) {
        return new Expectation(
                UUID.randomUUID(), "RCH-ICB", "Board", Locality.ROCHDALE, terms, steps, sunsetOn);
    }
}
