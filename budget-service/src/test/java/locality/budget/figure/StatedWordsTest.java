package locality.budget.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("B2")
@Tag("B8")
@Tag("B13")
class StatedWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "£13.2m          |       | 1320000000 | 5000000  | GBP_M | false",
                "£19.5m          |       | 1950000000 | 5000000  | GBP_M | false",
                "£32.671m        |       | 3267100000 | 50000    | GBP_M | false",
                "£3m             |       | 300000000  | 50000000 | GBP_M | false",
                "£1.7 million    |       | 170000000  | 5000000  | GBP_M | false",
                "£2,017k         |       | 201700000  | 50000    | GBP_K | false",
                "2,017           | GBP_K | 201700000  | 50000    | GBP_K | false",
                "5000            | GBP_K | 500000000  | 50000    | GBP_K | false",
                "-148            | GBP_K | -14800000  | 50000    | GBP_K | false",
                "(148)           | GBP_K | -14800000  | 50000    | GBP_K | false",
                "\u2212£148k     |       | -14800000  | 50000    | GBP_K | false",
                "£-148k          |       | -14800000  | 50000    | GBP_K | false",
                "0               | GBP_K | 0          | 50000    | GBP_K | false",
                "c£40K           |       | 4000000    | 50000    | GBP_K | true",
                "circa £6m       |       | 600000000  | 50000000 | GBP_M | true",
                "Approx. £1.5m   |       | 150000000  | 5000000  | GBP_M | true",
                "~£40 thousand   |       | 4000000    | 50000    | GBP_K | true",
                "£52,579**       |       | 5257900    | 50       | GBP   | false",
                "£287,185        |       | 28718500   | 50       | GBP   | false",
                "£2,722,583.34   |       | 272258334  | 0        | GBP   | false",
                "£2,722,583.3    |       | 272258330  | 5        | GBP   | false",
                "400,000         | GBP   | 40000000   | 50       | GBP   | false"
            })
    void readsWhatADocumentSaysToHalfOfItsLastDigit(
            String words,
            @Nullable FigureUnit heading,
            long pence,
            long within,
            FigureUnit unit,
            boolean approximate) {
        assertThat(StatedWords.read(words, heading))
                .isEqualTo(new StatedWords(Pence.of(pence), Pence.of(within), unit, approximate));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lots",
                "£",
                "£1,23",
                "£12,3456",
                "1.2.3",
                "£13.2bn",
                "£13.2m or so",
                "-(148)",
                "(148",
                "148)",
                "--148",
                "£1 000",
                "13.2%",
                "£.5m"
            })
    void refusesWhatIsNoAmount(String words) {
        assertThatExceptionOfType(FigureRefusal.WordsNotUnderstood.class)
                .isThrownBy(() -> StatedWords.read(words, FigureUnit.GBP_K))
                .satisfies(
                        refused -> {
                            assertThat(refused.code()).isEqualTo("WORDS_NOT_UNDERSTOOD");
                            assertThat(refused.operands()).containsEntry("stated", words);
                        });
    }

    @Test
    void refusesANumberOfWhichNothingSaysTheUnit() {
        assertThatExceptionOfType(FigureRefusal.UnitUnknown.class)
                .isThrownBy(() -> StatedWords.read("2,017", null))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("UNIT_UNKNOWN"));
    }

    @Test
    void refusesAUnitThatTheWordsContradict() {
        assertThatExceptionOfType(FigureRefusal.UnitContradicted.class)
                .isThrownBy(() -> StatedWords.read("£13.2m", FigureUnit.GBP_K))
                .satisfies(
                        refused -> {
                            assertThat(refused.code()).isEqualTo("UNIT_CONTRADICTED");
                            assertThat(refused.operands())
                                    .containsEntry("saidUnit", FigureUnit.GBP_M)
                                    .containsEntry("unit", FigureUnit.GBP_K);
                        });
    }

    @Test
    void refusesAPartOfAPenny() {
        assertThatExceptionOfType(FigureRefusal.NotWholePence.class)
                .isThrownBy(() -> StatedWords.read("£1.005", null))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("NOT_WHOLE_PENCE"));
        assertThat(StatedWords.read("£1.00500k", null).amount()).isEqualTo(Pence.of(100_500));
    }

    @Test
    void refusesMoreThanAnyLocalityHas() {
        assertThat(StatedWords.read("£10,000m", null).amount()).isEqualTo(StatedWords.LARGEST);
        assertThatExceptionOfType(FigureRefusal.TooLarge.class)
                .isThrownBy(() -> StatedWords.read("£10,000,000,000.01", null))
                .satisfies(
                        refused -> {
                            assertThat(refused.code()).isEqualTo("FIGURE_TOO_LARGE");
                            assertThat(refused.operands())
                                    .containsEntry("largestPence", StatedWords.LARGEST);
                        });
        assertThatExceptionOfType(FigureRefusal.TooLarge.class)
                .isThrownBy(() -> StatedWords.read("9".repeat(60), FigureUnit.GBP_M));
    }
}
