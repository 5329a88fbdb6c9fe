package locality.governance.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.StringReader;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import locality.governance.meeting.ABoardOfNine;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.property.DateProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a diary makes of the feed: it is read back by another library than the one that wrote it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class FeedResourceTest {

    private ABoardOfNine nine;

    @BeforeEach
    void thereIsABoard() {
        nine = ABoardOfNine.established();
    }

    @Test
    @Tag("G17")
    void timesAreRightOnBothSidesOfTheClockChange() throws Exception {
        nine.plans("2018-03-23T10:00");
        nine.plans("2018-03-26T10:00");
        nine.plans("2018-10-26T10:00");
        nine.plans("2018-10-29T10:00");

        var starts = events(feed()).stream().map(event -> instant(event, "DTSTART")).toList();

        assertThat(starts)
                .containsExactly(
                        Instant.parse("2018-03-23T10:00:00Z"),
                        Instant.parse("2018-03-26T09:00:00Z"),
                        Instant.parse("2018-10-26T09:00:00Z"),
                        Instant.parse("2018-10-29T10:00:00Z"));
        assertThat(text(feed()))
                .contains("TZID:Europe/London")
                .contains("DTSTART;TZID=Europe/London:20180326T100000")
                .contains("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3");
    }

    @Test
    void aFeedIsTheSameToTheByteUntilAMeetingChanges() throws Exception {
        var meeting = nine.plans("2018-06-12T10:00");
        nine.tables(meeting, "Winter plan");
        var before = feed();
        var tag = before.extract().header("ETag");

        assertThat(text(feed())).isEqualTo(text(before));
        nine.secretary.get(path(), Map.of("If-None-Match", tag)).statusCode(304);
        assertThat(property(events(before).getFirst(), "DESCRIPTION"))
                .isEqualTo(meeting + "\n1. Winter plan");

        nine.tables(meeting, "Carers");

        assertThat(feed().extract().header("ETag")).isNotEqualTo(tag);
        assertThat(property(events(feed()).getFirst(), "DESCRIPTION")).endsWith("2. Carers");
    }

    @Test
    void aMovedMeetingIsTheSameEventWithAHigherSequence() throws Exception {
        var meeting = nine.plans("2018-06-12T10:00");
        var planned = events(feed()).getFirst();
        nine.does(meeting, "notice", "{\"noticedOn\": \"2018-05-29\"}");
        var noticed = events(feed()).getFirst();
        nine.does(
                meeting,
                "move",
                """
                {"startsAt": "2018-06-19T14:00", "endsAt": "2018-06-19T16:00",
                 "place": "Library, first floor", "reason": "The room is not free"}
                """);
        var moved = events(feed()).getFirst();
        nine.does(meeting, "cancel", "{\"reason\": \"Election\"}");
        var cancelled = events(feed()).getFirst();

        var all = List.of(planned, noticed, moved, cancelled);
        assertThat(all).extracting(event -> property(event, "UID")).containsOnly(uid(planned));
        assertThat(all)
                .extracting(event -> property(event, "STATUS"))
                .containsExactly("TENTATIVE", "CONFIRMED", "TENTATIVE", "CANCELLED");
        assertThat(all)
                .extracting(event -> property(event, "SEQUENCE"))
                .containsExactly("0", "0", "1", "2");
        assertThat(all).extracting(event -> instant(event, "DTSTAMP")).isSorted();
        assertThat(instant(moved, "DTSTART")).isEqualTo("2018-06-19T13:00:00Z");
        assertThat(instant(moved, "DTEND")).isEqualTo("2018-06-19T15:00:00Z");
        assertThat(property(moved, "LOCATION")).isEqualTo("Library, first floor");
        assertThat(property(moved, "URL")).contains("/api/governance/v1/meetings/");
    }

    @Test
    void eachSittingIsAnEventOfItsOwn() throws Exception {
        var meeting = nine.meets("2018-06-12T10:00");
        nine.does(
                meeting,
                "adjourn",
                """
                {"at": "2018-06-12T11:30", "reason": "No quorum",
                 "until": {"startsAt": "2018-06-14T09:00"}}
                """);
        var adjourned = events(feed());
        nine.does(meeting, "reconvene", "{\"startsAt\": \"2018-06-14T09:00\"}");
        var resumed = events(feed());

        assertThat(adjourned)
                .extracting(event -> instant(event, "DTSTART"))
                .containsExactly(
                        Instant.parse("2018-06-12T09:00:00Z"),
                        Instant.parse("2018-06-14T08:00:00Z"));
        assertThat(resumed)
                .extracting(FeedResourceTest::uid)
                .containsExactly(uid(adjourned.getFirst()), uid(adjourned.getLast()));
    }

    @Test
    void aPlacesFeedHasTheMeetingsOfItsBodiesAndNoOther() throws Exception {
        var meeting = nine.plans("2018-06-12T10:00");
        var rochdale = Caller.secretaryOf(Locality.ROCHDALE);
        var ours = nine.secretary.get("/calendar.ics?locality=E08000003", "text/calendar");
        var theirs = rochdale.get("/calendar.ics?locality=E08000003", "text/calendar");

        assertThat(text(ours)).contains(meeting);
        assertThat(events(theirs)).isEmpty();
        rochdale.get(path(), "text/calendar").statusCode(404);
    }

    private String path() {
        return "/bodies/%s/calendar.ics".formatted(nine.board);
    }

    private ValidatableResponse feed() {
        return nine.secretary.get(path(), "text/calendar").statusCode(200);
    }

    private static String text(ValidatableResponse feed) {
        return feed.extract().asString();
    }

    private static List<CalendarComponent> events(ValidatableResponse feed) throws Exception {
        Calendar calendar = new CalendarBuilder().build(new StringReader(text(feed)));
        return calendar.getComponents(Component.VEVENT);
    }

    private static Instant instant(CalendarComponent event, String name) {
        DateProperty<Temporal> property = event.getRequiredProperty(name);
        return Instant.from(property.getDate());
    }

    private static String uid(CalendarComponent event) {
        return property(event, "UID");
    }

    private static String property(CalendarComponent event, String name) {
        Property property = event.getRequiredProperty(name);
        return property.getValue();
    }
}
