package locality.governance.record;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import locality.governance.record.RecordDocument.SeatTaken;
import locality.platform.http.Csv;
import locality.platform.http.EntityTag;
import org.jspecify.annotations.Nullable;

/// Attendance as a spreadsheet: a line for every stretch, and one for every seat that nobody took.
final class AttendanceSheet {

    private static final List<String> COLUMNS =
            List.of(
                    "seat",
                    "post",
                    "present",
                    "substitute",
                    "arrivedAt",
                    "leftAt",
                    "sitting",
                    "version");

    private AttendanceSheet() {}

    /// What a sheet says.
    ///
    /// @param version of the meeting when the sheet was read; null when the sheet does not say
    record Sheet(List<SeatTaken> seats, @Nullable EntityTag version) {}

    /// @param version of the meeting, in every line: the sheet is refused once it is another
    static String write(List<SeatTaken> seats, long version) {
        return Csv.write(COLUMNS, seats.stream().map(seat -> cells(seat, version)).toList());
    }

    /// A line that says nothing of its seat changes nothing.
    ///
    /// @throws locality.platform.refusal.Malformed naming every faulty cell
    static Sheet read(String csv) {
        var sheet =
                Csv.read(
                        csv,
                        List.of("seat"),
                        COLUMNS.stream().filter(column -> !column.equals("seat")).toList());
        var versions = new LinkedHashSet<Long>();
        var seats =
                sheet.map(
                        row -> {
                            var version = row.optional("version", Long::parseLong);
                            if (version != null && versions.add(version) && versions.size() > 1) {
                                row.fault("version", "is not that of the lines above");
                            }
                            return row(row);
                        });
        return new Sheet(seats, versions.isEmpty() ? null : new EntityTag(versions.getFirst()));
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
        return new SeatTaken(
                seat,
                null,
                present,
                substitute,
                arrivedAt,
                leftAt,
                row.optional("sitting", AttendanceSheet::sitting));
    }

    private static List<@Nullable Object> cells(SeatTaken seat, long version) {
        return Arrays.asList(
                seat.seat(),
                seat.post(),
                Objects.equals(seat.present(), true) ? "yes" : "",
                seat.substitute(),
                seat.arrivedAt(),
                seat.leftAt(),
                seat.sitting(),
                version);
    }

    private static int sitting(String text) {
        int sitting = Integer.parseInt(text);
        if (sitting < 1) {
            throw new IllegalArgumentException("sittings are counted from 1");
        }
        return sitting;
    }
}
