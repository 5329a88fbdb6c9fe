package locality.reporting.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// Tables for a spreadsheet that say of every fact, in the last two columns, where it comes from.
final class Sourced {

    private Sourced() {}

    /// @param columns those before the last two, with commas between
    /// @param rows each a [#row]
    static String table(String columns, Stream<List<?>> rows) {
        return Csv.write(List.of((columns + ",provenance,source").split(",")), rows.toList());
    }

    static <T> String table(String columns, List<T> facts, Function<T, List<?>> row) {
        return table(columns, facts.stream().map(row));
    }

    static List<?> row(Provenance provenance, @Nullable Object... cells) {
        var row = new ArrayList<@Nullable Object>(Arrays.asList(cells));
        row.add(provenance.kind());
        row.add(Formats.source(provenance));
        return row;
    }
}
