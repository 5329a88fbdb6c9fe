package locality.governance.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a document of a meeting may not say, told all at once.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RecordRefusedTest extends AMeetingToRecord {

    @Test
    @Tag("G22")
    void everythingAtFaultIsToldAtOnceByItsPlaceAndNothingIsKept() {
        var meeting = meetingOnTheInvestment();
        secretary.does("/meetings/%s/items".formatted(meeting), "{\"title\": \"Winter\"}");
        var before = everything();

        records(
                        meeting,
                        """
                        {"attendance": [{"seat": "S1"}, {"seat": "S2"}, {"seat": "NOBODY"},
                                        {"seat": "S3", "arrivedAt": "11:00", "leftAt": "10:00"}],
                         "items": [
                           {"item": 1, "votes": {"S1": "FOR", "S2": "FOR", "S5": "FOR", "X": "FOR"},
                            "interests": [{"seat": "Y", "effect": "LEFT", "nature": "Owner"}],
                            "outcome": "BY_VOTES",
                            "actions": [{"title": "Nobody's"},
                                        {"title": "When", "post": "Chair", "dueOn": "soon"}]},
                           {"item": 9},
                           {"item": 1, "note": "Again"},
                           {"note": "Which?"},
                           {"item": 2, "title": "Something else"},
                           {"title": "New", "votes": {"S1": "FOR"}}]}
                        """)
                .statusCode(422)
                .body("code", equalTo("RECORD_REFUSED"))
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        hasItems(
                                "/attendance/2 NO_SUCH_SEAT",
                                "/attendance/3 LEFT_BEFORE_ARRIVING",
                                "/items/0/interests/0 NO_SUCH_SEAT",
                                "/items/0/votes/S5 NOT_PRESENT",
                                "/items/0/votes/X NO_SUCH_SEAT",
                                "/items/0/actions/0 NOBODY_RESPONSIBLE",
                                "/items/0/actions/1 DUE_NOT_A_DATE",
                                "/items/1 NOT_FOUND",
                                "/items/2 ITEM_NAMED_TWICE",
                                "/items/3 ITEM_UNNAMED",
                                "/items/4 ANOTHER_TITLE",
                                "/items/5/votes/S1 NOTHING_TO_DECIDE"))
                .body("errors", hasSize(12))
                .body("detail", containsString("/items/0/votes/S5: NOT_PRESENT: S5 was not there"));

        assertThat(everything()).isEqualTo(before);
        secretary.get("/meetings/" + meeting).body("state", equalTo("NOTICED"));
    }

    @Test
    void aMeetingThatDoesNotOpenIsRefusedForThatAlone() {
        var planned =
                secretary
                        .does(
                                "/meetings",
                                "{\"body\": \"%s\", \"startsAt\": \"2014-05-14T10:00\"}"
                                        .formatted(manchester.board))
                        .extract()
                        .<String>path("reference");

        records(planned, "{\"attendance\": [{\"seat\": \"S1\"}, {\"seat\": \"NOBODY\"}]}")
                .statusCode(422)
                .body("errors.pointer", contains(""))
                .body("errors.code", contains("ILLEGAL_TRANSITION"));
        records(planned, "{}").statusCode(200).body("changed", equalTo(false));
    }

    @Test
    void whatIsOnRecordOtherwiseIsRefusedAtItsPlace() {
        var meeting = meetingOnTheInvestment();
        records(meeting, WHOLE).statusCode(200);

        records(
                        meeting,
                        """
                        {"attendance": [{"seat": "S4"}],
                         "items": [{"item": 1, "votes": {"S1": "AGAINST"}, "outcome": "LOST",
                                    "interests": [{"seat": "S1", "effect": "LEFT",
                                                   "nature": "Owner"}],
                                    "actions": [{"title": "Sign the agreement", "post": "Chair"}]}]}
                        """)
                .statusCode(422)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        contains(
                                "/attendance/0 MEETING_NOT_IN_STATE",
                                "/items/0/interests/0 OUTCOME_RECORDED",
                                "/items/0/votes/S1 MEETING_NOT_IN_STATE",
                                "/items/0/outcome MEETING_NOT_IN_STATE",
                                "/items/0/actions/0 ACTION_DIFFERS"));
    }

    @Test
    void aStaleReaderRecordsNothing() {
        var meeting = meetingOnTheInvestment();

        secretary
                .post("/meetings/%s/record".formatted(meeting), WHOLE, Map.of("If-Match", "\"99\""))
                .statusCode(412);
        Caller.secretaryOf(Locality.ROCHDALE)
                .post("/meetings/%s/record".formatted(meeting), WHOLE)
                .statusCode(404);
    }
}
