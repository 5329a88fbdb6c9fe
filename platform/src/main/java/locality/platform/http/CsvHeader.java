package locality.platform.http;

import java.util.LinkedHashMap;
import java.util.List;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;

/// The columns that a file names in its first line.
record CsvHeader(List<String> columns) {

    /// @param first the cells of the first line, null when the file has none
    /// @param required columns that must be there, in any order
    /// @param optional columns that may be there; any other column is refused
    /// @throws Malformed if there is no header, or it names the wrong columns
    static CsvHeader of(String @Nullable [] first, List<String> required, List<String> optional) {
        if (first == null) {
            throw new Malformed(
                    "The file is empty; its first line should be " + String.join(",", required));
        }
        var header = new CsvHeader(List.of(first));
        var faults = header.faults(required, optional);
        if (!faults.isEmpty()) {
            throw new Malformed(
                    "The columns are not right; expected " + String.join(",", required), faults);
        }
        return header;
    }

    private List<Malformed.Fault> faults(List<String> required, List<String> optional) {
        var found = new LinkedHashMap<String, String>();
        required.stream()
                .filter(column -> !columns.contains(column))
                .forEach(column -> found.put(column, "is missing"));
        columns.stream()
                .filter(column -> !required.contains(column) && !optional.contains(column))
                .forEach(column -> found.put(column, "is not a column of this file"));
        columns.stream()
                .filter(column -> columns.indexOf(column) != columns.lastIndexOf(column))
                .forEach(column -> found.put(column, "stands there twice"));
        return found.entrySet().stream()
                .map(each -> new Malformed.Fault("line 1, " + each.getKey(), each.getValue()))
                .toList();
    }
}
