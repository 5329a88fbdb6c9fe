package locality.governance.record;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.governance.story.AtOnce;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A meeting recorded in one document.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RecordResourceTest {

    @Inject AgroalDataSource database;

    private Manchester manchester;
    private Caller secretary;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
        secretary = manchester.secretary;
    }

    @Test
    @Tag("G22")
    void aMeetingIsRecordedInOneDocument() {
        var meeting = meetingOnTheInvestment();

        var recorded = records(meeting, WHOLE).statusCode(200);

        recorded.body("changed", equalTo(true))
                .body("state", equalTo("CLOSED"))
                .body("items[0].state", equalTo("IN_EFFECT"))
                .body("items[0].outcome", equalTo("CARRIED"))
                .body("items[0].quorum.eligible", equalTo(3))
                .body("items[0].count.votesFor", equalTo(2))
                .body("items[0].validity", empty())
                .body("items[1].title", equalTo("Any other business"))
                .body("items[1].state", nullValue());
        secretary
                .get("/decisions/%s/1".formatted(meeting))
                .body("state", equalTo("IN_EFFECT"))
                .body("evidence.votedAt", equalTo("10:40:00"));
        secretary
                .get("/actions?decision=%s/1".formatted(meeting))
                .body("items.reference", contains(meeting + "/1/A1"))
                .body("items[0].dueOn", equalTo("2014-06-30"))
                .body("items[0].givenOn", equalTo("2014-05-14"));
    }

    /// What the OpenAPI document and the README show is what the tests here record.
    @Test
    @Tag("G22")
    void theExampleThatIsShownIsTheOneThatIsRecorded() throws IOException {
        var shown =
                JSON.readTree(
                                given().get("/api/governance/v1/openapi?format=json")
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .asString())
                        .at("/components/examples/record/value");
        var readme = Files.readString(Path.of("README.md"));
        var heading = readme.indexOf("### A meeting in one document");
        var block = readme.indexOf("```json\n", heading) + "```json\n".length();

        assertThat(shown).isEqualTo(JSON.readTree(WHOLE));
        assertThat(JSON.readTree(readme.substring(block, readme.indexOf("```", block))))
                .isEqualTo(shown);
    }

    @Test
    @Tag("G22")
    void aDryRunAnswersTheSameAndLeavesNothing() {
        var meeting = meetingOnTheInvestment();
        var before = everything();

        var tried =
                secretary
                        .post("/meetings/%s/record?dryRun=true".formatted(meeting), WHOLE)
                        .statusCode(200)
                        .body("dryRun", equalTo(true))
                        .extract()
                        .jsonPath();

        assertThat(everything()).isEqualTo(before);
        secretary.get("/meetings/" + meeting).body("state", equalTo("NOTICED"));
        var recorded = records(meeting, WHOLE).statusCode(200).extract().jsonPath();
        assertThat(tried.getList("items")).isEqualTo(recorded.getList("items"));
        assertThat(tried.getList("written")).isEqualTo(recorded.getList("written"));
    }

    @Test
    @Tag("G17")
    void aMeetingIsAdjournedAtTheEndOfItsRecordAndItsNextSittingRecordedAfterwards() {
        var meeting = meetingOnTheInvestment();
        var until = "2014-05-15T10:00";

        records(meeting, adjourned("\"until\": {\"startsAt\": \"%s\"},".formatted(until)))
                .statusCode(200)
                .body("state", equalTo("ADJOURNED"))
                .body("written", hasItem("The meeting was adjourned"));
        records(meeting, adjourned("\"until\": {\"startsAt\": \"%s\"},".formatted(until)))
                .statusCode(200)
                .body("changed", equalTo(false));
        var shown = secretary.get("/meetings/%s/record".formatted(meeting)).extract().asString();
        records(meeting, shown).statusCode(200).body("changed", equalTo(false));
        var path = "/meetings/%s/attendance".formatted(meeting);
        var sheet = secretary.get(path).extract().asString();
        assertThat(sheet).contains("S1,Member,yes,,10:00,,1,");
        secretary.postCsv(path, sheet).statusCode(200).body("changed", equalTo(false));

        records(meeting, WHOLE)
                .statusCode(409)
                .body("code", equalTo("MEETING_ADJOURNED"))
                .body("detail", containsString("POST /meetings/%s/reconvene".formatted(meeting)))
                .body("resumesAt", equalTo("2014-05-15T10:00:00"));
        secretary.post("/meetings/%s/close".formatted(meeting), "{}").statusCode(409);
        secretary.does(
                "/meetings/%s/reconvene".formatted(meeting),
                "{\"startsAt\": \"%s\"}".formatted(until));
        records(meeting, WHOLE).statusCode(200).body("state", equalTo("CLOSED"));
    }

    @Test
    void whatIsAdjournedIsNotClosedWithTheSameRecordAndVotesHaveAnOutcomeFirst() {
        var meeting = meetingOnTheInvestment();

        records(meeting, adjourned("").replace("\"adjourn\"", "\"close\": true, \"adjourn\""))
                .statusCode(422)
                .body("errors.pointer", contains("/adjourn"))
                .body("errors.code", contains("ADJOURNED_AND_CLOSED"));
        records(
                        meeting,
                        adjourned("")
                                .replace(
                                        "\"adjourn\"",
                                        "\"items\": [{\"item\": 1, \"votes\": {\"S1\": \"FOR\"}}],"
                                                + " \"adjourn\""))
                .statusCode(422)
                .body("errors.pointer", contains("/adjourn"))
                .body("errors.code", contains("VOTES_WITHOUT_OUTCOME"));
        secretary.get("/meetings/" + meeting).body("state", equalTo("NOTICED"));
    }

    private static String adjourned(String until) {
        return """
        {"attendance": [{"seat": "S1"}, {"seat": "S2"}],
         "adjourn": {"at": "2014-05-14T11:40", %s "reason": "Fire alarm"}}
        """
                .formatted(until);
    }

    @Test
    @Tag("G22")
    void theSameDocumentAgainChangesNothingAndSaysSo() {
        var meeting = meetingOnTheInvestment();
        records(meeting, WHOLE).statusCode(200);
        var before = everything();

        records(meeting, WHOLE)
                .statusCode(200)
                .body("changed", equalTo(false))
                .body("written", empty())
                .body("items[0].state", equalTo("IN_EFFECT"));

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void ofTwoWhoSendTheSameAtOnceOneChangesSomething() throws Exception {
        var meeting = meetingOnTheInvestment();
        Callable<Boolean> sending =
                () -> records(meeting, WHOLE).statusCode(200).extract().path("changed");

        var changed = AtOnce.call(2, List.of(sending, sending));

        assertThat(changed).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void aKeyUsedAgainGetsTheFirstAnswer() {
        var meeting = meetingOnTheInvestment();
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var path = "/meetings/%s/record".formatted(meeting);
        var first = secretary.post(path, WHOLE, key).statusCode(200).extract().asString();

        assertThat(secretary.post(path, WHOLE, key).statusCode(200).extract().jsonPath().getMap(""))
                .isEqualTo(new JsonPath(first).getMap(""));
        secretary.post(path, "{}", key).statusCode(422);
    }

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
    void theRecordIsWrittenInParts() {
        var meeting = meetingOnTheInvestment();
        records(meeting, "{\"attendance\": [{\"seat\": \"S1\"}, {\"seat\": \"S2\"}]}")
                .body("state", equalTo("OPEN"));
        records(meeting, "{\"attendance\": [{\"seat\": \"S2\"}, {\"seat\": \"S3\"}]}")
                .body("written", contains("Attendance of 1 seat"));
        records(meeting, "{\"items\": [{\"item\": 1, \"votes\": {\"S1\": \"FOR\"}}]}")
                .body("items[0].state", equalTo("TABLED"));

        records(
                        meeting,
                        """
                        {"attendance": [{"seat": "S2", "present": false}],
                         "items": [{"item": 1,
                                    "votes": [{"seat": "S1", "choice": "FOR"},
                                              {"seat": "S3", "choice": "FOR"}],
                                    "outcome": "BY_VOTES"}]}
                        """)
                .body("items[0].state", equalTo("INVALID"))
                .body("items[0].validity.code", contains("INQUORATE"))
                .body(
                        "items[0].validity.inWords",
                        contains("there was no quorum when the vote was taken"));
    }

    @Test
    @Tag("G22")
    void whatIsReadIsATemplateThatSentBackChangesNothing() {
        var meeting = meetingOnTheInvestment();
        var empty = document(meeting);

        assertThat(empty).contains("\"S5\"", "Investment");
        records(meeting, empty).statusCode(200).body("changed", equalTo(false));
        secretary.get("/meetings/" + meeting).body("state", equalTo("NOTICED"));
        records(meeting, WHOLE).statusCode(200);
        var full = document(meeting);
        records(meeting, full).statusCode(200).body("changed", equalTo(false));
        secretary
                .get("/meetings/%s/record".formatted(meeting))
                .body("attendance.find { it.seat == 'S4' }.present", equalTo(false))
                .body("attendance.find { it.seat == 'S3' }.substitute", equalTo("post:deputy"))
                .body("items[0].votes.S1", equalTo("FOR"))
                .body("items[0].votes.S4", nullValue())
                .body("items[0].outcome", equalTo("BY_VOTES"))
                .body("items[1].note", equalTo("The next meeting is in July"))
                .body("close", equalTo(true));
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

    @Test
    void attendanceGoesOutAndComesBackAsASpreadsheet() {
        var meeting = meetingOnTheInvestment();
        var path = "/meetings/%s/attendance".formatted(meeting);
        var sheet = secretary.get(path).statusCode(200).extract().asString();
        assertThat(sheet)
                .startsWith("seat,post,present,substitute,arrivedAt,leftAt,sitting,version\r\nS1,");
        secretary.postCsv(path, sheet).statusCode(200).body("changed", equalTo(false));

        var filled =
                sheet.replace("S1,Member,,,,", "S1,Member,yes,,,")
                        .replace("S2,Member,,,,", "S2,Member,,post:deputy,10:05,11:30");
        secretary
                .postCsv(path + "?dryRun=true", filled)
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("written", contains("The meeting was opened", "Attendance of 2 seats"));
        secretary
                .postCsv(path, filled)
                .statusCode(200)
                .body("written", contains("The meeting was opened", "Attendance of 2 seats"));
        secretary
                .postCsv(path, filled)
                .statusCode(412)
                .body("code", equalTo("STALE"))
                .body("sent", equalTo(tagIn(sheet)))
                .body("current", equalTo(tagIn(secretary.get(path).extract().asString())));

        secretary
                .get("/meetings/" + meeting)
                .body("attendance.member", contains("S1", "S2"))
                .body("attendance.arrivedAt", contains("10:00:00", "10:05:00"));
        var again = secretary.get(path).extract().asString();
        assertThat(again).contains("S2,Member,yes,post:deputy,10:05,11:30");
        secretary.postCsv(path, again).body("changed", equalTo(false));
        secretary
                .postCsv(path, "seat,present,arrivedAt\nS1,no,10:00\nS2,,ten\n,yes,\n")
                .statusCode(400)
                .body(
                        "errors.where",
                        contains("line 2, present", "line 3, arrivedAt", "line 4, seat"));
    }

    @Test
    void theRecordOfTwoSittingsIsSentBackAndChangesNothing() {
        var meeting = meetingOnTheInvestment();
        records(meeting, "{\"attendance\": [{\"seat\": \"S1\"}, {\"seat\": \"S2\"}]}")
                .statusCode(200);
        secretary.does(
                "/meetings/%s/adjourn".formatted(meeting),
                "{\"at\": \"2014-05-14T11:30\", \"reason\": \"Lunch\"}");
        secretary.does(
                "/meetings/%s/reconvene".formatted(meeting),
                "{\"startsAt\": \"2014-05-14T13:00\"}");
        records(meeting, "{\"attendance\": [{\"seat\": \"S3\"}]}").statusCode(200);

        secretary
                .get("/meetings/%s/record".formatted(meeting))
                .body(
                        "attendance.findAll { it.present }.collect { it.sitting + it.seat }",
                        contains("1S1", "1S2", "2S3"));
        records(meeting, document(meeting)).statusCode(200).body("changed", equalTo(false));
        var path = "/meetings/%s/attendance".formatted(meeting);
        var sheet = secretary.get(path).extract().asString();
        assertThat(sheet).contains("S2,Member,yes,,10:00,,1,", "S3,Member,yes,,13:00,,2,");
        secretary.postCsv(path, sheet).statusCode(200).body("changed", equalTo(false));

        records(
                        meeting,
                        "{\"attendance\": [{\"seat\": \"S1\", \"sitting\": 1, \"leftAt\":"
                                + " \"11:00\"}]}")
                .statusCode(200)
                .body("written", contains("Attendance of 1 seat"));
        records(meeting, "{\"attendance\": [{\"seat\": \"S1\", \"sitting\": 3}]}")
                .statusCode(422)
                .body("errors.pointer", contains("/attendance/0"));
    }

    @Test
    void aRecordReadBeforeTheMeetingAdjournedStillSpeaksOfTheSittingItWasReadAt() {
        var meeting = meetingOnTheInvestment();
        records(meeting, "{\"attendance\": [{\"seat\": \"S1\"}]}").statusCode(200);
        var shown = document(meeting);
        secretary.does(
                "/meetings/%s/adjourn".formatted(meeting),
                "{\"at\": \"2014-05-14T11:30\", \"reason\": \"Lunch\"}");
        secretary.does(
                "/meetings/%s/reconvene".formatted(meeting),
                "{\"startsAt\": \"2014-05-14T13:00\"}");

        records(meeting, shown).statusCode(200).body("changed", equalTo(false));

        secretary
                .get("/meetings/%s/record".formatted(meeting))
                .body("attendance.findAll { it.present }.sitting", contains(1));
    }

    @Test
    @Tag("G22")
    void theSheetSaysWhoSubstitutedToThoseAloneWhoWroteItDown() {
        var meeting = meetingOnTheInvestment();
        records(meeting, WHOLE).statusCode(200);
        var path = "/meetings/%s/attendance".formatted(meeting);

        assertThat(secretary.get(path).extract().asString())
                .contains("S3,Member,yes,post:deputy,10:00,11:30,1,");
        assertThat(Caller.of("viewer", Locality.MANCHESTER).get(path).extract().asString())
                .contains("S3,Member,yes,,10:00,11:30,1,");
    }

    @Test
    void aSheetIsReadAtOneVersionAndTakenInAtTheOneThatIfMatchNames() {
        var meeting = meetingOnTheInvestment();
        var path = "/meetings/%s/attendance".formatted(meeting);

        secretary
                .postCsv(path, "seat,present,version\nS1,yes,0\nS2,yes,1\n")
                .statusCode(400)
                .body("errors.where", contains("line 3, version"));
        secretary
                .postCsv(path, "seat,present,sitting\nS1,yes,0\n")
                .statusCode(400)
                .body("errors.where", contains("line 2, sitting"));
        secretary
                .postCsv(path, "seat,present\nS1,yes\n", Map.of("If-Match", "\"99\""))
                .statusCode(412)
                .body("sent", equalTo("\"99\""));
        secretary.get("/meetings/" + meeting).body("state", equalTo("NOTICED"));
        secretary
                .postCsv(
                        path,
                        "seat,present\nS1,yes\n",
                        Map.of("If-Match", tagIn(secretary.get(path).extract().asString())))
                .statusCode(200)
                .body("state", equalTo("OPEN"));
    }

    @Test
    void anAssemblyOfAThousandIsRecordedWithinSeconds() {
        var meeting = assemblyOf(1_000);
        var document =
                """
                {"attendance": [%s],
                 "items": [{"item": 1, "votedAt": "10:40", "votes": {%s}, "outcome": "BY_VOTES"}],
                 "close": true}
                """
                        .formatted(
                                seats(1_000, "{\"seat\": \"S%d\"}"),
                                seats(1_000, "\"S%d\": \"FOR\""));
        var begun = System.nanoTime();

        records(meeting, document)
                .statusCode(200)
                .body("items[0].count.votesFor", equalTo(1_000))
                .body("items[0].state", equalTo("IN_EFFECT"));

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        records(meeting, document).body("changed", equalTo(false));
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String WHOLE =
            """
            {"attendance": [{"seat": "S1"}, {"seat": "S2", "arrivedAt": "10:10"},
                            {"seat": "S3", "substitute": "post:deputy", "leftAt": "11:30"},
                            {"seat": "S4", "present": false}],
             "items": [
               {"item": 1, "votedAt": "10:40",
                "interests": [{"seat": "S2", "effect": "DECLARED",
                               "nature": "Governor of the hospital"}],
                "votes": {"S1": "FOR", "S2": "FOR", "S3": "ABSTAIN"},
                "outcome": "BY_VOTES",
                "actions": [{"title": "Sign the agreement", "post": "Chief Officer",
                             "dueOn": "2014-06"}]},
               {"title": "Any other business", "note": "The next meeting is in July"}],
             "close": true}
            """;

    private ValidatableResponse records(String meeting, String document) {
        return secretary.post("/meetings/%s/record".formatted(meeting), document);
    }

    private String document(String meeting) {
        return secretary
                .get("/meetings/%s/record".formatted(meeting))
                .statusCode(200)
                .extract()
                .asString();
    }

    /// Noticed, with an investment to approve that the governing body may.
    private String meetingOnTheInvestment() {
        return tabledAt(manchester.noticed(manchester.governingBody));
    }

    private String tabledAt(String meeting) {
        secretary.does(
                "/meetings/%s/items".formatted(meeting),
                """
                {"title": "Investment",
                 "decision": {"type": "APPROVE", "function": "commissioning", "valuePence": 600,
                              "owners": [{"organisation": "%s"}]}}
                """
                        .formatted(manchester.ccg));
        return meeting;
    }

    private String assemblyOf(int members) {
        var body = manchester.governingBody;
        var sheet =
                IntStream.rangeClosed(6, members)
                        .mapToObj("S%d,Member,2013-04-01,post:m%<d"::formatted)
                        .collect(
                                Collectors.joining("\n", "seat,post,from,personReference\n", "\n"));
        secretary.postCsv("/bodies/%s/memberships".formatted(body), sheet).statusCode(201);
        return tabledAt(manchester.noticed(body));
    }

    private static String seats(int count, String each) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(each::formatted)
                .collect(Collectors.joining(","));
    }

    /// The version in a sheet's first line, as an entity tag.
    private static String tagIn(String sheet) {
        var line = sheet.lines().skip(1).findFirst().orElseThrow();
        return '"' + line.substring(line.lastIndexOf(',') + 1) + '"';
    }

    /// Every row that a record may write.
    private String everything() {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select concat_ws(' ',
                                  (select count(*) from event_log),
                                  (select count(*) from attendance),
                                  (select count(*) from interest),
                                  (select count(*) from decision_vote),
                                  (select count(*) from decision_outcome),
                                  (select count(*) from agenda_item),
                                  (select count(*) from action),
                                  (select count(*) from item_note),
                                  (select sum(version) from meeting),
                                  (select sum(version) from decision))
                                """);
                var row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
