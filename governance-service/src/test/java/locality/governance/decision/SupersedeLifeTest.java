package locality.governance.decision;

import static locality.governance.story.Manchester.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import locality.governance.story.BudgetTopic;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// What becomes of a decision that was to take the place of another: whatever was carried is
/// carried, and the one before ends only as it comes to bind.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class SupersedeLifeTest extends DecisionsInTurn {

    @Inject PlaceWaiting placeWaiting;

    @Test
    void whatWasCarriedWhenAnotherHadTakenThePlaceSupersedesNothingAndSaysSo() {
        var first = first(600);
        var meeting = meetsToday(manchester.board);
        int other = tabled(meeting, inPlaceOf(first, 100, "a"));
        carried(meetsToday(manchester.board), inPlaceOf(first, 900, "a"));

        manchester.attend(meeting, 3);
        manchester.vote(meeting, other, all(3, "FOR"));
        var late = saysTheSameTriedOut(meeting, other);

        assertThat(late.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(late.getString("supersedes")).isNull();
        assertThat(late.getString("explanation"))
                .contains("It supersedes nothing", first.getString("reference"));
        assertThat(approved(meetsToday(manchester.board), 1, "a").getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void whatWasCarriedWhileAnotherWaitsToTakeThePlaceCountsWithBoth() {
        var first = first(300);
        scrutinyHasFiveDays();
        var meeting = meetsToday(manchester.board);
        int over = tabled(meeting, inPlaceOf(first, 201, "a"));
        int within = tabled(meeting, inPlaceOf(first, 200, "a"));
        var second = carried(meetsToday(manchester.board), inPlaceOf(first, 500, "a"));

        manchester.attend(meeting, 3);
        manchester.vote(meeting, over, all(3, "FOR"));
        var invalid = saysTheSameTriedOut(meeting, over);
        manchester.vote(meeting, within, all(3, "FOR"));
        var carried = saysTheSameTriedOut(meeting, within);

        assertThat(invalid.getList("validityCodes")).containsExactly("LIMIT_EXCEEDED");
        assertThat(invalid.getString("explanation"))
                .contains("It supersedes nothing", second.getString("reference"));
        assertThat(carried.getString("state")).isEqualTo("CARRIED");
        assertThat(carried.getString("explanation")).contains("It supersedes nothing");
    }

    /// Tried out, it says what it then is.
    private JsonPath saysTheSameTriedOut(String meeting, int item) {
        var tried = triedOut(meeting, item);
        var taken = manchester.outcome(meeting, item);
        for (var told : List.of("state", "validityCodes", "explanation", "evidence.authority")) {
            assertThat(tried.<Object>get(told)).as(told).isEqualTo(taken.get(told));
        }
        assertThat(tried.<Object>get("supersedes")).isEqualTo(taken.get("supersedes"));
        return taken;
    }

    @Test
    void whatIsTabledAgainBeforeAnotherBodySupersedesNothingThere() {
        var first = first(600);
        var deferred = deferred(inPlaceOf(first, 900, "a"));

        var elsewhere = carried(meetsToday(manchester.governingBody), again(deferred));

        assertThat(elsewhere.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(elsewhere.getString("explanation")).contains("It supersedes nothing");
        assertThat(stateOf(first)).isEqualTo("IN_EFFECT");
    }

    @Test
    void whatWasDeferredAndIsTabledAgainTakesThePlaceThen() {
        var first = first(600);
        var deferred = deferred(inPlaceOf(first, 900, "a"));

        var again = carried(meetsToday(manchester.board), again(deferred));

        assertThat(again.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(again.getString("supersedes")).isEqualTo(first.getString("id"));
        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
    }

    @Test
    void whatIsReferredGoesUpWithoutThePlaceItWasToTake() {
        grantToTheBoard(1_000, "PER_DECISION");
        accountable();
        var first = approved(meetsToday(manchester.board), 600, "a");
        var next = planned(manchester.governingBody, today());
        var meeting = meetsToday(manchester.board);
        int item = tabled(meeting, inPlaceOf(first, 900, "a"));

        manchester.secretary.does("/decisions/%s/%d/refer".formatted(meeting, item), "{}");

        opens(next);
        manchester.attend(next, 3);
        manchester.vote(next, 1, all(3, "FOR"));
        var above = manchester.outcome(next, 1);
        assertThat(above.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(above.getString("supersedes")).isNull();
        assertThat(stateOf(first)).isEqualTo("IN_EFFECT");
        does(first, "supersede", by(above));
        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
    }

    @Test
    void thePlaceIsNamedWhereARequestIsTabledAlreadyUntilTheFirstVote() throws SQLException {
        var request =
                BudgetTopic.asksFor(manchester.ccg, "commissioning", 500, today().plusDays(28));
        manchester.arrives(request);
        var first = approvedOf(request, 100);
        var another = approvedOf(request, 50);
        var meeting = planned(manchester.governingBody, today());
        placeWaiting.handle();
        manchester
                .secretary
                .get("/meetings/%s/items/1".formatted(meeting))
                .body("decision.requestId", equalTo(request.requestId().toString()))
                .body("decision.supersedes", nullValue());
        var naming =
                "{\"title\": \"It\", \"approvalRequest\": \"%s\", \"decision\": {\"supersedes\": \"%s\"}}"
                        .formatted(request.requestId(), first.getString("id"));
        int told = agendaWritten(meeting);

        post(meeting, naming)
                .statusCode(201)
                .body("number", equalTo(1))
                .body("decision.supersedes", equalTo(first.getString("id")));
        assertThat(agendaWritten(meeting)).isEqualTo(told + 1);

        opens(meeting);
        manchester.attend(meeting, 3);
        manchester.vote(meeting, 1, "FOR");
        post(meeting, naming.replace(first.getString("id"), another.getString("id")))
                .statusCode(409)
                .body("code", equalTo("VOTING_HAS_BEGUN"))
                .body("decision", equalTo(meeting + "/1"))
                .body("detail", containsString("supersedes"));
        manchester
                .secretary
                .get("/meetings/%s/items".formatted(meeting) + "/1")
                .body("decision.supersedes", equalTo(first.getString("id")));
    }

    private JsonPath approvedOf(ApprovalRequested request, long pence) {
        return carried(
                meetsToday(manchester.governingBody),
                approval(pence, whole(), "a")
                        .replace("\"service\"", "\"commitment\"")
                        .replace(manchester.board + "a", request.commitmentId().toString()));
    }

    private int agendaWritten(String meeting) throws SQLException {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select count(*) from event_log
                                where type = 'governance.agenda-written.v1'
                                  and data ->> 'meetingId' = (select cast(id as text) from meeting
                                                              where reference = ?)
                                """)) {
            query.setString(1, meeting);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
