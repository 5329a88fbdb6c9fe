package locality.governance.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import locality.platform.http.Csv;
import locality.platform.refusal.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetKeyTest {

    @ParameterizedTest
    @ValueSource(strings = {"jo.bloggs@nhs.net", "BRY/1", "-BRY", "B"})
    void whatIsNewIsSpelledInASheetAsInJson(String reference) {
        assertThatThrownBy(() -> keys(reference + ","))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        refused ->
                                assertThat(refused.operands().toString())
                                        .contains("reference", "must match [A-Za-z0-9]"));
    }

    @Test
    void whatIsOnRecordComesBackAsItIsCalled() {
        assertThat(keys("GREATER_MANCHESTER-RISK-1,0"))
                .containsExactly(new SheetOfRecord.Key(2, "GREATER_MANCHESTER-RISK-1", 0L));
        assertThat(keys("BRY-RISK-1,"))
                .containsExactly(new SheetOfRecord.Key(2, "BRY-RISK-1", null));
    }

    @Test
    void aVersionIsOfSomethingNamed() {
        assertThatThrownBy(() -> keys(",3"))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        refused ->
                                assertThat(refused.operands().toString())
                                        .contains("line 2, reference", "is empty"));
        assertThatThrownBy(() -> new SheetOfRecord.Key(7, null, 3L))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("Line 7");
    }

    private static List<SheetOfRecord.Key> keys(String row) {
        return Csv.read(
                        "reference,version\n" + row + "\n",
                        List.of(),
                        List.of("reference", "version"))
                .map(SheetOfRecord.Key::of);
    }
}
