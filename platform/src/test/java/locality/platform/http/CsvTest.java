package locality.platform.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import locality.platform.money.Pence;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;
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
    void countsABlankLineAsASpreadsheetDoesAndReadsNothingFromIt() {
        var csv = Csv.read("scheme,plannedPence\nA,1\n\n  \nB,x\n", COLUMNS, List.of());

        assertThat(csv.rows()).extracting(Csv.Row::line).containsExactly(2, 5);
        assertThat(faults(csv, row -> row.parsed("plannedPence", Long::parseLong)))
                .containsExactly(
                        new Malformed.Fault("line 5, plannedPence", "\"x\" is not a whole number"));
    }

    @Test
    void refusesWhatWasNotWrittenInUtf8AndSaysWhere() {
        var latin1 = "scheme,plannedPence\nA,1\nCaf\u00e9,2\n".getBytes(ISO_8859_1);
        var csv = Csv.read(new String(latin1, UTF_8), COLUMNS, List.of());

        assertThat(faults(csv, row -> row.text("scheme")))
                .containsExactly(
                        new Malformed.Fault(
                                "line 3, scheme",
                                "has a character that is not UTF-8; save the file as UTF-8"));
    }

    @Test
    void refusesANulCharacter() {
        var csv = Csv.read("scheme,plannedPence\nA\0B,1\n", COLUMNS, List.of());

        assertThat(faults(csv, row -> row.text("scheme")))
                .containsExactly(new Malformed.Fault("line 2, scheme", "has a NUL character"));
    }

    @Test
    void readsYesAndNoInAnyCaseAndNothingElse() {
        var csv =
                Csv.read(
                        "scheme,plannedPence\ntrue,\nFALSE,\nYes,\nno,\n,\n1,\n",
                        COLUMNS,
                        List.of());
        var read = new ArrayList<Boolean>();

        assertThat(faults(csv, row -> read.add(row.bool("scheme", true))))
                .containsExactly(
                        new Malformed.Fault(
                                "line 7, scheme", "\"1\" is not one of true, false, yes, no"));
        assertThat(read).containsExactly(true, false, true, false, true);
    }

    @Test
    void readsNothingFromACellThatMayBeEmpty() {
        var csv = Csv.read("scheme,plannedPence\n,\nRECOVER,5\n", COLUMNS, List.of("note"));

        assertThat(csv.rows())
                .extracting(row -> row.optional("scheme"))
                .containsExactly(null, "RECOVER");
        assertThat(csv.rows()).extracting(row -> row.optional("note")).containsOnlyNulls();
        assertThat(csv.rows())
                .extracting(row -> row.optional("plannedPence", Long::valueOf))
                .containsExactly(null, 5L);
    }

    @Test
    void readsAConstantThatMayBeLeftOutAndSaysWhichThereAre() {
        var csv = Csv.read("scheme,plannedPence\n,\nLEFT,\nleft,\n", COLUMNS, List.of());
        var read = new ArrayList<@Nullable Side>();

        assertThat(faults(csv, row -> read.add(row.optional("scheme", Side.class))))
                .containsExactly(
                        new Malformed.Fault(
                                "line 4, scheme", "\"left\" is not one of LEFT, RIGHT"));
        assertThat(read).containsExactly(null, Side.LEFT);
    }

    private enum Side {
        LEFT,
        RIGHT
    }

    @Test
    void readsWhatACellListsWithSemicolonsBetween() {
        var csv = Csv.read("scheme,plannedPence\n,\nA,\nA; B ;;C,\n", COLUMNS, List.of());

        assertThat(csv.map(row -> row.list("scheme")))
                .containsExactly(List.of(), List.of("A"), List.of("A", "B", "", "C"));
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

    @SuppressWarnings("unchecked")
    private static List<Malformed.Fault> faults(Csv csv, Function<Csv.Row, Object> read) {
        var refused = catchThrowableOfType(Malformed.class, () -> csv.map(read));
        return (List<Malformed.Fault>) requireNonNull(refused.operands().get("errors"));
    }
}
