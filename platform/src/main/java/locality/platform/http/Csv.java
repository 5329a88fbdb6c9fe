package locality.platform.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
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

    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();
    private final CsvFaults faults = new CsvFaults();

    private Csv(CsvHeader header) {
        this.columns = header.columns();
    }

    /// Reads the text and checks its header.
    ///
    /// @param required columns that must be there, in any order
    /// @param optional columns that may be there; any other column is refused
    /// @throws Malformed if the text is not CSV, has no header, or the wrong columns
    public static Csv read(String text, List<String> required, List<String> optional) {
        var table = parse(text.startsWith("\uFEFF") ? text.substring(1) : text);
        var first = table.isEmpty() ? null : table.getFirst();
        var csv = new Csv(CsvHeader.of(first, required, optional));
        for (int line = 1; line < table.size(); line++) {
            csv.row(line + 1, table.get(line)).ifPresent(csv.rows::add);
        }
        return csv;
    }

    /// Reads a file of UTF-8 of any length row by row and keeps none of them. A cell that the
    /// reader finds at fault is noted, and [#refuseFaults] of what is returned refuses the file.
    ///
    /// @param reader takes the rows in their order
    /// @throws Malformed if the text is not CSV, has no header, or the wrong columns
    public static Csv forEach(
            Path file, List<String> required, List<String> optional, Consumer<Row> reader) {
        try (var text = Files.newInputStream(file);
                var decoded = new BufferedReader(new InputStreamReader(text, UTF_8))) {
            skipByteOrderMark(decoded);
            return forEach(decoded, required, optional, reader);
        } catch (JacksonException unreadable) {
            throw notCsv(unreadable);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Csv forEach(
            Reader text, List<String> required, List<String> optional, Consumer<Row> reader)
            throws IOException {
        try (MappingIterator<String[]> lines = MAPPER.readerFor(String[].class).readValues(text)) {
            var csv =
                    new Csv(
                            CsvHeader.of(
                                    lines.hasNextValue() ? lines.nextValue() : null,
                                    required,
                                    optional));
            for (int line = 2; lines.hasNextValue(); line++) {
                csv.row(line, lines.nextValue())
                        .ifPresent(
                                row ->
                                        row.attempt(
                                                one -> {
                                                    reader.accept(one);
                                                    return null;
                                                }));
            }
            return csv;
        }
    }

    private static void skipByteOrderMark(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    /// A blank line is none.
    private Optional<Row> row(int line, String[] cells) {
        if (isBlank(cells)) {
            return Optional.empty();
        }
        faults.countRow();
        return Optional.of(new Row(line, cells));
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
        faults.refuse();
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
            return index < 0 || index >= cells.length ? "" : CsvCell.read(cells[index]);
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
            faults.add(line, column, message);
        }

        /// Whether any row of the file so far is at fault, this one with them.
        public boolean isInAFaultyFile() {
            return faults.areAny();
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
        text.append(cells.stream().map(CsvCell::written).collect(Collectors.joining(",")))
                .append("\r\n");
    }

    private static boolean isBlank(String[] cells) {
        return cells.length == 0 || cells.length == 1 && cells[0].isBlank();
    }

    /// Every line of the text as its cells, the header first.
    static List<String[]> parse(String text) {
        try (MappingIterator<String[]> lines = MAPPER.readerFor(String[].class).readValues(text)) {
            return lines.readAll();
        } catch (JacksonException unreadable) {
            throw notCsv(unreadable);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Malformed notCsv(JacksonException unreadable) {
        var at = unreadable.getLocation();
        return new Malformed(
                "This is not CSV, near line %d: %s"
                        .formatted(
                                at == null ? 1 : at.getLineNr(), unreadable.getOriginalMessage()));
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
