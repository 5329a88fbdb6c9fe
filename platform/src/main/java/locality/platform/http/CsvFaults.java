package locality.platform.http;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import locality.platform.refusal.Malformed;

/// What is wrong with a file, gathered so that it is refused once for all of it.
final class CsvFaults {

    private static final int MOST_SHOWN = 100;

    private final List<Malformed.Fault> shown = new ArrayList<>();
    private final BitSet lines = new BitSet();
    private int rows;

    void countRow() {
        rows++;
    }

    /// @param line as a spreadsheet counts it
    void add(int line, String column, String message) {
        lines.set(line);
        if (shown.size() < MOST_SHOWN) {
            shown.add(new Malformed.Fault("line %d, %s".formatted(line, column), message));
        }
    }

    boolean areAny() {
        return !shown.isEmpty();
    }

    /// @throws Malformed naming the first hundred, if there are any
    void refuse() {
        if (areAny()) {
            throw new Malformed(
                    "%d of %d rows are at fault; nothing was changed"
                            .formatted(lines.cardinality(), rows),
                    List.copyOf(shown));
        }
    }
}
