package locality.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class WorkbookTest {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    @Test
    void codesThatLookLikeNumbersStayTheCodesTheyAre() throws IOException {
        assertThat(column("3.1", "3.2", "3.10"))
                .allSatisfy(row -> assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING))
                .extracting(row -> row.getCellText(0))
                .containsExactly("3.1", "3.2", "3.10");
        assertThat(column("2.0")).extracting(row -> row.getCellText(0)).containsExactly("2.0");
        assertThat(column("1", "1a")).extracting(row -> row.getCellText(0)).contains("1");
        assertThat(column("1.0", "2.0", "2.1"))
                .extracting(row -> row.getCellText(0))
                .containsExactly("1.0", "2.0", "2.1");
        assertThat(column("007", "008"))
                .extracting(row -> row.getCellText(0))
                .containsExactly("007", "008");
        assertThat(column("1234567890123456"))
                .extracting(row -> row.getCell(0).getType())
                .containsOnly(CellType.STRING);
        assertThat(column("12.50", "n/a"))
                .extracting(row -> row.getCellText(0))
                .containsExactly("12.50", "n/a");
    }

    @Test
    void poundsAndPenceCanBeAddedUpAndKeepTheirPence() throws IOException {
        assertThat(column("12.50", "0.00", "-1000.05"))
                .allSatisfy(row -> assertThat(row.getCell(0).getType()).isEqualTo(CellType.NUMBER))
                .extracting(row -> row.getCell(0).getDataFormatString())
                .containsOnly("0.00");
        assertThat(column("12.50", "0.00", "-1000.05"))
                .extracting(row -> row.getCell(0).asNumber())
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(
                        new BigDecimal("12.5"), BigDecimal.ZERO, new BigDecimal("-1000.05"));
    }

    @Test
    void daysAreDays() throws IOException {
        assertThat(column("2018-06-30", "2018-02-30"))
                .extracting(row -> row.getCell(0).getType())
                .containsExactly(CellType.NUMBER, CellType.STRING);
    }

    @Test
    void aColumnWithoutACellIsEmpty() throws IOException {
        var rows = rows(List.of(Arrays.asList(null, "x"), Arrays.asList(null, "y")));

        assertThat(rows)
                .extracting(row -> row.getOptionalCell(0).map(Cell::getType))
                .allMatch(type -> type.isEmpty() || type.get() == CellType.EMPTY);
    }

    @Test
    void aColumnOfNumbersCanBeAddedUpThoughSomeCellsAreEmpty() throws IOException {
        assertThat(column("0", "-12.5", "1000"))
                .extracting(row -> row.getCell(0).getType())
                .containsOnly(CellType.NUMBER);
        var rows = rows(List.of(Arrays.asList(7, "x"), Arrays.asList(null, "y")));
        assertThat(rows.getFirst().getCell(0).getType()).isEqualTo(CellType.NUMBER);
    }

    private static List<Row> column(String... cells) throws IOException {
        return rows(Arrays.stream(cells).map(List::<Object>of).toList());
    }

    private static List<Row> rows(List<? extends List<?>> table) throws IOException {
        var names = table.getFirst().size() == 1 ? List.of("one") : List.of("one", "two");
        var csv = Csv.write(names, List.copyOf(table));
        try (var book =
                        new ReadableWorkbook(
                                new ByteArrayInputStream(Workbook.of(csv)), WITH_FORMATS);
                var rows = book.getFirstSheet().openStream()) {
            return rows.skip(1).toList();
        }
    }
}
