package locality.governance.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.MeetingState;
import locality.platform.http.Csv;
import locality.platform.money.FinancialYear;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A body's business over a financial year, month by month: what is or was on the agenda of each
/// meeting. A meeting stands in the month it first sat, or is to; a cancelled one is shown as such.
@Schema(name = "YearOfBusiness")
record YearOfBusiness(String body, FinancialYear financialYear, List<MonthOfBusiness> months) {

    private static final List<String> COLUMNS =
            List.of("month", "meeting", "heldOn", "state", "item", "title");

    /// @param month as in `2018-05`
    @Schema(name = "MonthOfBusiness")
    record MonthOfBusiness(YearMonth month, List<MeetingOfYear> meetings) {}

    /// @param heldOn the day it first sat, or is to
    @Schema(name = "MeetingOfYear")
    record MeetingOfYear(
            UUID id,
            String reference,
            LocalDate heldOn,
            LocalDateTime startsAt,
            @Nullable String place,
            MeetingState state,
            List<ItemOfYear> items) {}

    @Schema(name = "ItemOfYear")
    record ItemOfYear(int number, String reference, String title) {}

    /// All twelve months, those without a meeting too.
    ///
    /// @param meetings in the order in which they are held
    static YearOfBusiness of(String body, FinancialYear year, List<Meeting> meetings) {
        var byMonth =
                meetings.stream()
                        .filter(meeting -> year.contains(meeting.firstHeldOn()))
                        .map(YearOfBusiness::meeting)
                        .collect(
                                groupingBy(
                                        meeting -> YearMonth.from(meeting.heldOn),
                                        TreeMap::new,
                                        toList()));
        return new YearOfBusiness(
                body,
                year,
                Stream.iterate(YearMonth.from(year.start()), month -> month.plusMonths(1))
                        .limit(12)
                        .map(
                                month ->
                                        new MonthOfBusiness(
                                                month, byMonth.getOrDefault(month, List.of())))
                        .toList());
    }

    /// A line for each item, and one without for a meeting that has none.
    String asCsv() {
        return Csv.write(
                COLUMNS,
                months.stream()
                        .flatMap(
                                month ->
                                        month.meetings.stream()
                                                .flatMap(meeting -> lines(month.month, meeting)))
                        .toList());
    }

    private static Stream<List<Object>> lines(YearMonth month, MeetingOfYear meeting) {
        return meeting.items.isEmpty()
                ? Stream.of(line(month, meeting, "", ""))
                : meeting.items.stream().map(item -> line(month, meeting, item.number, item.title));
    }

    private static List<Object> line(
            YearMonth month, MeetingOfYear meeting, Object item, String title) {
        return List.of(month, meeting.reference, meeting.heldOn, meeting.state, item, title);
    }

    private static MeetingOfYear meeting(Meeting meeting) {
        return new MeetingOfYear(
                meeting.id(),
                meeting.reference(),
                meeting.firstHeldOn(),
                meeting.startsAt(),
                meeting.schedule().place(),
                meeting.state(),
                IntStream.rangeClosed(1, meeting.agendaLength())
                        .mapToObj(
                                number ->
                                        new ItemOfYear(
                                                number,
                                                meeting.referenceOf(number),
                                                meeting.titleOf(number)))
                        .toList());
    }
}
