package locality.platform.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import locality.platform.refusal.Malformed;
import org.dhatim.fastexcel.Worksheet;

/// A table as a workbook (Office Open XML) with one sheet.
///
/// Numbers and days are cells that can be added up and sorted. A column holds numbers only if each
/// of its cells is a number that comes back from a workbook as it was written: all without zeros at
/// their end, or all with two decimals, as pounds and pence are, and shown with them. Otherwise
/// they are codes and stay text: `3.10` next to `3.1`, version `2.0`, `007`. An empty cell says
/// nothing of its column. No cell is a formula.
final class Workbook {

    static final String MEDIA_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int LONGEST_CELL = 32_767;
    private static final int MOST_DIGITS = 15;
    private static final String WHOLE = "(?!-0(\\.00)?$)-?(0|[1-9]\\d*)";
    private static final Pattern NUMBER = Pattern.compile(WHOLE + "(\\.\\d*[1-9])?");
    private static final Pattern POUNDS_AND_PENCE = Pattern.compile(WHOLE + "\\.\\d\\d");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Workbook() {}

    /// @param csv as [Csv#write] writes it
    /// @throws Malformed if a text is longer than a cell of a workbook can be
    static byte[] of(String csv) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new org.dhatim.fastexcel.Workbook(bytes, "locality", "1.0")) {
            fill(book.newWorksheet("Table"), csv);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void fill(Worksheet sheet, String csv) {
        var lines = Csv.parse(csv);
        var numbers = columnsOf(NUMBER, lines);
        var money = columnsOf(POUNDS_AND_PENCE, lines);
        for (int row = 0; row < lines.size(); row++) {
            var cells = lines.get(row);
            for (int column = 0; column < cells.length; column++) {
                var text = CsvCell.read(cells[column]);
                boolean isNumber = row > 0 && (numbers.get(column) || money.get(column));
                put(sheet, row, column, text, isNumber);
                if (isNumber && money.get(column) && !text.isEmpty()) {
                    sheet.style(row, column).format("0.00").set();
                }
            }
        }
        var columns = lines.isEmpty() ? 0 : lines.getFirst().length;
        if (columns > 0) {
            sheet.range(0, 0, 0, columns - 1).style().bold().set();
            sheet.freezePane(0, 1);
            sheet.setAutoFilter(0, 0, Math.max(lines.size() - 1, 0), columns - 1);
        }
    }

    /// Those of which every cell below the header that is not empty is like that.
    private static BitSet columnsOf(Pattern like, List<String[]> lines) {
        var columns = new BitSet();
        columns.set(0, lines.stream().mapToInt(cells -> cells.length).max().orElse(0));
        for (var cells : lines.subList(Math.min(1, lines.size()), lines.size())) {
            for (int column = 0; column < cells.length; column++) {
                var text = CsvCell.read(cells[column]);
                if (!text.isEmpty()
                        && !(text.length() <= MOST_DIGITS && like.matcher(text).matches())) {
                    columns.clear(column);
                }
            }
        }
        return columns;
    }

    private static void put(Worksheet sheet, int row, int column, String text, boolean isNumber) {
        if (text.length() > LONGEST_CELL) {
            throw new Malformed(
                    ("Row %d, column %d has %d characters, and a cell of a workbook at most %d;"
                                    + " ask for text/csv")
                            .formatted(row + 1, column + 1, text.length(), LONGEST_CELL));
        }
        if (text.isEmpty()) {
            return;
        }
        if (isNumber) {
            sheet.value(row, column, new BigDecimal(text));
        } else if (DAY.matcher(text).matches() && isDay(text)) {
            sheet.value(row, column, LocalDate.parse(text));
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else {
            sheet.value(row, column, text);
        }
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeException no) {
            return false;
        }
    }
}
