package locality.budget.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import locality.platform.money.FinancialYear;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("B17")
class TermTest {

    private static final FinancialYear YEAR = FinancialYear.parse("2014/15");
    private static final LocalDate MAY = LocalDate.of(2014, 5, 14);
    private static final LocalDate YEARS_LATER = LocalDate.of(2026, 11, 27);

    @Test
    void beginsTodayWhileTheYearRuns() {
        assertThat(unsaid(MAY, null)).isEqualTo(MAY);
        assertThat(unsaid(YEAR.end(), MAY)).isEqualTo(YEAR.end());
    }

    @Test
    void beginsWithAYearThatIsOverOrWithALaterDecision() {
        assertThat(unsaid(YEARS_LATER, null)).isEqualTo(YEAR.start());
        assertThat(unsaid(YEARS_LATER, YEAR.start().minusDays(9))).isEqualTo(YEAR.start());
        assertThat(unsaid(YEARS_LATER, MAY)).isEqualTo(MAY);
    }

    @Test
    void beginsOnTheDaySaidWhateverWasDecidedWhen() {
        assertThat(Term.of(YEAR, YEARS_LATER, MAY, YEAR.end(), MAY)).isEqualTo(new Term(MAY, MAY));
    }

    @Test
    void beginsNeitherAheadNorBeforeItsYearNorAfterItExpires() {
        assertThatThrownBy(() -> Term.of(YEAR, MAY, MAY.plusDays(1), null, null))
                .isInstanceOf(CommitmentRefusal.LiesAhead.class);
        assertThatThrownBy(() -> unsaid(YEARS_LATER, YEARS_LATER.plusDays(1)))
                .isInstanceOf(CommitmentRefusal.LiesAhead.class);
        assertThatThrownBy(() -> unsaid(YEAR.start().minusDays(1), null))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).code())
                .isEqualTo("BEFORE_THE_YEAR");
        assertThatThrownBy(() -> Term.of(YEAR, MAY, MAY, null, MAY.minusDays(1)))
                .isInstanceOf(CommitmentRefusal.ExpiresFirst.class);
    }

    @Test
    void isCarriedFromTheFirstDayOfTheYearWhetherDecidedBeforeItOrAfterIt() {
        assertThat(Term.ofCarried(YEAR, YEAR.start().minusDays(1), null))
                .isEqualTo(new Term(YEAR.start(), null));
        assertThat(Term.ofCarried(YEAR, MAY, YEAR.end())).isEqualTo(new Term(MAY, YEAR.end()));
        assertThatThrownBy(() -> Term.ofCarried(YEAR, MAY, YEAR.start().minusDays(1)))
                .isInstanceOf(CommitmentRefusal.ExpiresFirst.class);
    }

    private static LocalDate unsaid(LocalDate today, @Nullable LocalDate decidedOn) {
        return Term.of(YEAR, today, null, decidedOn, null).effectiveOn();
    }
}
