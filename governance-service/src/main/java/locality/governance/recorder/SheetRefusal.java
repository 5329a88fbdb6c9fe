package locality.governance.recorder;

import java.util.List;
import locality.platform.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// Why a spreadsheet that was sent back is not taken; nothing of it is.
public abstract sealed class SheetRefusal extends Refusal {

    private SheetRefusal(Kind kind, String code, String detail) {
        super(kind, code, detail);
    }

    /// Rows that were read before somebody else changed what they are about.
    public static final class StaleRows extends SheetRefusal {

        /// @param line as a spreadsheet counts: the header is line 1
        /// @param version null when the row has none, as those of a past day
        public record Stale(int line, String reference, @Nullable Long version, long current) {}

        public StaleRows(List<Stale> rows) {
            super(
                    Kind.PRECONDITION_FAILED,
                    "STALE_ROWS",
                    ("Changed since the spreadsheet was read, or without the version of today:"
                                    + " line %s; nothing was changed")
                            .formatted(
                                    String.join(
                                            ", line ",
                                            rows.stream()
                                                    .map(row -> String.valueOf(row.line))
                                                    .toList())));
            operand("rows", rows);
        }
    }

    /// Rows that a rule refuses.
    public static final class RowsRefused extends SheetRefusal {

        /// @param line as a spreadsheet counts: the header is line 1
        public record Row(int line, String code, String detail) {

            public static Row of(int line, Refusal no) {
                return new Row(line, no.code(), no.detail());
            }
        }

        /// @param rows what each row at fault is refused for, in the order of the lines
        public RowsRefused(List<Row> rows) {
            super(
                    Kind.RULE_BROKEN,
                    "ROWS_REFUSED",
                    "%d rows are refused; nothing was changed"
                            .formatted(rows.stream().map(Row::line).distinct().count()));
            operand("rows", rows);
        }
    }

    /// A row of what another row is of already.
    static final class NamedTwice extends SheetRefusal {
        NamedTwice(String reference, int first, int second) {
            super(
                    Kind.RULE_BROKEN,
                    "ROW_NAMED_TWICE",
                    "Line %d and line %d both name %s".formatted(first, second, reference));
            operand("reference", reference);
            operand("lines", List.of(first, second));
        }
    }
}
