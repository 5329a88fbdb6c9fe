package locality.governance.decision;

import static locality.governance.story.Manchester.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import locality.governance.story.BudgetTopic;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// An item of the agenda, and the record that is written on it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ItemResourceTest extends TheBoardDecides {

    @Test
    void anItemIsFoundWhereItsLocationSays() {
        var meeting = boardWithin(1_000, "PER_DECISION");
        var location =
                post(meeting, "{\"title\": \"Winter\"}")
                        .statusCode(201)
                        .extract()
                        .header("Location");

        manchester
                .secretary
                .get(location.substring(location.indexOf("/meetings/")))
                .statusCode(200)
                .body("title", equalTo("Winter"))
                .body("decision", nullValue());
        manchester.secretary.get("/meetings/%s/items/99".formatted(meeting)).statusCode(404);
        Caller.secretaryOf(Locality.ROCHDALE)
                .get("/meetings/%s/items/1".formatted(meeting))
                .statusCode(404);
    }

    @Test
    void anItemOfAMeetingOfGreaterManchesterShowsAPlacesDecisionToThoseOfThePlace() {
        var both = Caller.secretaryOf(Locality.GREATER_MANCHESTER, Locality.MANCHESTER);
        var meeting = aMeetingOfGreaterManchester(both);
        both.does(
                "/meetings/%s/items".formatted(meeting),
                """
                {"title": "Across the river",
                 "decision": {"type": "NOTE", "place": "E08000003"}}
                """);
        var item = "/meetings/%s/items/1".formatted(meeting);
        var decision = "/decisions/%s/1".formatted(meeting);

        var ofManchester = Caller.of("viewer", Locality.MANCHESTER);
        ofManchester.get(item).statusCode(200).body("decision.state", equalTo("TABLED"));
        ofManchester.get(decision).statusCode(200);

        var ofRochdale = Caller.of("viewer", Locality.ROCHDALE);
        ofRochdale
                .get(item)
                .statusCode(200)
                .body("title", equalTo("Across the river"))
                .body("decision", nullValue());
        ofRochdale.get(decision).statusCode(404);
    }

    private String aMeetingOfGreaterManchester(Caller secretary) {
        var body = "GM-" + manchester.board;
        secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Joint board", "classification": "PARTNERSHIP_BOARD",
                 "spatialLevel": "GREATER_MANCHESTER", "locality": "E47000001",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(body));
        return secretary.makes(
                "/meetings",
                "{\"body\": \"%s\", \"startsAt\": \"2014-05-14T10:00\"}".formatted(body));
    }

    @Test
    void aRequestWithdrawnMeanwhileDoesNotKeepAnItemFromItsEnd() {
        var request = BudgetTopic.asksFor(manchester.ccg, "commissioning", 279_100_000);
        var first = manchester.meets(manchester.governingBody);
        int late = manchester.tables(first, request);
        manchester.attend(first, 3);
        manchester.vote(first, late, all(3, "FOR"));
        BudgetTopic.lapses(request);
        await().until(() -> manchester.stateOf(request).equals("WITHDRAWN"));
        var path = "/meetings/%s/items/%d/outcome".formatted(first, late);

        manchester
                .secretary
                .post(path, "{}")
                .statusCode(409)
                .body("code", equalTo("APPROVAL_REQUEST_NOT_OPEN"));
        manchester.secretary.post(path + "?dryRun=true", "{}").statusCode(409);
        manchester
                .secretary
                .does(path, "{\"declared\": \"WITHDRAWN\"}")
                .body("state", equalTo("WITHDRAWN"));
        assertThat(manchester.stateOf(request)).isEqualTo("WITHDRAWN");
    }

    @Test
    void aStaleReaderChangesNothing() {
        var meeting = boardWithin(1_000, "PER_DECISION");
        int item = tabled(meeting, approval(600, whole(), "a"));
        manchester.attend(meeting, 3);
        var stale = Map.of("If-Match", "\"99\"");
        var path = "/meetings/%s/items".formatted(meeting);

        manchester.secretary.post(path, "{\"title\": \"Any other\"}", stale).statusCode(412);
        manchester
                .secretary
                .post(
                        path + "/%d/votes".formatted(item),
                        "{\"votes\": [{\"member\": \"S1\", \"vote\": \"FOR\"}]}",
                        stale)
                .statusCode(412);
        manchester
                .secretary
                .post(path + "/%d/outcome".formatted(item), "{}", stale)
                .statusCode(412);
        manchester
                .secretary
                .post(path + "/%d/outcome?dryRun=true".formatted(item), "{}", stale)
                .statusCode(412);
    }

    @Test
    void theMomentOfTheVoteIsSetOnceAndPutRightByTheOutcome() {
        var meeting = boardWithin(1_000, "PER_DECISION");
        int item = ready(meeting, 600, "a");

        manchester
                .secretary
                .post(
                        "/meetings/%s/items/%d/votes".formatted(meeting, item),
                        """
                        {"votedAt": "11:00", "votes": [{"member": "S1", "vote": "FOR"}]}
                        """)
                .statusCode(409)
                .body("code", equalTo("VOTED_AT_ANOTHER_TIME"))
                .body("votedAt", equalTo("10:40:00"));
        manchester
                .secretary
                .does(
                        "/meetings/%s/items/%d/outcome".formatted(meeting, item),
                        "{\"votedAt\": \"11:00\"}")
                .body("evidence.votedAt", equalTo("11:00:00"));
    }

    @Test
    void anInterestIsPutRightUntilTheOutcomeIsRecorded() {
        var meeting = boardWithin(1_000, "PER_DECISION");
        int item = ready(meeting, 600, "a");
        var path = "/meetings/%s/items/%d/interests".formatted(meeting, item);
        var interest = "{\"member\": \"S2\", \"effect\": \"%s\", \"nature\": \"Trustee\"}";
        manchester.secretary.does(path, interest.formatted("LEFT"));

        manchester
                .secretary
                .does(path, interest.formatted("DECLARED"))
                .body("items[%d].interests.effect".formatted(item - 1), contains("DECLARED"));
        assertThat(manchester.outcome(meeting, item).getString("state")).isEqualTo("IN_EFFECT");
        manchester
                .secretary
                .post(path, interest.formatted("LEFT"))
                .statusCode(409)
                .body("code", equalTo("OUTCOME_RECORDED"));
    }

    @Test
    void theLogSaysWhoWroteWhatIntoTheRecordOfAMeetingAndNamesNobody() throws SQLException {
        var meeting = boardWithin(1_000, "PER_DECISION");
        int item = tabled(meeting, approval(600, whole(), "a"));
        manchester.secretary.does(
                "/meetings/%s/attendance".formatted(meeting),
                "{\"attendance\": [{\"member\": \"S1\", \"substitute\": \"post:secret-deputy\"}]}");
        manchester.secretary.does(
                "/meetings/%s/items/%d/interests".formatted(meeting, item),
                "{\"member\": \"S2\", \"effect\": \"LEFT\", \"nature\": \"Secretly married\"}");
        manchester.vote(meeting, item, "FOR");

        var written = written(meeting);

        assertThat(written).hasSize(4);
        assertThat(written)
                .filteredOn(row -> row.matches("governance.votes-written.v1 [A-Z0-9]+/\\S+ .*"))
                .singleElement()
                .asString()
                .contains("S1", "FOR");
        assertThat(String.join("\n", written))
                .contains(
                        "governance.agenda-written.v1",
                        "governance.attendance-written.v1",
                        "governance.interest-written.v1")
                .doesNotContain("secret-deputy", "married");
    }

    private List<String> written(String meeting) throws SQLException {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select type || ' ' || actor || ' ' || data::text as told
                                from event_log
                                where subject_type = 'meeting-record' and not published
                                  and data ->> 'meetingId' =
                                      (select id::text from meeting where reference = ?)
                                """)) {
            query.setString(1, meeting);
            try (var rows = query.executeQuery()) {
                var told = new ArrayList<String>();
                while (rows.next()) {
                    told.add(rows.getString("told"));
                }
                return told;
            }
        }
    }
}
