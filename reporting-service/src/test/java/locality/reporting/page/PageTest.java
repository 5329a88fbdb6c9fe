package locality.reporting.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void writesAnAmountBelowZeroAsOneWord() {
        assertThat(Page.unbroken("<td>-£527,000</td> a difference of -£1."))
                .isEqualTo("<td>\u2212\u2060£527,000</td> a difference of \u2212\u2060£1.");
    }

    @Test
    void leavesAHyphenBetweenTwoAmounts() {
        assertThat(Page.unbroken("£3m-£5m, Phase 2-£1m")).isEqualTo("£3m-£5m, Phase 2-£1m");
    }
}
