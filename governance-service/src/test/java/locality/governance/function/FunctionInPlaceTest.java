package locality.governance.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import locality.governance.period.Period;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FunctionInPlaceTest {

    private static final LocalDate MARCH = LocalDate.of(2014, 3, 1);
    private static final Provenance SOURCE = Provenance.illustrative();

    @Test
    @Tag("G16")
    void aReservationEndsTheDayBeforeAnotherArrangementBegins() {
        var reserved = from(MARCH, null);

        var told = reserved.giveWayTo(from(MARCH.plusYears(1), null));

        assertThat(told.endsOn()).isEqualTo(MARCH.plusYears(1).minusDays(1));
        assertThat(reserved.period().holdsOn(MARCH.plusYears(1))).isFalse();
    }

    @Test
    void oneThatIsReplacedOnItsFirstDayNeverHeld() {
        var mistaken = from(MARCH, null);

        mistaken.giveWayTo(from(MARCH, null));

        assertThat(mistaken.period().holdsOn(MARCH)).isFalse();
        assertThat(mistaken.period().overlaps(new Period(MARCH.minusYears(1), null))).isFalse();
    }

    @Test
    void oneThatIsToBeginLaterDoesNotGiveWay() {
        assertThatThrownBy(() -> from(MARCH.plusDays(1), null).giveWayTo(from(MARCH, null)))
                .isInstanceOfSatisfying(
                        FunctionRefusal.ArrangedFromLater.class,
                        refused ->
                                assertThat(refused.operands())
                                        .containsEntry("from", MARCH.plusDays(1)));
    }

    @Test
    void itEndsOnItsFirstDayOrLater() {
        assertThatThrownBy(() -> from(MARCH, MARCH.minusDays(1)))
                .isInstanceOf(FunctionRefusal.EndsBeforeItBegins.class);
    }

    private static FunctionInPlace from(LocalDate first, @Nullable LocalDate last) {
        return new FunctionInPlace(
                "commissioning", Locality.MANCHESTER, true, null, new Period(first, last), SOURCE);
    }
}
