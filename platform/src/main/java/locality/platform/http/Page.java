package locality.platform.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param next the cursor to ask the next page with (`?after=`), null on the last page
public record Page<T>(List<T> items, @Nullable String next) {

    public static final String DEFAULT_LIMIT = "100";
    public static final int MAX_LIMIT = 1000;

    /// The limit of a list that leaves nothing out; it can still be asked for with one more.
    public static final int ALL = Integer.MAX_VALUE - 1;

    /// Makes a page of rows that were asked for with one more than the limit.
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursor.apply(items.getLast()));
    }

    public <R> Page<R> map(Function<T, R> view) {
        return new Page<>(items.stream().map(view).toList(), next);
    }
}
