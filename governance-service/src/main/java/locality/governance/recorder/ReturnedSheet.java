package locality.governance.recorder;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// A spreadsheet of what is only added to: an export that comes back with new rows in it. A row of
/// what is on record says what is on record, and changes nothing.
public final class ReturnedSheet {

    private final Csv sheet;
    private final String key;
    private final List<String> columns;

    /// @param key the column by which a row names what it is of
    /// @param columns of the export, in their order
    public ReturnedSheet(Csv sheet, String key, List<String> columns) {
        this.sheet = sheet;
        this.key = key;
        this.columns = columns;
    }

    /// What its rows name, whether that is on record or not.
    public Set<String> named() {
        return sheet.rows().stream().map(row -> row.text(key)).collect(Collectors.toSet());
    }

    /// How many rows are of what is on record.
    public int unchanged(List<?> added) {
        return sheet.rows().size() - added.size();
    }

    /// @param onRecord the cells that an export writes of what is on record, by what it is named
    /// @param read reads a new row
    /// @return what the new rows tell
    /// @throws locality.platform.refusal.Malformed naming every faulty cell, and every one that
    ///   says otherwise what is on record
    public <T> List<T> added(
            Map<String, List<@Nullable Object>> onRecord, Function<Csv.Row, T> read) {
        return sheet.map(
                row -> {
                    var written = onRecord.get(row.text(key));
                    if (written == null) {
                        return read.apply(row);
                    }
                    requireSame(row, written);
                    return null;
                });
    }

    private void requireSame(Csv.Row row, List<@Nullable Object> written) {
        for (int i = 0; i < columns.size(); i++) {
            var column = columns.get(i);
            var is = written.get(i);
            if (row.has(column) && !says(row, column, is)) {
                row.fault(
                        column,
                        "is \"%s\" on record, which a spreadsheet does not change"
                                .formatted(text(is)));
            }
        }
    }

    /// A spreadsheet writes yes and no in its own way.
    private static boolean says(Csv.Row row, String column, @Nullable Object is) {
        return is instanceof Boolean yes
                ? row.bool(column, false) == yes
                : row.text(column).strip().equals(text(is));
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : cell.toString().strip();
    }
}
