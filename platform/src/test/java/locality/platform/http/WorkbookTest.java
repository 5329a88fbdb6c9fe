package locality.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class WorkbookTest {

    @Test
    void codesThatLookLikeNumbersStayTheCodesTheyAre() throws IOException {
        assertThat(column("3.1", "3.2", "3.10"))
                .allSatisfy(row -> assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING))
                .extracting(row -> row.getCellText(0))
                .containsExactly("3.1", "3.2", "3.10");
        assertThat(column("2.0")).extracting(row -> row.getCellText(0)).containsExactly("2.0");
        assertThat(column("1", "1a")).extracting(row -> row.getCellText(0)).contains("1");
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
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(Workbook.of(csv)));
                var rows = book.getFirstSheet().openStream()) {
            return rows.skip(1).toList();
        }
    }
}
