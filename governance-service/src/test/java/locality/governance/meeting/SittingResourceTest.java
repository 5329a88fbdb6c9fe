package locality.governance.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import locality.governance.story.Told;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class SittingResourceTest {

    @Inject DataSource database;

    private ABoardOfNine nine;

    @BeforeEach
    void thereIsABoard() {
        nine = ABoardOfNine.established();
    }

    /// Nine seats, quorum five, six there. Two leave for one item: for it there are four.
    @Test
    @Tag("G17")
    void anItemWithoutAQuorumIsResolvedWhenTheMeetingIsResumed() {
        var meeting = nine.meets("2018-06-12T10:00");
        int standing = nine.tables(meeting, "Winter plan");
        int inquorate = nine.tables(meeting, "Contract");
        nine.attend(
                meeting,
                Stream.of(
                                List.of(
                                        "{\"member\": \"S1\"}",
                                        "{\"member\": \"S2\"}",
                                        "{\"member\": \"S3\"}",
                                        "{\"member\": \"S4\"}"),
                                ABoardOfNine.leaveForAWhile(5, "10:30", "11:00"),
                                ABoardOfNine.leaveForAWhile(6, "10:30", "11:00"))
                        .flatMap(List::stream)
                        .toList());
        nine.vote(meeting, standing, "10:15", 1, 2, 3, 4, 5, 6);
        assertThat(nine.outcome(meeting, standing, "{}").getString("state")).isEqualTo("IN_EFFECT");
        nine.vote(meeting, inquorate, "10:45", 1, 2, 3, 4);
        assertThat(nine.wouldBe(meeting, inquorate).getList("validityCodes"))
                .containsExactly("INQUORATE");
        nine.outcome(meeting, inquorate, "{\"declared\": \"DEFERRED\"}");

        nine.does(
                meeting,
                "adjourn",
                """
                {"at": "2018-06-12T11:30", "reason": "No quorum for the contract",
                 "until": {"startsAt": "2018-06-14T09:00", "place": "Library"}}
                """);
        nine.does(meeting, "reconvene", "{\"startsAt\": \"2018-06-14T09:00\"}");
        int again = tablesAgain(meeting, inquorate);
        nine.attend(
                meeting,
                List.of(
                        "{\"member\": \"S1\"}",
                        "{\"member\": \"S2\"}",
                        "{\"member\": \"S3\"}",
                        "{\"member\": \"S7\", \"substitute\": \"person:deputy-7\"}",
                        "{\"member\": \"S8\", \"substitute\": \"person:deputy-8\"}"));
        nine.vote(meeting, again, "09:30", 1, 2, 3, 7, 8);
        var resolved = nine.outcome(meeting, again, "{}");

        assertThat(resolved.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(resolved.getString("evidence.heldOn")).isEqualTo("2018-06-14");
        assertThat(resolved.getString("evidence.notice.givenFor")).isEqualTo("2018-06-12");
        assertThat(resolved.getList("evidence.attendance")).hasSize(5);
        nine.secretary
                .get("/decisions/%s/%d".formatted(meeting, standing))
                .body("state", equalTo("IN_EFFECT"))
                .body("evidence.heldOn", equalTo("2018-06-12"))
                .body("evidence.attendance", hasSize(8));
        nine.secretary
                .get("/decisions/%s/%d".formatted(meeting, inquorate))
                .body("outcome", equalTo("DEFERRED"))
                .body("effectiveOn", equalTo("2018-06-12"));
        nine.secretary
                .get("/meetings/" + meeting)
                .body("state", equalTo("OPEN"))
                .body("sittings.startsAt", contains("2018-06-12T10:00:00", "2018-06-14T09:00:00"))
                .body("sittings.place", contains("Town Hall", "Library"))
                .body("sittings[0].adjournedBecause", equalTo("No quorum for the contract"))
                .body("attendance.findAll { it.sitting == 2 }.member.size()", equalTo(5));
    }

    @Test
    void aSittingNobodyNamedNeedsNoticeOfItsOwn() {
        var meeting = nine.meets("2018-06-12T10:00");
        int first = nine.tables(meeting, "Winter plan");
        nine.does(meeting, "adjourn", "{\"at\": \"2018-06-12T11:30\", \"reason\": \"Fire alarm\"}");
        nine.does(
                meeting,
                "reconvene",
                "{\"startsAt\": \"2018-06-19T10:00\", \"noticedOn\": \"2018-06-12\"}");
        nine.attend(meeting, 1, 2, 3, 4, 5);
        nine.vote(meeting, first, "10:15", 1, 2, 3, 4, 5);

        var outcome = nine.outcome(meeting, first, "{}");

        assertThat(outcome.getList("validityCodes")).containsExactly("NO_NOTICE");
        assertThat(outcome.getInt("evidence.notice.clearDays")).isEqualTo(4);
    }

    @Test
    void aVoteThatWasBegunIsBroughtToAnOutcomeBeforeTheMeetingCloses() {
        var meeting = nine.meets("2018-07-12T10:00");
        int item = nine.tables(meeting, "Winter plan");
        nine.attend(meeting, 1, 2, 3, 4, 5);
        nine.vote(meeting, item, "10:15", 1, 2);

        nine.secretary
                .post("/meetings/%s/close".formatted(meeting), "{}")
                .statusCode(409)
                .body("code", equalTo("VOTES_WITHOUT_OUTCOME"))
                .body("items", contains("%s/%d".formatted(meeting, item)));
        nine.secretary.get("/meetings/" + meeting).body("state", equalTo("OPEN"));

        nine.outcome(meeting, item, "{}");
        nine.does(meeting, "close", "{}");
    }

    @Test
    void aVoteThatWasBegunIsBroughtToAnOutcomeBeforeTheMeetingAdjourns() {
        var meeting = nine.meets("2018-06-12T10:00");
        int item = nine.tables(meeting, "Winter plan");
        nine.attend(meeting, 1, 2, 3, 4, 5);
        nine.vote(meeting, item, "10:15", 1, 2);
        var adjournment = "{\"at\": \"2018-06-12T11:30\", \"reason\": \"Lunch\"}";

        nine.secretary
                .post("/meetings/%s/adjourn".formatted(meeting), adjournment)
                .statusCode(409)
                .body("code", equalTo("VOTES_WITHOUT_OUTCOME"))
                .body("items", contains(meeting + "/" + item));
        nine.outcome(meeting, item, "{\"declared\": \"DEFERRED\"}");
        nine.does(meeting, "adjourn", adjournment);
        nine.secretary
                .post("/meetings/%s/close".formatted(meeting), "{}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("allowed", contains("OPEN"));
    }

    @Test
    void attendanceAtAnEarlierSittingIsPutRightWithoutTouchingTheLater() {
        var meeting = nine.meets("2018-06-12T10:00");
        nine.attend(meeting, 1, 2);
        nine.does(meeting, "adjourn", "{\"at\": \"2018-06-12T11:30\", \"reason\": \"Lunch\"}");
        nine.does(meeting, "reconvene", "{\"startsAt\": \"2018-06-12T13:00\"}");
        nine.attend(meeting, 1);

        nine.does(
                meeting,
                "attendance",
                """
                {"sitting": 1, "attendance": [{"member": "S1", "leftAt": "11:00"}]}
                """);

        nine.secretary
                .get("/meetings/" + meeting)
                .body("attendance.findAll { it.sitting == 1 }.leftAt", contains(null, "11:00:00"))
                .body("attendance.findAll { it.sitting == 2 }.leftAt", contains(nullValue()))
                .body("attendance.findAll { it.sitting == 2 }.arrivedAt", contains("13:00:00"));
    }

    @Test
    void aMovedMeetingIsNoticedAnewAndSaysByWhen() {
        var meeting = nine.plans("2018-05-14T10:00");
        nine.does(meeting, "notice", "{\"noticedOn\": \"2018-05-01\"}");
        nine.secretary
                .get("/meetings/" + meeting)
                .body("noticeDueBy", equalTo("2018-05-03"))
                .body("state", equalTo("NOTICED"));

        nine.does(
                meeting,
                "move",
                """
                {"startsAt": "2018-06-18T10:00", "endsAt": "2018-06-18T12:00",
                 "reason": "The room is not free"}
                """);

        nine.secretary
                .get("/meetings/" + meeting)
                .body("state", equalTo("PLANNED"))
                .body("noticedOn", nullValue())
                .body("noticeDueBy", equalTo("2018-06-10"))
                .body("place", equalTo("Town Hall"))
                .body("endsAt", equalTo("2018-06-18T12:00:00"))
                .body("movedBecause", equalTo("The room is not free"));
        var id = nine.secretary.get("/meetings/" + meeting).extract().<String>path("id");
        assertThat(Told.of(database, id))
                .extracting(told -> told.data().getString("state"))
                .containsExactly("PLANNED", "NOTICED", "PLANNED");
    }

    @Test
    @Tag("G18")
    void theForwardAgendaIsAskedForByDayAndState() {
        nine.plans("2018-06-12T10:00");
        var july = nine.plans("2018-07-10T10:00");
        var held = nine.meets("2018-07-31T18:30");
        nine.plans("2018-08-01T09:00");
        var asked =
                "/meetings?limit=1000&body=%s&from=2018-07-01&to=2018-07-31".formatted(nine.board);

        nine.secretary.get(asked).body("items.reference", contains(july, held));
        nine.secretary.get(asked + "&state=PLANNED").body("items.reference", contains(july));
    }

    private int tablesAgain(String meeting, int item) {
        return nine.secretary
                .does(
                        "/meetings/%s/items".formatted(meeting),
                        "{\"title\": \"Contract\", \"deferredDecision\": \"%s/%d\"}"
                                .formatted(meeting, item))
                .extract()
                .path("number");
    }
}
