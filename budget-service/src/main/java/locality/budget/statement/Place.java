package locality.budget.statement;

import java.time.DateTimeException;
import java.time.LocalDate;
import locality.platform.refusal.Malformed;
import org.jspecify.annotations.Nullable;

/// Where a row stands in a statement: by its day, then as it was recorded.
///
/// @param number of the entry
/// @param ordinal of the posting in it
record Place(LocalDate effectiveOn, long number, int ordinal) {

    /// Before every row.
    static final Place START = new Place(LocalDate.of(1, 1, 1), 0, 0);

    /// @param text as [#toString] writes it; null is the start
    /// @throws Malformed if it is not
    static Place parse(@Nullable String text) {
        if (text == null) {
            return START;
        }
        try {
            var parts = text.split("_", 3);
            return new Place(
                    LocalDate.parse(parts[0]),
                    Long.parseLong(parts[1]),
                    Integer.parseInt(parts[2]));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw new Malformed("after is the next of the page before, as in 2014-06-30_17_1");
        }
    }

    @Override
    public String toString() {
        return "%s_%d_%d".formatted(effectiveOn, number, ordinal);
    }
}
