package locality.platform.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;

/// Spreadsheets in and out: RFC 4180, UTF-8, a header row, all or nothing.
///
/// Reading collects every fault, each with its line (counted as a spreadsheet counts, the header is
/// line 1) and column, and refuses the whole file once at the end. A blank line counts and says
/// nothing. Writing guards against cells that a spreadsheet would run as a formula.
public final class Csv {

    private static final CsvMapper MAPPER =
            CsvMapper.builder()
                    .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                    .enable(CsvParser.Feature.TRIM_SPACES)
                    .build();
    private static final int MOST_FAULTS = 100;

    private final List<String> columns;
    private final List<Row> rows;
    private final List<Malformed.Fault> faults = new ArrayList<>();

    private Csv(List<String> columns, List<Row> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /// Reads the text and checks its header.
    ///
    /// @param required columns that must be there, in any order
    /// @param optional columns that may be there; any other column is refused
    /// @throws Malformed if the text is not CSV, has no header, or the wrong columns
    public static Csv read(String text, List<String> required, List<String> optional) {
        var table = parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (table.isEmpty()) {
            throw new Malformed(
                    "The file is empty; its first line should be " + String.join(",", required));
        }
        var header = List.of(table.getFirst());
        var faults = headerFaults(header, required, optional);
        if (!faults.isEmpty()) {
            throw new Malformed(
                    "The columns are not right; expected " + String.join(",", required), faults);
        }
        var rows = new ArrayList<Row>();
        var csv = new Csv(header, rows);
        for (int line = 1; line < table.size(); line++) {
            if (!isBlank(table.get(line))) {
                rows.add(csv.new Row(line + 1, table.get(line)));
            }
        }
        return csv;
    }

    /// What a cell that is not empty lists with semicolons between. What stands between two of them
    /// is an entry even when it is empty.
    public static List<String> several(String cell) {
        return Stream.of(cell.split(";", -1)).map(String::strip).toList();
    }

    public List<Row> rows() {
        return rows;
    }

    /// Turns every row into a value, and refuses the whole file if any cell was at fault.
    ///
    /// @throws Malformed naming every faulty cell by line and column (the first hundred)
    public <T> List<T> map(Function<Row, @Nullable T> read) {
        var values = new ArrayList<T>();
        for (var row : rows) {
            var value = row.attempt(read);
            if (value != null) {
                values.add(value);
            }
        }
        refuseFaults();
        return List.copyOf(values);
    }

    /// Refuses the file if any fault was found so far.
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new Malformed(
                    "%d of %d rows are at fault; nothing was changed"
                            .formatted(
                                    faults.stream()
                                            .map(fault -> fault.where().split(",")[0])
                                            .distinct()
                                            .count(),
                                    rows.size()),
                    List.copyOf(faults.subList(0, Math.min(MOST_FAULTS, faults.size()))));
        }
    }

    /// One line of the file below its header.
    public final class Row {
        private final int line;
        private final String[] cells;

        private Row(int line, String[] cells) {
            this.line = line;
            this.cells = cells;
            if (cells.length != columns.size()) {
                fault(
                        "row",
                        "has %d cells, the header has %d".formatted(cells.length, columns.size()));
            }
            for (int i = 0; i < Math.min(cells.length, columns.size()); i++) {
                requireText(columns.get(i), cells[i]);
            }
        }

        /// U+FFFD is what decoding leaves of bytes that are not UTF-8.
        private void requireText(String column, String cell) {
            if (cell.indexOf('\uFFFD') >= 0) {
                fault(column, "has a character that is not UTF-8; save the file as UTF-8");
            }
            if (cell.indexOf('\0') >= 0) {
                fault(column, "has a NUL character");
            }
        }

        /// The line as a spreadsheet counts it: the header is line 1.
        public int line() {
            return line;
        }

        /// Whether the file has that column at all, whatever this row says in it.
        public boolean has(String column) {
            return columns.contains(column);
        }

        /// The cell's text, empty when there is none.
        public String text(String column) {
            int index = columns.indexOf(column);
            return index < 0 || index >= cells.length ? "" : withoutGuard(cells[index]);
        }

        /// A cell that must not be empty.
        public String required(String column) {
            var text = text(column);
            if (text.isEmpty()) {
                throw new CellFault(column, "is empty");
            }
            return text;
        }

        /// A cell read by a parser whose [IllegalArgumentException] says what is wrong with it.
        public <T> T parsed(String column, Function<String, T> parser) {
            var text = required(column);
            try {
                return parser.apply(text);
            } catch (NumberFormatException notANumber) {
                throw new CellFault(column, "\"%s\" is not a whole number".formatted(text));
            } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
                throw new CellFault(column, "\"%s\": %s".formatted(text, wrong.getMessage()));
            }
        }

        /// The cell's text, null when it is empty.
        public @Nullable String optional(String column) {
            return optional(column, text -> text);
        }

        /// A cell that may be empty, else read by a parser.
        public <T> @Nullable T optional(String column, Function<String, T> parser) {
            return text(column).isEmpty() ? null : parsed(column, parser);
        }

        /// A cell that may be empty, else names one of the constants.
        public <E extends Enum<E>> @Nullable E optional(String column, Class<E> type) {
            return text(column).isEmpty() ? null : oneOf(column, type);
        }

        /// What the cell lists with semicolons between, none when it is empty.
        public List<String> list(String column) {
            return text(column).isEmpty() ? List.of() : several(text(column));
        }

        /// A cell that says yes or no: `true`, `false`, `yes` or `no` in any case.
        public boolean bool(String column, boolean whenEmpty) {
            var text = text(column);
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "" -> whenEmpty;
                case "true", "yes" -> true;
                case "false", "no" -> false;
                default ->
                        throw new CellFault(
                                column,
                                "\"%s\" is not one of true, false, yes, no".formatted(text));
            };
        }

        public <E extends Enum<E>> E oneOf(String column, Class<E> type) {
            var text = required(column);
            for (var constant : type.getEnumConstants()) {
                if (constant.name().equals(text)) {
                    return constant;
                }
            }
            throw new CellFault(
                    column,
                    "\"%s\" is not one of %s"
                            .formatted(
                                    text,
                                    Stream.of(type.getEnumConstants())
                                            .map(Enum::name)
                                            .collect(Collectors.joining(", "))));
        }

        /// Notes a fault that the row's own values show; the file will be refused.
        public void fault(String column, String message) {
            faults.add(new Malformed.Fault("line %d, %s".formatted(line, column), message));
        }

        private <T> @Nullable T attempt(Function<Row, @Nullable T> read) {
            if (cells.length != columns.size()) {
                return null;
            }
            try {
                return read.apply(this);
            } catch (CellFault found) {
                fault(found.column, found.message);
                return null;
            }
        }
    }

    /// Writes a table. A text cell that a spreadsheet would run as a formula is preceded by an
    /// apostrophe; numbers are left as they are.
    public static String write(List<String> columns, List<? extends List<?>> rows) {
        var text = new StringBuilder();
        appendLine(text, columns);
        rows.forEach(row -> appendLine(text, row));
        return text.toString();
    }

    private static void appendLine(StringBuilder text, List<?> cells) {
        text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append("\r\n");
    }

    /// A cell as it was before [#write] guarded it, so that what was exported can be sent back.
    private static String withoutGuard(String cell) {
        return cell.length() > 1 && cell.charAt(0) == '\'' && runsAsFormula(cell.substring(1))
                ? cell.substring(1)
                : cell;
    }

    private static boolean runsAsFormula(String text) {
        return !text.isEmpty()
                && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
                && !text.matches("-?\\d+(\\.\\d+)?");
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        var text = value.toString();
        if (!(value instanceof Number) && runsAsFormula(text)) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static boolean isBlank(String[] cells) {
        return cells.length == 0 || cells.length == 1 && cells[0].isBlank();
    }

    private static List<Malformed.Fault> headerFaults(
            List<String> header, List<String> required, List<String> optional) {
        var found = new LinkedHashMap<String, String>();
        required.stream()
                .filter(column -> !header.contains(column))
                .forEach(column -> found.put(column, "is missing"));
        header.stream()
                .filter(column -> !required.contains(column) && !optional.contains(column))
                .forEach(column -> found.put(column, "is not a column of this file"));
        header.stream()
                .filter(column -> header.indexOf(column) != header.lastIndexOf(column))
                .forEach(column -> found.put(column, "stands there twice"));
        return found.entrySet().stream()
                .map(
                        (Map.Entry<String, String> e) ->
                                new Malformed.Fault("line 1, " + e.getKey(), e.getValue()))
                .toList();
    }

    private static List<String[]> parse(String text) {
        try (MappingIterator<String[]> lines = MAPPER.readerFor(String[].class).readValues(text)) {
            return lines.readAll();
        } catch (JacksonException unreadable) {
            var at = unreadable.getLocation();
            throw new Malformed(
                    "This is not CSV, near line %d: %s"
                            .formatted(
                                    at == null ? 1 : at.getLineNr(),
                                    unreadable.getOriginalMessage()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static final class CellFault extends RuntimeException {
        private final String column;
        private final String message;

        CellFault(String column, String message) {
            super(column + " " + message);
            this.column = column;
            this.message = message;
        }
    }
}
