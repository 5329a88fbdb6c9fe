package locality.budget.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How much is protected on which day.
@Tag("B14")
class ProtectedAmountTest {

    private static final FinancialYear YEAR = FinancialYear.parse("2014/15");
    private static final LocalDate APRIL = YEAR.start();
    private static final LocalDate OCTOBER = LocalDate.of(2014, 10, 1);
    private static final List<UUID> LINES = List.of(Ids.next());

    @Test
    void holdsByDateAndLaterTermsChangeNothingOfBefore() {
        var amount = amount();
        set(amount, 100, APRIL, null);
        set(amount, 80, OCTOBER, null);

        assertThat(protectedOn(amount, APRIL.minusDays(1))).isNull();
        assertThat(protectedOn(amount, OCTOBER.minusDays(1))).isEqualTo(Pence.of(100));
        assertThat(protectedOn(amount, OCTOBER)).isEqualTo(Pence.of(80));
    }

    @Test
    void holdsAsSetLastForOneDayAndNoLongerThanToItsEnd() {
        var amount = amount();
        set(amount, 100, APRIL, null);
        set(amount, 90, APRIL, OCTOBER);

        assertThat(protectedOn(amount, APRIL)).isEqualTo(Pence.of(90));
        assertThat(protectedOn(amount, OCTOBER)).isEqualTo(Pence.of(90));
        assertThat(protectedOn(amount, OCTOBER.plusDays(1))).isNull();
    }

    @Test
    void protectsSomethingFromADayOfTheYearThatComesBeforeItsEnd() {
        var amount = amount();

        assertThatThrownBy(() -> set(amount, 0, APRIL, null))
                .isInstanceOf(ProtectionRefusal.NothingProtected.class)
                .hasMessage("MCR-SOCIAL-CARE protects more than nothing, not 0");
        assertThatThrownBy(() -> set(amount, 1, OCTOBER, APRIL))
                .isInstanceOf(ProtectionRefusal.EndsFirst.class)
                .hasMessage(
                        "MCR-SOCIAL-CARE would end on 2014-04-01, before it starts on 2014-10-01");
        assertThatThrownBy(() -> set(amount, 1, APRIL.minusDays(1), null))
                .isInstanceOf(ProtectionRefusal.OutsideTheYear.class);
        assertThat(amount.terms).isEmpty();
    }

    private static @Nullable Pence protectedOn(ProtectedAmount amount, LocalDate day) {
        return amount.on(day).map(ProtectedTerms::amountPence).orElse(null);
    }

    private static void set(
            ProtectedAmount amount, long pence, LocalDate startsOn, @Nullable LocalDate endsOn) {
        var terms =
                new ProtectedTerms(
                        amount.nextVersion(),
                        Pence.of(pence),
                        ProtectedAction.BLOCK,
                        LINES,
                        startsOn,
                        endsOn,
                        Provenance.illustrative());
        amount.set(terms, List.of("MCR-BCF-2014-15-L01"), YEAR);
    }

    private static ProtectedAmount amount() {
        var amount = new ProtectedAmount();
        amount.id = Ids.next();
        amount.reference = "MCR-SOCIAL-CARE";
        amount.fundId = Ids.next();
        amount.locality = Locality.MANCHESTER;
        amount.name = "Protection of social care";
        return amount;
    }
}
