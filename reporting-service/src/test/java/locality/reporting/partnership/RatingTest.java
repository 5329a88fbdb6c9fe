package locality.reporting.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import locality.reporting.partnership.Partnership.Rating;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RatingTest {

    @Test
    @Tag("G39")
    void whatIsAgreedHoldsBeforeWhatTheReviewerSaysAndThatBeforeOnesOwnWord() {
        assertThat(rated("GREEN", "AMBER", "RED").holds()).isEqualTo("RED");
        assertThat(rated("GREEN", "AMBER", null).holds()).isEqualTo("AMBER");
        assertThat(rated("GREEN", null, null).holds()).isEqualTo("GREEN");
    }

    @Test
    @Tag("G39")
    void whatIsAgreedToBeUnknownIsNotRedThoughTheReviewerSaidSo() {
        assertThat(rated(null, "RED", "UNKNOWN").holds()).isNull();
        assertThat(rated(null, null, null).holds()).isNull();
    }

    private static Rating rated(
            @Nullable String self, @Nullable String reviewer, @Nullable String agreed) {
        return new Rating("Protection", "Capital costs", self, reviewer, agreed);
    }
}
