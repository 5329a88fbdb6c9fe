package locality.platform.http;

import org.jspecify.annotations.Nullable;

/// The text of one cell. One that a spreadsheet would run as a formula is guarded by an apostrophe
/// when it is written, and read without it, so that what was exported can be sent back.
final class CsvCell {

    private CsvCell() {}

    /// A number is left as it is.
    static String written(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var text = value.toString();
        if (!(value instanceof Number) && runsAsFormula(text)) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    static String read(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && runsAsFormula(cell.substring(1))
                ? cell.substring(1)
                : cell;
    }

    private static boolean runsAsFormula(String text) {
        return !text.isEmpty()
                && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                && !text.matches("-?\\d+(\\.\\d+)?");
    }
}
