package locality.governance.decision;

import static locality.governance.story.Manchester.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import locality.governance.story.AtOnce;
import locality.governance.story.BudgetTopic;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The board decides under a delegation of up to 1,000 pence a decision, unless a test says
/// otherwise.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class DecisionResourceTest {

    @Inject AgroalDataSource database;

    private Manchester manchester;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
    }

    @Test
    void aPennyShareDoesNotApproveMillions() {
        var meeting = boardWithin(1_000, "PER_DECISION");

        post(meeting, approval(400_000_000, "[{\"organisation\": \"%s\", \"sharePence\": 1}]", "a"))
                .statusCode(422)
                .body("code", equalTo("SHARES_DIFFER"))
                .body("valuePence", equalTo(400_000_000))
                .body("sharesPence", equalTo(1));
        post(
                        meeting,
                        approval(
                                100,
                                "[{\"organisation\": \"%1$s\"}, {\"organisation\": \"%1$s\"}]",
                                "a"))
                .statusCode(422)
                .body("code", equalTo("OWNER_NAMED_TWICE"))
                .body("organisation", equalTo(manchester.ccg));
    }

    @Test
    void whatWasOnlyRecommendedTookNothingOfALimit() {
        var meeting = boardWithin(1_000, "PER_DECISION");
        var recommended = decided(meeting, 600, "a", "RECOMMEND");

        assertThat(recommended.get("state")).isEqualTo("IN_EFFECT");
        assertThat(decided(meeting, 600, "a").get("state")).isEqualTo("IN_EFFECT");
    }

    @Test
    void aSubjectOfTheSameNameInAnotherPlaceIsAnother() {
        var meeting = boardWithin(1_000, "PER_DECISION");
        var subject = "shared-name-" + manchester.board;
        var both = Caller.secretaryOf(Locality.MANCHESTER, Locality.ROCHDALE);
        var governors = manchester.meets(manchester.governingBody);
        int item =
                both.does(
                                "/meetings/%s/items".formatted(governors),
                                approval(900, whole(), subject)
                                        .replace(
                                                "{\"type\": \"APPROVE\"",
                                                "{\"place\": \"E08000005\", \"type\": \"APPROVE\""))
                        .extract()
                        .path("number");
        manchester.attend(governors, 3);
        manchester.vote(governors, item, all(3, "FOR"));

        assertThat(manchester.outcome(governors, item).getString("state")).isEqualTo("IN_EFFECT");
        assertThat(decided(meeting, 600, subject).get("state")).isEqualTo("IN_EFFECT");
    }

    @Test
    void anEarlierApprovalOfTheWholeCountsAgainstALaterShare() {
        var meeting = boardWithin(1_000, "PER_DECISION");
        decided(meeting, 600, "a");
        int second =
                tabled(
                        meeting,
                        approval(500, "[{\"organisation\": \"%s\", \"sharePence\": 500}]", "a"));

        assertThat(taken(meeting, second).get("validityCodes"))
                .isEqualTo(List.of("LIMIT_EXCEEDED"));
    }

    @Test
    void twoMeetingsThatDecideTheSameSubjectAtOnceSeeEachOther() throws Exception {
        var first = boardWithin(1_000, "PER_DECISION");
        var second = manchester.meets(manchester.board);
        int one = ready(first, 600, "a");
        int other = ready(second, 600, "a");

        assertThat(AtOnce.call(2, List.of(outcome(first, one), outcome(second, other))))
                .containsExactlyInAnyOrder("IN_EFFECT", "INVALID");
    }

    @Test
    void decisionsAtOnceDoNotSpendTheSameYearsMoney() throws Exception {
        var meeting = boardWithin(1_000, "ANNUAL");
        var outcomes =
                IntStream.range(0, 8)
                        .map(i -> ready(meeting, 600, "subject " + i))
                        .mapToObj(item -> outcome(meeting, item))
                        .toList();

        assertThat(AtOnce.call(outcomes.size(), outcomes))
                .containsOnlyOnce("IN_EFFECT")
                .containsOnly("IN_EFFECT", "INVALID");
    }

    @Test
    void anAnnualLimitIsChargedOnceForEachPartOfASubject() {
        var meeting = boardWithin(1_000, "ANNUAL");

        assertThat(decided(meeting, 400, "a").get("state")).isEqualTo("IN_EFFECT");
        assertThat(decided(meeting, 400, "a").get("state")).isEqualTo("IN_EFFECT");
        assertThat(decided(meeting, 201, "a").get("state")).isEqualTo("INVALID");
        assertThat(decided(meeting, 200, "a").get("state")).isEqualTo("IN_EFFECT");
    }

    @Test
    void whatABodyUsedOfItsAnnualLimitIsStillItsOwnToPassOn() {
        var meeting = boardWithin(1_000, "ANNUAL");
        decided(meeting, 700, "a");
        var panel = manchester.board + "-PANEL";
        manchester.body(panel, manchester.council, false);

        manchester
                .secretary
                .post(
                        "/delegations",
                        """
                        {"from": "%s", "to": "%s", "functions": ["commissioning"],
                         "place": "E08000003", "limitPence": 1000, "limitKind": "ANNUAL",
                         "effectiveOn": "2014-06-01"}
                        """
                                .formatted(manchester.board, panel))
                .statusCode(201);
    }

    @Test
    void whatAMeetingClosedWithoutComingToIsPutBeforeAnother() {
        var first = boardWithin(1_000, "PER_DECISION");
        int item = tabled(first, approval(600, whole(), "a"));
        var deferred = "{\"title\": \"Again\", \"deferredDecision\": \"%s/%d\"}";
        var second = manchester.meets(manchester.board);
        post(second, deferred.formatted(first, item)).statusCode(409);
        manchester.secretary.does("/meetings/%s/close".formatted(first), "{}");

        int again = tabled(second, deferred.formatted(first, item));

        assertThat(taken(second, again).get("state")).isEqualTo("IN_EFFECT");
        manchester
                .secretary
                .get("/decisions/%s/%d".formatted(first, item))
                .statusCode(200)
                .body("outcome", nullValue())
                .body("reference", equalTo(first + "/" + item));
    }

    @Test
    void aRequestAnsweredMeanwhileDoesNotKeepAnItemFromItsEnd() {
        var request = BudgetTopic.asksFor(manchester.ccg, "commissioning", 279_100_000);
        var first = manchester.meets(manchester.governingBody);
        int late = manchester.tables(first, request);
        manchester.attend(first, 3);
        manchester.vote(first, late, all(3, "FOR"));
        manchester.decides(manchester.governingBody, request, 3, all(3, "FOR"));
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
        assertThat(manchester.stateOf(request)).isEqualTo("ANSWERED");
    }

    @Test
    void theFirstMeetingsRecordStaysWhenADeferredMatterIsDecidedAtAnother() {
        var first = boardWithin(1_000, "PER_DECISION");
        int item = tabled(first, approval(600, whole(), "a"));
        manchester.attend(first, 3);
        manchester.vote(first, item, all(3, "AGAINST"));
        manchester.secretary.does(
                "/meetings/%s/items/%d/outcome".formatted(first, item),
                "{\"declared\": \"DEFERRED\"}");
        var second = manchester.meets(manchester.board);
        int again =
                tabled(
                        second,
                        "{\"title\": \"Again\", \"deferredDecision\": \"%s/%d\"}"
                                .formatted(first, item));
        taken(second, again);

        manchester
                .secretary
                .get("/decisions/%s/%d".formatted(second, again))
                .body("state", equalTo("IN_EFFECT"))
                .body("votes.choice", contains("FOR", "FOR", "FOR"))
                .body("earlierTablings.reference", contains(first + "/" + item))
                .body("earlierTablings[0].outcome", equalTo("DEFERRED"));
        for (var path : List.of("/decisions/%s/%d", "/meetings/%s/items/%d")) {
            var root = path.startsWith("/meetings") ? "decision." : "";
            manchester
                    .secretary
                    .get(path.formatted(first, item))
                    .statusCode(200)
                    .body(root + "reference", equalTo(first + "/" + item))
                    .body(root + "state", equalTo("DEFERRED"))
                    .body(root + "votes.choice", contains("AGAINST", "AGAINST", "AGAINST"))
                    .body(root + "tally.against", equalTo(3))
                    .body(root + "evidence.votes.size()", equalTo(3))
                    .body(root + "earlierTablings", empty());
        }
    }

    @Test
    void anotherLocalityLearnsNothingOfAMeetingByProposingADecision() {
        var meeting = boardWithin(1_000, "PER_DECISION");
        var rochdale = Caller.secretaryOf(Locality.ROCHDALE);

        for (var item :
                List.of(
                        approval(600, whole(), "a"),
                        approval(600, whole(), "a").replace("commissioning", "gardening"))) {
            rochdale.post("/meetings/%s/items".formatted(meeting), item)
                    .statusCode(404)
                    .body("what", equalTo("meeting"))
                    .body("id", equalTo(meeting));
        }
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
    void aRequestIsDecidedAsItWasAskedInEveryPart() {
        var request = BudgetTopic.asksFor(manchester.ccg, "commissioning", 1_000);
        manchester.arrives(request);
        var meeting = manchester.meets(manchester.governingBody);

        Map.of(
                        "BASIS_DIFFERS", "\"basis\": \"POOLED\"",
                        "PLACE_DIFFERS", "\"place\": \"E47000001\"",
                        "OWNERS_DIFFER", "\"owners\": [{\"organisation\": \"01D\"}]",
                        "SUBJECT_DIFFERS", "\"subject\": {\"type\": \"commitment\", \"id\": \"x\"}")
                .forEach(
                        (code, part) ->
                                post(
                                                meeting,
                                                """
                                                {"title": "Pre-alliance", "approvalRequest": "%s",
                                                 "decision": {%s}}
                                                """
                                                        .formatted(request.requestId(), part))
                                        .statusCode(422)
                                        .body("code", equalTo(code)));
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

    /// A meeting of the board, which may decide up to a limit.
    private String boardWithin(long pence, String limitKind) {
        manchester.secretary.does(
                "/delegations",
                """
                {"from": "%s", "to": "%s", "functions": ["commissioning"], "place": "E08000003",
                 "limitPence": %d, "limitKind": "%s", "maySubDelegate": true,
                 "effectiveOn": "2014-04-01"}
                """
                        .formatted(manchester.governingBody, manchester.board, pence, limitKind));
        return manchester.meets(manchester.board);
    }

    private static String whole() {
        return "[{\"organisation\": \"%s\"}]";
    }

    private String approval(long pence, String owners, String subject) {
        return """
        {"title": "A matter",
         "decision": {"type": "APPROVE", "function": "commissioning", "valuePence": %d,
                      "owners": %s, "subject": {"type": "service", "id": "%s"}}}
        """
                .formatted(pence, owners.formatted(manchester.ccg), subjectOf(subject));
    }

    private String subjectOf(String name) {
        return manchester.board + name;
    }

    private ValidatableResponse post(String meeting, String item) {
        return manchester.secretary.post("/meetings/%s/items".formatted(meeting), item);
    }

    private int tabled(String meeting, String item) {
        return manchester
                .secretary
                .does("/meetings/%s/items".formatted(meeting), item)
                .extract()
                .path("number");
    }

    /// Tabled, attended and voted for.
    private int ready(String meeting, long pence, String subject) {
        int item = tabled(meeting, approval(pence, whole(), subject));
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));
        return item;
    }

    private Map<String, Object> decided(String meeting, long pence, String subject) {
        return decided(meeting, pence, subject, "APPROVE");
    }

    private Map<String, Object> decided(
            String meeting, long pence, String subject, String decisionType) {
        return taken(
                meeting,
                tabled(
                        meeting,
                        approval(pence, whole(), subject).replace("APPROVE", decisionType)));
    }

    private Map<String, Object> taken(String meeting, int item) {
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));
        return manchester.outcome(meeting, item).getMap("$");
    }

    private Callable<String> outcome(String meeting, int item) {
        return () -> manchester.outcome(meeting, item).getString("state");
    }
}
