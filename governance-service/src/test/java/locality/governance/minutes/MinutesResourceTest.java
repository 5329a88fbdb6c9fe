package locality.governance.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import locality.governance.meeting.ABoardOfNine;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class MinutesResourceTest {

    private static final String LINK =
            """
            {"link": "https://example.org/minutes.pdf",
             "sha256": "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"}
            """;

    @Inject DataSource database;

    private ABoardOfNine nine;
    private final Caller viewer = Caller.of("viewer", Locality.MANCHESTER);

    @BeforeEach
    void thereIsABoard() {
        nine = ABoardOfNine.established();
    }

    @Test
    void theRecordIsComposedIntoMinutesThatNamePostsAndNobody() {
        var meeting = adjournedAndClosed();

        viewer.get("/meetings/%s/minutes".formatted(meeting))
                .body("document.sittings", hasSize(2))
                .body("document.sittings[0].present.post", hasItem("Member 1"))
                .body("document.sittings[0].present[4].substitute", equalTo(true))
                .body("document.sittings[0].apologies.seat", contains("S5", "S6", "S7", "S8", "S9"))
                .body("document.sittings[0].apologies[0].substituted", equalTo(true))
                .body("document.items[0].interests[0].effect", equalTo("DECLARED"))
                .body("document.items[0].decision.outcome", equalTo("CARRIED"))
                .body("document.items[0].decision.votesFor", equalTo(5))
                .body("document.items[0].decision.valid", equalTo(true))
                .body("document.items[1].decision", equalTo(null));
        var text = viewer.get("/meetings/%s/minutes".formatted(meeting)).extract().asString();
        assertThat(text).doesNotContain("person:");
    }

    @Test
    void minutesAreReadAsText() {
        var meeting = adjournedAndClosed();

        var text =
                viewer.get("/meetings/%s/minutes".formatted(meeting), "text/markdown")
                        .extract()
                        .asString();

        assertThat(text)
                .startsWith("# Minutes of Board " + nine.board)
                .contains("## Sitting 1, Tuesday 12 June 2018")
                .contains("From 10:00 to 11:30, Town Hall.")
                .contains("- Member 5 (S5), by a substitute, from 10:00")
                .contains("- Member 5 (S5), a substitute came")
                .contains("Adjourned to Thursday 14 June 2018, 09:00: Lunch \\& rest.")
                .contains("## 1. Winter \\*plan\\*")
                .contains("- S1: A relative works there; stayed and could vote")
                .contains("**CARRIED** (RECOMMEND), Tuesday 12 June 2018.")
                .contains("Carried by 5 votes to 0")
                .contains("No decision was recorded.")
                .doesNotContain("person:");
    }

    @Test
    void draftsAreShownToSecretariesAndTheApprovedOneToEveryReader() {
        var meeting = closed("2018-06-12T10:00");
        var later = nine.meets("2018-07-10T10:00");
        nine.does(meeting, "minutes", "{\"text\": \"First\"}");
        nine.does(meeting, "minutes", LINK);

        nine.secretary
                .get("/meetings/%s/minutes".formatted(meeting))
                .body("versions.version", contains(1, 2))
                .body(
                        "versions[0].sha256",
                        equalTo(
                                "a151ceb1711aad529a7704248f03333990022ebbfa07a7f04c004d70c167919f"));
        viewer.get("/meetings/%s/minutes".formatted(meeting)).body("versions", empty());

        nine.does(
                meeting,
                "approve-minutes",
                "{\"approvedAt\": \"%s\", \"version\": 1}".formatted(later));

        viewer.get("/meetings/%s/minutes".formatted(meeting))
                .body("state", equalTo("MINUTES_APPROVED"))
                .body("approvedOn", equalTo("2018-07-10"))
                .body("versions.text", contains("First"));
        var id = nine.secretary.get("/meetings/" + meeting).extract().<String>path("id");
        var told = Told.of(database, id).getLast();
        assertThat(told.type()).isEqualTo("governance.meeting-changed.v1");
        assertThat(told.data().getString("state")).isEqualTo("MINUTES_APPROVED");
        assertThat(told.data().getString("effectiveOn")).isEqualTo("2018-07-10");
    }

    @Test
    void minutesAreApprovedByALaterMeetingOfTheSameBodyThatWasHeld() {
        var meeting = closed("2018-06-12T10:00");
        var earlier = closed("2018-05-15T10:00");
        var planned = nine.plans("2018-07-10T10:00");
        var another = ABoardOfNine.established().meets("2018-07-10T10:00");

        refuses(meeting, another, "APPROVED_BY_ANOTHER_BODY");
        refuses(meeting, planned, "APPROVING_MEETING_NOT_HELD");
        refuses(meeting, earlier, "NOT_A_LATER_MEETING");
        refuses(meeting, meeting, "NOT_A_LATER_MEETING");
        nine.secretary
                .post(
                        "/meetings/%s/approve-minutes".formatted(earlier),
                        "{\"approvedAt\": \"%s\", \"version\": 2}".formatted(meeting))
                .statusCode(422)
                .body("code", equalTo("NO_SUCH_MINUTES"))
                .body("version", equalTo(2));
        nine.secretary
                .post(
                        "/meetings/%s/approve-minutes".formatted(planned),
                        "{\"approvedAt\": \"%s\"}".formatted(meeting))
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"));
    }

    @Test
    void aBodyThatTookOverApprovesTheMinutesOfTheOneBefore() {
        var meeting = closed("2018-06-12T10:00");
        var heir = ABoardOfNine.established();
        var later = heir.meets("2018-07-10T10:00");
        heir.secretary.does(
                "/bodies/%s/successions".formatted(nine.board),
                "{\"successor\": \"%s\", \"effectiveOn\": \"2018-07-01\"}".formatted(heir.board));

        nine.does(meeting, "approve-minutes", "{\"approvedAt\": \"%s\"}".formatted(later));

        nine.secretary.get("/meetings/" + meeting).body("state", equalTo("MINUTES_APPROVED"));
    }

    @Test
    void minutesAreATextOrALinkOnceTheMeetingHasOpened() {
        var planned = nine.plans("2018-07-10T10:00");
        var held = nine.meets("2018-06-12T10:00");

        nine.secretary
                .post("/meetings/%s/minutes".formatted(planned), "{\"text\": \"Early\"}")
                .statusCode(409)
                .body("code", equalTo("MEETING_NOT_IN_STATE"))
                .body("state", equalTo("PLANNED"));
        nine.secretary
                .post("/meetings/%s/minutes".formatted(held), "{}")
                .statusCode(422)
                .body("code", equalTo("TEXT_OR_LINK"));
        nine.secretary
                .post(
                        "/meetings/%s/minutes".formatted(held),
                        "{\"link\": \"https://example.org/minutes.pdf\"}")
                .statusCode(422)
                .body("code", equalTo("TEXT_OR_LINK"));
    }

    @Test
    void onceApprovedTheRecordIsRefusedEveryChange() {
        var meeting = approved();

        for (var verb : List.of("minutes", "items", "attendance", "close", "adjourn")) {
            nine.secretary
                    .post("/meetings/%s/%s".formatted(meeting, verb), bodyOf(verb))
                    .statusCode(409);
        }
    }

    /// The statements go straight to the database, as the table's owner might send them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update meeting set place = 'Elsewhere' where reference = '%s'",
                "update agenda_item set title = 'Other' where meeting_id ="
                        + " (select id from meeting where reference = '%s')",
                "delete from attendance where meeting_id ="
                        + " (select id from meeting where reference = '%s')",
                "delete from interest where meeting_id ="
                        + " (select id from meeting where reference = '%s')",
                "update sitting set place = 'Elsewhere' where meeting_id ="
                        + " (select id from meeting where reference = '%s')",
                "insert into minutes (meeting_id, version, text, sha256, provenance)"
                        + " select id, 9, 'x', repeat('a', 64), '{}'"
                        + " from meeting where reference = '%s'"
            })
    void theDatabaseRefusesItToo(String statement) {
        var meeting = approved();

        assertThatThrownBy(() -> execute(statement.formatted(meeting)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("the minutes of meeting");
    }

    @Test
    void ofWrittenMinutesOnlyTheTextCanBeTakenOut() throws SQLException {
        var meeting = nine.meets("2018-06-12T10:00");
        nine.does(meeting, "minutes", "{\"text\": \"Somebody said\"}");
        var fingerprint = written(meeting).extract().<String>path("versions[0].sha256");
        var written =
                " where meeting_id = (select id from meeting where reference = '%s')"
                        .formatted(meeting);

        for (var change : List.of("text = 'Other'", "text = null, sha256 = repeat('a', 64)")) {
            assertThatThrownBy(() -> execute("update minutes set " + change + written))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("only the text may be taken out");
        }
        assertThatThrownBy(() -> execute("delete from minutes" + written))
                .isInstanceOf(SQLException.class);
        execute("update minutes set text = null" + written);

        written(meeting)
                .body("versions[0].text", nullValue())
                .body("versions[0].sha256", equalTo(fingerprint));
    }

    /// Greater Manchester is read by every place, and minuted by its own secretaries.
    @Test
    void aDraftIsShownToTheSecretariesOfItsPlaceAlone() throws SQLException {
        var meeting = nine.meets("2018-06-12T10:00");
        nine.does(meeting, "minutes", "{\"text\": \"Draft\"}");
        execute(
                "update meeting set locality = '%s' where reference = '%s'"
                        .formatted(Locality.GREATER_MANCHESTER.code(), meeting));

        nine.secretary
                .get("/meetings/%s/minutes".formatted(meeting))
                .statusCode(200)
                .body("versions", empty());
        Caller.secretaryOf(Locality.MANCHESTER, Locality.GREATER_MANCHESTER)
                .get("/meetings/%s/minutes".formatted(meeting))
                .body("versions", hasSize(1));
    }

    private ValidatableResponse written(String meeting) {
        return nine.secretary.get("/meetings/%s/minutes".formatted(meeting)).statusCode(200);
    }

    @Test
    void whatWasApprovedIsWhatTheRecordSaidThen() {
        var meeting = approved();
        nine.secretary.does(
                "/bodies/%s/memberships/S9/end".formatted(nine.board),
                "{\"effectiveOn\": \"2018-01-01\"}");

        viewer.get("/meetings/%s/minutes".formatted(meeting))
                .body("document.sittings[0].apologies.seat", hasItem("S9"));
    }

    private void refuses(String meeting, String approvedAt, String code) {
        nine.secretary
                .post(
                        "/meetings/%s/approve-minutes".formatted(meeting),
                        "{\"approvedAt\": \"%s\"}".formatted(approvedAt))
                .statusCode(422)
                .body("code", equalTo(code))
                .body("approvedAt", equalTo(approvedAt))
                .body("detail", containsString(approvedAt));
    }

    private String approved() {
        var meeting = adjournedAndClosed();
        var later = nine.meets("2018-07-10T10:00");
        nine.does(meeting, "approve-minutes", "{\"approvedAt\": \"%s\"}".formatted(later));
        return meeting;
    }

    private String closed(String startsAt) {
        var meeting = nine.meets(startsAt);
        nine.does(meeting, "close", "{}");
        return meeting;
    }

    private String adjournedAndClosed() {
        var meeting = nine.meets("2018-06-12T10:00");
        int item = nine.tables(meeting, "Winter *plan*");
        nine.tables(meeting, "Not come to");
        nine.attend(
                meeting,
                List.of(
                        "{\"member\": \"S1\"}",
                        "{\"member\": \"S2\"}",
                        "{\"member\": \"S3\"}",
                        "{\"member\": \"S4\"}",
                        "{\"member\": \"S5\", \"substitute\": \"person:deputy-5\"}"));
        nine.does(
                meeting,
                "items/%d/interests".formatted(item),
                """
                {"member": "S1", "effect": "DECLARED", "nature": "A relative works there"}
                """);
        nine.vote(meeting, item, "10:15", 1, 2, 3, 4, 5);
        nine.outcome(meeting, item, "{}");
        nine.does(
                meeting,
                "adjourn",
                """
                {"at": "2018-06-12T11:30", "reason": "Lunch & rest",
                 "until": {"startsAt": "2018-06-14T09:00"}}
                """);
        nine.does(meeting, "reconvene", "{\"startsAt\": \"2018-06-14T09:00\"}");
        nine.does(meeting, "close", "{\"endedAt\": \"2018-06-14T10:00\"}");
        return meeting;
    }

    private static String bodyOf(String verb) {
        return switch (verb) {
            case "minutes" -> "{\"text\": \"Late\"}";
            case "items" -> "{\"title\": \"Late\"}";
            case "attendance" -> "{\"attendance\": [{\"member\": \"S9\"}]}";
            case "adjourn" -> "{\"at\": \"2018-06-14T10:00\", \"reason\": \"Late\"}";
            default -> "{}";
        };
    }

    private void execute(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var change = connection.createStatement()) {
            change.executeUpdate(statement);
        }
    }
}
