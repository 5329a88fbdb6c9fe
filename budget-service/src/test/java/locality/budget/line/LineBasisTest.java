package locality.budget.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import locality.budget.agreement.Basis;
import locality.platform.fact.Provenance;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.platform.refusal.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B5")
class LineBasisTest {

    private static final FinancialYear YEAR = FinancialYear.parse("2015/16");
    private static final LocalDate OCTOBER = LocalDate.of(2015, 10, 1);

    private final BudgetLine line = BudgetLineTest.aLine(10_000);

    @Test
    void holdsOneBasisOnEveryDayAndKeepsWhatHeldBefore() {
        change(Basis.SHADOW, LocalDate.of(2015, 7, 1));
        change(Basis.POOLED, OCTOBER);

        assertThat(line.basisOn(LocalDate.of(2014, 1, 1))).isEqualTo(Basis.ALIGNED);
        assertThat(line.basisOn(LocalDate.of(2015, 6, 30))).isEqualTo(Basis.ALIGNED);
        assertThat(line.basisOn(LocalDate.of(2015, 7, 1))).isEqualTo(Basis.SHADOW);
        assertThat(line.basisOn(LocalDate.of(2015, 9, 30))).isEqualTo(Basis.SHADOW);
        assertThat(line.basisOn(OCTOBER)).isEqualTo(Basis.POOLED);
        assertThat(line.basisOn(LocalDate.of(2026, 1, 1))).isEqualTo(Basis.POOLED);
    }

    @Test
    void tellsOfTheChange() {
        var told = line.change(from(Basis.POOLED, OCTOBER), YEAR, null);

        assertThat(told.basis()).isEqualTo("POOLED");
        assertThat(told.effectiveOn()).isEqualTo(OCTOBER);
        assertThat(told.agreementVersion()).isEqualTo(2);
        assertThat(told.lineId()).isEqualTo(line.id);
    }

    @Test
    void startsWithAPeriod() {
        assertRefuses("NOT_A_PERIOD_BOUNDARY", from(Basis.POOLED, OCTOBER.plusDays(1)), null)
                .containsEntry("startsOn", OCTOBER.plusDays(1))
                .containsEntry("line", line.reference);
    }

    @Test
    void startsWithinTheYearAndAfterItsFirstDay() {
        assertRefuses("BASIS_NOT_IN_THE_YEAR", from(Basis.POOLED, YEAR.start()), null)
                .containsEntry("yearStartsOn", YEAR.start())
                .containsEntry("yearEndsOn", YEAR.end());
        assertRefuses("BASIS_NOT_IN_THE_YEAR", from(Basis.POOLED, YEAR.next().start()), null);
        assertRefuses(
                "BASIS_NOT_IN_THE_YEAR", from(Basis.POOLED, YEAR.start().minusMonths(1)), null);
    }

    @Test
    void startsAfterTheChangeBefore() {
        change(Basis.SHADOW, OCTOBER);

        assertRefuses("BASIS_NOT_AFTER_THE_LAST", from(Basis.POOLED, OCTOBER), null)
                .containsEntry("startsOn", OCTOBER)
                .containsEntry("lastStartsOn", OCTOBER);
        assertRefuses("BASIS_NOT_AFTER_THE_LAST", from(Basis.POOLED, OCTOBER.minusMonths(1)), null);
    }

    @Test
    void changesSomething() {
        assertRefuses("BASIS_UNCHANGED", from(Basis.ALIGNED, OCTOBER), null)
                .containsEntry("basis", Basis.ALIGNED);
    }

    @Test
    void changesFromAPeriodInWhichNoMoneyMovedYet() {
        assertRefuses("MONEY_MOVED_SINCE", from(Basis.POOLED, OCTOBER), OCTOBER)
                .containsEntry("startsOn", OCTOBER)
                .containsEntry("lastMovedOn", OCTOBER);

        line.change(from(Basis.POOLED, OCTOBER), YEAR, OCTOBER.minusDays(1));

        assertThat(line.basisOn(OCTOBER)).isEqualTo(Basis.POOLED);
    }

    @Test
    void promisesAndSpendsOnlyOnDaysOnWhichItIsTheFunds() {
        change(Basis.IN_VIEW, OCTOBER);

        line.requireRoomFor(Pence.of(1), OCTOBER.minusDays(1));
        line.spend(Pence.of(1), OCTOBER.minusDays(1));
        assertThatThrownBy(() -> line.requireRoomFor(Pence.of(1), OCTOBER))
                .isInstanceOf(LineRefusal.OnlyInView.class)
                .hasMessageContaining("IN_VIEW on 2015-10-01");
        assertThatThrownBy(() -> line.spend(Pence.of(1), OCTOBER))
                .isInstanceOf(LineRefusal.OnlyInView.class);
        line.spend(Pence.of(-1), OCTOBER);

        assertThat(line.spentPence).isEqualTo(Pence.ZERO);
    }

    @Test
    void aLineThatWasInViewComesIntoTheAgreement() {
        line.basis = Basis.IN_VIEW;
        change(Basis.ALIGNED, OCTOBER);

        line.requireRoomFor(Pence.of(1), OCTOBER);
        line.commit(Pence.of(1));

        assertThatThrownBy(() -> line.requireRoomFor(Pence.of(1), OCTOBER.minusDays(1)))
                .isInstanceOf(LineRefusal.OnlyInView.class);
    }

    private void change(Basis basis, LocalDate startsOn) {
        line.change(from(basis, startsOn), YEAR, null);
    }

    private static LineBasis from(Basis basis, LocalDate startsOn) {
        return new LineBasis(startsOn, basis, 2, null, Provenance.illustrative());
    }

    private org.assertj.core.api.MapAssert<String, Object> assertRefuses(
            String code, LineBasis next, @Nullable LocalDate lastMovedOn) {
        var before = line.laterBases.size();
        ThrowingCallable change = () -> line.change(next, YEAR, lastMovedOn);
        var refused = org.assertj.core.api.Assertions.catchThrowableOfType(Refusal.class, change);
        assertThat(refused.code()).isEqualTo(code);
        assertThat(line.laterBases).hasSize(before);
        return assertThat(refused.operands());
    }
}
