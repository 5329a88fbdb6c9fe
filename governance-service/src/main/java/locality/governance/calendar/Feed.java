package locality.governance.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.DaylightSavingsTime;
import biweekly.component.StandardTime;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.property.Method;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.DayOfWeek;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.UtcOffset;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.meeting.Meeting;
import locality.governance.meeting.MeetingState;
import locality.governance.meeting.Sitting;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;

/// Meetings as an iCalendar feed (RFC 5545) that a diary subscribes to: an event for each time a
/// meeting sits. What it says follows from the meetings alone, so that it is byte for byte the same
/// until one of them changes.
final class Feed {

    private static final String PRODUCT = "-//Locality suite//Governance service//EN";
    private static final String ZONE = BusinessClock.UNITED_KINGDOM.getId();
    private static final UtcOffset GREENWICH = new UtcOffset(true, 0, 0);
    private static final UtcOffset SUMMER = new UtcOffset(true, 1, 0);

    private Feed() {}

    /// @param name what a diary calls it
    /// @param meetings in the order in which they are held
    /// @param meetingsAt the address below which each meeting is found by its id
    static String of(String name, List<Meeting> meetings, String meetingsAt) {
        var calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod(Method.publish());
        calendar.setName(name);
        calendar.getTimezoneInfo()
                .setDefaultTimezone(
                        new TimezoneAssignment(TimeZone.getTimeZone(ZONE), unitedKingdom()));
        meetings.stream()
                .flatMap(meeting -> events(meeting, meetingsAt))
                .forEach(calendar::addEvent);
        return written(calendar);
    }

    private static Stream<VEvent> events(Meeting meeting, String meetingsAt) {
        var sittings = meeting.sittings();
        if (sittings.isEmpty()) {
            var planned = meeting.schedule();
            return Stream.of(
                    event(
                            meeting,
                            1,
                            new Entry(
                                    planned.startsAt(),
                                    planned.endsAt(),
                                    planned.place(),
                                    status(meeting.state())),
                            meetingsAt));
        }
        var sat =
                IntStream.rangeClosed(1, sittings.size())
                        .mapToObj(
                                number ->
                                        event(
                                                meeting,
                                                number,
                                                sat(meeting, sittings.get(number - 1)),
                                                meetingsAt));
        var last = sittings.getLast();
        return meeting.state() == MeetingState.ADJOURNED && last.resumesAt() != null
                ? Stream.concat(
                        sat,
                        Stream.of(
                                event(
                                        meeting,
                                        sittings.size() + 1,
                                        toResume(last, last.resumesAt()),
                                        meetingsAt)))
                : sat;
    }

    private record Entry(
            LocalDateTime startsAt,
            @Nullable LocalDateTime endsAt,
            @Nullable String place,
            Status status) {}

    private static Entry sat(Meeting meeting, Sitting sitting) {
        var planned = meeting.schedule();
        var expected = sitting.startsAt().equals(planned.startsAt()) ? planned.endsAt() : null;
        var ended = sitting.endedAt() == null ? expected : sitting.endedAt();
        return new Entry(sitting.startsAt(), ended, sitting.place(), Status.confirmed());
    }

    private static Entry toResume(Sitting adjourned, LocalDateTime at) {
        return new Entry(
                at,
                null,
                adjourned.resumesPlace() == null ? adjourned.place() : adjourned.resumesPlace(),
                Status.confirmed());
    }

    private static Status status(MeetingState state) {
        return switch (state) {
            case PLANNED -> Status.tentative();
            case CANCELLED -> Status.cancelled();
            case NOTICED, OPEN, ADJOURNED, CLOSED, MINUTES_APPROVED -> Status.confirmed();
        };
    }

    private static VEvent event(Meeting meeting, int sitting, Entry entry, String meetingsAt) {
        var event = new VEvent();
        event.setUid(uid(meeting, sitting));
        event.setDateTimeStamp(Date.from(meeting.changedAt()));
        event.setSequence(meeting.revision());
        event.setDateStart(instant(entry.startsAt), true);
        if (entry.endsAt != null && entry.endsAt.isAfter(entry.startsAt)) {
            event.setDateEnd(instant(entry.endsAt), true);
        }
        event.setSummary(meeting.bodyName());
        event.setStatus(entry.status);
        if (entry.place != null) {
            event.setLocation(entry.place);
        }
        event.setDescription(agenda(meeting));
        event.setUrl(meetingsAt + meeting.id());
        return event;
    }

    /// The same for as long as the meeting is on record, wherever it is moved.
    private static String uid(Meeting meeting, int sitting) {
        return "%s%s@governance.locality-suite"
                .formatted(meeting.id(), sitting == 1 ? "" : "-" + sitting);
    }

    private static String agenda(Meeting meeting) {
        return Stream.concat(
                        Stream.of(meeting.reference()),
                        IntStream.rangeClosed(1, meeting.agendaLength())
                                .mapToObj(
                                        number ->
                                                "%d. %s"
                                                        .formatted(
                                                                number, meeting.titleOf(number))))
                .collect(Collectors.joining("\n"));
    }

    private static Date instant(LocalDateTime onTheWall) {
        return Date.from(onTheWall.atZone(BusinessClock.UNITED_KINGDOM).toInstant());
    }

    /// British Summer Time as it has been since 1996: from the last Sunday of March to the last
    /// Sunday of October, at one o'clock Greenwich time.
    private static VTimezone unitedKingdom() {
        var summer = new DaylightSavingsTime();
        summer.setDateStart(new DateTimeComponents(1996, 3, 31, 1, 0, 0, false));
        summer.setTimezoneOffsetFrom(GREENWICH);
        summer.setTimezoneOffsetTo(SUMMER);
        summer.addTimezoneName("BST");
        summer.setRecurrenceRule(lastSundayOf(3));
        var winter = new StandardTime();
        winter.setDateStart(new DateTimeComponents(1996, 10, 27, 2, 0, 0, false));
        winter.setTimezoneOffsetFrom(SUMMER);
        winter.setTimezoneOffsetTo(GREENWICH);
        winter.addTimezoneName("GMT");
        winter.setRecurrenceRule(lastSundayOf(10));
        var zone = new VTimezone(ZONE);
        zone.addDaylightSavingsTime(summer);
        zone.addStandardTime(winter);
        return zone;
    }

    private static Recurrence lastSundayOf(int month) {
        return new Recurrence.Builder(Frequency.YEARLY)
                .byMonth(month)
                .byDay(-1, DayOfWeek.SUNDAY)
                .build();
    }

    private static String written(ICalendar calendar) {
        var text = new StringWriter();
        try (var writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.write(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
