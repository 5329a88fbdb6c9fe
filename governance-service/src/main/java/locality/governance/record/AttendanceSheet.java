package locality.governance.record;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import locality.governance.record.RecordDocument.SeatTaken;
import locality.platform.http.Csv;
import org.jspecify.annotations.Nullable;

/// Attendance as a spreadsheet: a line for every stretch, and one for every seat that nobody took.
final class AttendanceSheet {

    private static final List<String> COLUMNS =
            List.of("seat", "post", "present", "substitute", "arrivedAt", "leftAt");

    private AttendanceSheet() {}

    static String write(List<SeatTaken> seats) {
        return Csv.write(COLUMNS, seats.stream().map(AttendanceSheet::cells).toList());
    }

    /// A line that says nothing of its seat changes nothing.
    ///
    /// @throws locality.platform.refusal.Malformed naming every faulty cell
    static List<SeatTaken> read(String csv) {
        return Csv.read(
                        csv,
                        List.of("seat"),
                        COLUMNS.stream().filter(column -> !column.equals("seat")).toList())
                .map(AttendanceSheet::row);
    }

    private static @Nullable SeatTaken row(Csv.Row row) {
        var seat = row.required("seat");
        var substitute = row.optional("substitute");
        var arrivedAt = row.optional("arrivedAt", LocalTime::parse);
        var leftAt = row.optional("leftAt", LocalTime::parse);
        boolean timed = substitute != null || arrivedAt != null || leftAt != null;
        if (row.text("present").isEmpty() && !timed) {
            return null;
        }
        boolean present = row.bool("present", true);
        if (!present && timed) {
            row.fault("present", "says no, and somebody sat there");
        }
        return new SeatTaken(seat, null, present, substitute, arrivedAt, leftAt);
    }

    private static List<@Nullable Object> cells(SeatTaken seat) {
        return Arrays.asList(
                seat.seat(),
                seat.post(),
                Objects.equals(seat.present(), true) ? "yes" : "",
                seat.substitute(),
                seat.arrivedAt(),
                seat.leftAt());
    }
}
