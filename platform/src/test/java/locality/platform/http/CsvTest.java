package locality.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import locality.platform.money.Pence;
import locality.platform.refusal.Malformed;
import org.junit.jupiter.api.Test;

class CsvTest {

    private static final List<String> COLUMNS = List.of("scheme", "plannedPence");

    @Test
    void readsRowsByColumnName() {
        var csv =
                Csv.read("plannedPence,scheme\n5,\"Carers, and reablement\"\n", COLUMNS, List.of());

        assertThat(csv.map(row -> row.required("scheme")))
                .containsExactly("Carers, and reablement");
        assertThat(csv.map(row -> row.parsed("plannedPence", Long::parseLong))).containsExactly(5L);
    }

    @Test
    void namesEveryFaultyCellByLineAndColumnAndChangesNothing() {
        var csv = Csv.read("scheme,plannedPence\nA,1\nB,1.5\n,3\n", COLUMNS, List.of());

        assertThatThrownBy(
                        () ->
                                csv.map(
                                        row ->
                                                row.required("scheme")
                                                        + row.parsed(
                                                                "plannedPence", Long::parseLong)))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        refused ->
                                assertThat(refused.operands())
                                        .containsEntry(
                                                "errors",
                                                List.of(
                                                        new Malformed.Fault(
                                                                "line 3, plannedPence",
                                                                "\"1.5\" is not a whole number"),
                                                        new Malformed.Fault(
                                                                "line 4, scheme", "is empty"))));
    }

    @Test
    void refusesAMissingAndAnUnknownColumn() {
        assertThatThrownBy(() -> Csv.read("scheme,colour\n", COLUMNS, List.of()))
                .isInstanceOf(Malformed.class)
                .extracting(refused -> ((Malformed) refused).operands().get("errors"))
                .asString()
                .contains("plannedPence", "is missing", "colour", "is not a column");
    }

    @Test
    void namesARowOfAnotherLength() {
        var csv = Csv.read("scheme,plannedPence\nA\n", COLUMNS, List.of());

        assertThatThrownBy(() -> csv.map(row -> row.text("scheme")))
                .isInstanceOf(Malformed.class)
                .hasMessageContaining("1 of 1 rows");
    }

    @Test
    void disarmsFormulasInTextAndLeavesNumbersAlone() {
        var text =
                Csv.write(
                        List.of("name", "pence"),
                        List.of(
                                Arrays.asList("=1+1", Pence.of(-5).value()),
                                Arrays.asList("a \"b\", c", null)));

        assertThat(text).isEqualTo("name,pence\r\n'=1+1,-5\r\n\"a \"\"b\"\", c\",\r\n");
    }

    @Test
    void readsBackWhatItWrote() {
        var text =
                Csv.write(List.of("scheme"), List.of(List.of("-"), List.of("=1+1"), List.of("'")));

        assertThat(Csv.read(text, List.of("scheme"), List.of()).map(row -> row.text("scheme")))
                .containsExactly("-", "=1+1", "'");
    }

    @Test
    void readsYesAndNoAsSpreadsheetsWriteThemAndRefusesAnythingElse() {
        var columns = List.of("scheme", "votes");
        var csv = Csv.read("scheme,votes\nA,FALSE\nB,True\nC,no\nD,Yes\nE,\n", columns, List.of());

        assertThat(csv.map(row -> row.bool("votes", true)))
                .containsExactly(false, true, false, true, true);
        assertThatThrownBy(
                        () ->
                                Csv.read("scheme,votes\nA,0\n", columns, List.of())
                                        .map(row -> row.bool("votes", true)))
                .isInstanceOf(Malformed.class)
                .extracting(refused -> ((Malformed) refused).operands().get("errors"))
                .asString()
                .contains("line 2, votes", "\"0\" is neither true nor false");
    }
}
