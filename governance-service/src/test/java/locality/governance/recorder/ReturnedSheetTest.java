package locality.governance.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import locality.platform.http.Csv;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReturnedSheetTest {

    private static final List<String> COLUMNS = List.of("code", "name", "open", "until");
    private static final Map<String, List<@Nullable Object>> ON_RECORD =
            Map.of(
                    "A",
                    Arrays.asList("A", "=One, \"first\" ", true, null),
                    "B",
                    Arrays.asList("B", "Two", false, LocalDate.parse("2014-03-31")));

    @Test
    void whatIsExportedComesBackAsWhatIsOnRecord() {
        var exported = Csv.write(COLUMNS, List.of(ON_RECORD.get("A"), ON_RECORD.get("B")));

        assertThat(added(exported)).isEmpty();
        assertThat(added(exported + "C,Three,,\r\n")).containsExactly("C");
    }

    @Test
    void aSpreadsheetWritesYesAndNoInItsOwnWay() {
        assertThat(added("code,name,open\nA,\"=One, \"\"first\"\"\",YES\nB,Two,\n")).isEmpty();
    }

    @Test
    void aColumnThatIsNotThereSaysNothing() {
        assertThat(added("name,code\nTwo,B\n")).isEmpty();
    }

    @Test
    void everyCellThatSaysOtherwiseIsNamed() {
        assertThatThrownBy(() -> added("code,name,open,until\nB,2,true,\nC,Three,,\nA,,maybe,\n"))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        refused ->
                                assertThat(refused.operands().get("errors"))
                                        .isEqualTo(
                                                List.of(
                                                        fault("line 2, name", "Two"),
                                                        fault("line 2, open", "false"),
                                                        fault("line 2, until", "2014-03-31"),
                                                        fault("line 4, name", "=One, \"first\""),
                                                        new Malformed.Fault(
                                                                "line 4, open",
                                                                "\"maybe\" is not one of true,"
                                                                        + " false, yes, no"))));
    }

    private static Malformed.Fault fault(String where, String onRecord) {
        return new Malformed.Fault(
                where,
                "is \"%s\" on record, which a spreadsheet does not change".formatted(onRecord));
    }

    private static List<String> added(String csv) {
        var sheet =
                new ReturnedSheet(
                        Csv.read(csv, List.of("code"), List.of("name", "open", "until")),
                        "code",
                        COLUMNS);
        var added = sheet.added(ON_RECORD, row -> row.text("code"));
        assertThat(sheet.named()).containsAll(added);
        assertThat(added.size() + sheet.unchanged(added)).isEqualTo(sheet.named().size());
        return added;
    }
}
