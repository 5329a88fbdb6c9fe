package locality.governance.meeting;

import static locality.governance.story.Manchester.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import locality.governance.story.Manchester;
import locality.governance.story.Statements;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class MeetingResourceTest {

    @Inject EntityManagerFactory entities;

    private Manchester manchester;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
    }

    @Test
    void aMeetingGoesFromPlanToClose() {
        var meeting = manchester.noticed(manchester.board);

        assertThat(meeting).isEqualTo(manchester.board + "-2014-05-14");
        manchester
                .secretary
                .post("/meetings/%s/close".formatted(meeting), "{}")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"))
                .body("allowed", contains("OPEN", "CANCELLED"));
        manchester.secretary.does("/meetings/%s/open".formatted(meeting), "{}");
        manchester.attend(meeting, 3);
        manchester.secretary.does("/meetings/%s/close".formatted(meeting), "{}");

        manchester
                .secretary
                .get("/meetings/" + meeting)
                .body("state", equalTo("CLOSED"))
                .body("attendance.member", contains("S1", "S2", "S3"))
                .body("attendance[0].arrivedAt", equalTo("10:00:00"));
        manchester
                .secretary
                .get("/meetings?locality=E08000003&limit=1000&body=" + manchester.board)
                .body("items.reference", contains(meeting));
    }

    @Test
    void aForwardAgendaIsASheetInTheOrderOfItsDays() {
        var board = manchester.board;
        var first = manchester.meets(board);
        tabled(first);
        var second = "A-" + board;
        manchester.secretary.does(
                "/meetings",
                """
                {"body": "%s", "reference": "%s", "startsAt": "2014-05-20T14:30:00",
                 "place": "Town Hall, Room 1", "openToPublic": true}
                """
                        .formatted(board, second));
        manchester.secretary.does(
                "/meetings/%s/cancel".formatted(second), "{\"reason\": \"No business\"}");

        var asked = "/meetings?from=2014-05-14&to=2014-05-20&body=" + board;
        var sheet = manchester.secretary.getCsv(asked).statusCode(200).extract().asString();

        var cancelled =
                "%s,%s,Body %s,2014-05-20T14:30,,\"Town Hall, Room 1\",true,CANCELLED,2014-05-12,,0,,No business,"
                        .formatted(second, board, board);
        assertThat(sheet.lines())
                .containsExactly(
                        "reference,body,bodyName,startsAt,endsAt,place,openToPublic,state,"
                                + "noticeDueBy,noticedOn,items,movedBecause,cancelReason,"
                                + "minutesApprovedOn",
                        "%s,%s,Body %s,2014-05-14T10:00,,,false,OPEN,2014-05-06,2014-05-01,1,,,"
                                .formatted(first, board, board),
                        cancelled);
        assertThat(
                        manchester
                                .secretary
                                .getCsv(asked + "&state=CANCELLED")
                                .extract()
                                .asString()
                                .lines()
                                .skip(1))
                .containsExactly(cancelled);
    }

    @Test
    void aSecondMeetingOnADayHasANameOfItsOwn() {
        manchester.noticed(manchester.board);

        assertThat(manchester.noticed(manchester.board))
                .isEqualTo(manchester.board + "-2014-05-14-2");
    }

    @Test
    void aListOfManyMeetingsIsReadInAsManyStatementsAsAListOfOne() {
        manchester.attend(manchester.meets(manchester.governingBody), 2);
        for (int i = 0; i < 3; i++) {
            manchester.attend(manchester.meets(manchester.board), 2);
        }

        assertThat(statementsToList(manchester.board))
                .isEqualTo(statementsToList(manchester.governingBody));
    }

    private long statementsToList(String body) {
        return Statements.toGet(
                "/meetings?limit=1000&body=" + body, manchester.secretary, entities);
    }

    @Test
    void aDecisionIsFoundByItsItemAndKeepsItsEvidence() {
        var meeting = manchester.meets(manchester.governingBody);
        int item = approving(meeting, "FOR");
        var reference = meeting + "/" + item;
        manchester.secretary.does(
                "/bodies/%s/dissolve".formatted(manchester.governingBody),
                "{\"effectiveOn\": \"2014-05-01\"}");

        manchester
                .secretary
                .get("/decisions/" + reference)
                .body("reference", equalTo(reference))
                .body("state", equalTo("IN_EFFECT"))
                .body("validityCodes", empty())
                .body("evidence.standing", equalTo("ESTABLISHED"))
                .body("evidence.seats.size()", equalTo(5))
                .body("tally.votesFor", equalTo(3))
                .body("subject.type", equalTo("fund-plan"));
        manchester
                .secretary
                .get("/decisions?state=IN_EFFECT&limit=1000&body=" + manchester.governingBody)
                .body("items.reference", contains(reference));
        manchester
                .secretary
                .get("/decisions?limit=1000&locality=E08000005")
                .body("items.reference", not(hasItem(reference)));
        manchester
                .secretary
                .get("/decisions?limit=1000")
                .body("items.reference", hasItem(reference));
    }

    @Test
    @Tag("G6")
    void aReplacedBoardCannotDecideAfterItsEnd() {
        var meeting = manchester.meets(manchester.governingBody);
        manchester.secretary.does(
                "/bodies/%s/dissolve".formatted(manchester.governingBody),
                "{\"effectiveOn\": \"2014-05-01\"}");
        int item = tabled(meeting);
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));

        assertThat(Manchester.codes(manchester.outcome(meeting, item))).contains("DISSOLVED");
    }

    @Test
    @Tag("G6")
    void aBodyMeetsOnlyOnTheDaysItIsThere() {
        manchester.secretary.does(
                "/bodies/%s/dissolve".formatted(manchester.governingBody),
                "{\"effectiveOn\": \"2014-05-01\"}");

        plan("2013-03-31T10:00")
                .statusCode(422)
                .body("code", equalTo("BODY_NOT_THERE"))
                .body("body", equalTo(manchester.governingBody))
                .body("heldOn", equalTo("2013-03-31"))
                .body("firstDay", equalTo("2013-04-01"));
        plan("2014-05-01T10:00")
                .statusCode(422)
                .body("code", equalTo("BODY_NOT_THERE"))
                .body("heldOn", equalTo("2014-05-01"))
                .body("lastDay", equalTo("2014-04-30"));
        var last = plan("2014-04-30T10:00").statusCode(201).extract().<String>path("reference");
        manchester
                .secretary
                .post(
                        "/meetings/%s/move".formatted(last),
                        "{\"startsAt\": \"2014-05-02T10:00\", \"reason\": \"Election\"}")
                .statusCode(422)
                .body("code", equalTo("BODY_NOT_THERE"));
        plan("2013-04-01T10:00").statusCode(201);
    }

    private ValidatableResponse plan(String startsAt) {
        return manchester.secretary.post(
                "/meetings",
                "{\"body\": \"%s\", \"startsAt\": \"%s\"}"
                        .formatted(manchester.governingBody, startsAt));
    }

    @Test
    void whatWasApprovedBeforeCountsTogether() {
        manchester.secretary.does(
                "/delegations",
                """
                {"from": "%s", "to": "%s", "functions": ["commissioning"], "place": "E08000003",
                 "limitPence": 1000, "effectiveOn": "2014-04-01"}
                """
                        .formatted(manchester.governingBody, manchester.board));
        var meeting = manchester.meets(manchester.board);

        int first = commissioning(meeting, 600);
        int second = commissioning(meeting, 600);

        assertThat(Manchester.codes(manchester.outcome(meeting, first))).isEmpty();
        assertThat(Manchester.codes(manchester.outcome(meeting, second)))
                .containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void anAnnualLimitIsUsedUp() {
        manchester.secretary.does(
                "/delegations",
                """
                {"from": "%s", "to": "%s", "functions": ["commissioning"], "place": "E08000003",
                 "limitPence": 1000, "limitKind": "ANNUAL", "effectiveOn": "2014-04-01"}
                """
                        .formatted(manchester.governingBody, manchester.board));
        var meeting = manchester.meets(manchester.board);

        int first = commissioning(meeting, 600, "one");
        int second = commissioning(meeting, 600, "another");

        assertThat(Manchester.codes(manchester.outcome(meeting, first))).isEmpty();
        assertThat(Manchester.codes(manchester.outcome(meeting, second)))
                .containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void anItemOnlyDiscussedIsNotDecided() {
        var meeting = manchester.meets(manchester.board);
        int item =
                manchester
                        .secretary
                        .does("/meetings/%s/items".formatted(meeting), "{\"title\": \"Winter\"}")
                        .extract()
                        .path("number");

        manchester
                .secretary
                .post("/meetings/%s/items/%d/outcome".formatted(meeting, item), "{}")
                .statusCode(409)
                .body("code", equalTo("NOTHING_TO_DECIDE"));
        manchester
                .secretary
                .post("/meetings/%s/items/99/outcome".formatted(meeting), "{}")
                .statusCode(404);
    }

    @Test
    void noticeTooShortForItsTermsMakesDecisionsInvalid() {
        var meeting =
                manchester
                        .secretary
                        .does(
                                "/meetings",
                                """
                                {"body": "%s", "startsAt": "2014-05-14T10:00"}
                                """
                                        .formatted(manchester.governingBody))
                        .extract()
                        .<String>path("reference");
        manchester.secretary.does(
                "/meetings/%s/notice".formatted(meeting), "{\"noticedOn\": \"2014-05-09\"}");
        manchester.secretary.does("/meetings/%s/open".formatted(meeting), "{}");
        int item = tabled(meeting);
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));

        assertThat(Manchester.codes(manchester.outcome(meeting, item)))
                .containsExactly("NO_NOTICE");
    }

    private int approving(String meeting, String choice) {
        int item = tabled(meeting);
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, choice));
        manchester.outcome(meeting, item);
        return item;
    }

    private int tabled(String meeting) {
        return table(meeting, 3_267_100_000L, "pooled-budget", "fund-plan", "MCR-BCF");
    }

    private int commissioning(String meeting, long pence) {
        return commissioning(meeting, pence, meeting);
    }

    private int commissioning(String meeting, long pence, String subject) {
        int item = table(meeting, pence, "commissioning", "service", subject);
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));
        return item;
    }

    private int table(String meeting, long pence, String function, String type, String subject) {
        return manchester
                .secretary
                .does(
                        "/meetings/%s/items".formatted(meeting),
                        """
                        {"title": "A matter",
                         "decision": {"type": "APPROVE", "function": "%s", "valuePence": %d,
                                      "owners": [{"organisation": "%s"}],
                                      "subject": {"type": "%s", "id": "%s"}}}
                        """
                                .formatted(function, pence, manchester.ccg, type, subject))
                .extract()
                .path("number");
    }
}
