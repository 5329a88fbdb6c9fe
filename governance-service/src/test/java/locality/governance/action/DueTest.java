package locality.governance.action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueTest {

    private static final LocalDate REVIEW = LocalDate.of(2018, 12, 3);

    @Test
    @Tag("G22")
    void thePrecisionFollowsFromWhatIsWritten() {
        assertThat(Due.of("2018-06-15", null, null))
                .isEqualTo(new Due(DuePrecision.DAY, LocalDate.of(2018, 6, 15), null));
        assertThat(Due.of("2018-02", null, null))
                .isEqualTo(new Due(DuePrecision.MONTH, LocalDate.of(2018, 2, 28), null));
        assertThat(Due.of(null, null, REVIEW))
                .isEqualTo(new Due(DuePrecision.ONGOING, null, REVIEW));
        assertThat(Due.of(null, null, null)).isEqualTo(new Due(DuePrecision.UNDATED, null, null));
    }

    @Test
    @Tag("G22")
    void whatSaysNoDateAndWhatIsNeverReviewedIsFlagged() {
        assertThat(Due.of(null, null, null).flags()).containsExactly("UNDATED");
        assertThat(Due.of(null, DuePrecision.ONGOING, null).flags())
                .containsExactly("NO_REVIEW_DATE");
        assertThat(Due.of(null, DuePrecision.ONGOING, REVIEW).flags()).isEmpty();
        assertThat(Due.of("2018-06", null, null).flags()).isEmpty();
    }

    static Stream<Arguments> unclear() {
        return Stream.of(
                Arguments.of("2018-06", DuePrecision.DAY, null),
                Arguments.of(null, DuePrecision.DAY, null),
                Arguments.of(null, DuePrecision.MONTH, null),
                Arguments.of("2018-06", DuePrecision.ONGOING, null),
                Arguments.of("2018-06", DuePrecision.UNDATED, null),
                Arguments.of("2018-06", null, REVIEW),
                Arguments.of(null, DuePrecision.UNDATED, REVIEW));
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void datesThatDoNotFitEachOtherAreRefused(
            @Nullable String dueOn, @Nullable DuePrecision precision, @Nullable LocalDate review) {
        var refused =
                catchThrowableOfType(
                        ActionRefusal.DueUnclear.class, () -> Due.of(dueOn, precision, review));

        assertThat(refused.code()).isEqualTo("DUE_UNCLEAR");
        assertThat(refused.operands()).containsKey("precision");
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "2018-13", "2018-06-31", "June 18"})
    void whatIsNoDateIsRefused(String dueOn) {
        var refused =
                catchThrowableOfType(ActionRefusal.NoDate.class, () -> Due.of(dueOn, null, null));

        assertThat(refused.code()).isEqualTo("DUE_NOT_A_DATE");
        assertThat(refused.operands()).containsEntry("dueOn", dueOn);
    }
}
