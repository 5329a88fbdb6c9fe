package locality.governance.story;

import static locality.governance.story.Manchester.all;
import static locality.governance.story.Manchester.codes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import locality.platform.event.CommitmentEvent.ApprovalRequested;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A commitment of £2,791,000 is over its limit; who may approve it, and what happens when it is
/// the wrong body, too few members, a member with an interest, another amount.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class OverLimitStoryTest {

    private static final String WAVE_ONE = "bcf-investment-wave-one";
    private static final String WAVE_TWO = "bcf-investment-wave-two";
    private static final long PRE_ALLIANCE = 279_100_000;

    @Test
    @Tag("G16")
    void waveOneRestsWithTheCcgSoTheBoardIsRefusedAndTheGoverningBodyDecides() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);

        var refused = manchester.decides(manchester.board, request, 5, all(5, "FOR"));

        assertThat(refused.getString("state")).isEqualTo("INVALID");
        assertThat(refused.getString("outcome")).isEqualTo("CARRIED");
        assertThat(codes(refused)).containsExactly("RESERVED");
        assertThat(manchester.stateOf(request)).isEqualTo("OPEN");

        var decided = manchester.decides(manchester.governingBody, request, 3, all(3, "FOR"));

        assertThat(decided.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(codes(decided)).isEmpty();
        assertThat(decided.getLong("valuePence")).isEqualTo(PRE_ALLIANCE);
        assertThat(manchester.stateOf(request)).isEqualTo("ANSWERED");
        assertThat(told(decided.getString("id"), request, "IN_EFFECT")).isTrue();
        assertThat(told(refused.getString("id"), request, "INVALID")).isTrue();
    }

    @Test
    @Tag("G16")
    void waveTwoIsTheBoardsToDecide() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_TWO, PRE_ALLIANCE);

        var decided = manchester.decides(manchester.board, request, 4, all(4, "FOR"));

        assertThat(decided.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(decided.getList("evidence.authority.chain.name"))
                .containsExactly("Body " + manchester.governingBody, "Body " + manchester.board);
    }

    @Test
    void anInquorateMeetingDecidesNothingAndTheRequestWaits() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);

        var decided = manchester.decides(manchester.governingBody, request, 2, all(2, "FOR"));

        assertThat(decided.getString("state")).isEqualTo("INVALID");
        assertThat(codes(decided)).containsExactly("INQUORATE");
        assertThat(decided.getInt("quorum.required")).isEqualTo(3);
        assertThat(decided.getInt("quorum.eligible")).isEqualTo(2);
        assertThat(manchester.stateOf(request)).isEqualTo("OPEN");
    }

    @Test
    void aVoteInSpiteOfAnInterestSpoilsTheDecision() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);
        var meeting = manchester.meets(manchester.governingBody);
        int item = manchester.tables(meeting, request);
        manchester.attend(meeting, 5);
        manchester.secretary.does(
                "/meetings/%s/items/%d/interests".formatted(meeting, item),
                """
                {"member": "S2", "effect": "NO_VOTE", "nature": "Partner in the provider"}
                """);
        manchester.vote(meeting, item, all(5, "FOR"));

        var decided = manchester.outcome(meeting, item);

        assertThat(decided.getString("state")).isEqualTo("INVALID");
        assertThat(codes(decided)).containsExactly("CONFLICTED_VOTE");
        assertThat(decided.getInt("tally.votesFor")).isEqualTo(4);
        assertThat(manchester.stateOf(request)).isEqualTo("OPEN");
    }

    @Test
    void interestsThatBreakTheQuorumAreToldApartFromAbsence() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);
        var meeting = manchester.meets(manchester.governingBody);
        int item = manchester.tables(meeting, request);
        manchester.attend(meeting, 3);
        manchester.secretary.does(
                "/meetings/%s/items/%d/interests".formatted(meeting, item),
                """
                {"member": "%s/S3", "effect": "LEFT", "nature": "Director of the provider"}
                """
                        .formatted(manchester.governingBody));
        manchester.vote(meeting, item, "FOR", "FOR");

        assertThat(codes(manchester.outcome(meeting, item)))
                .containsExactly("INQUORATE_AFTER_CONFLICT");
    }

    @Test
    void anotherAmountOrFunctionThanAskedIsRefused() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);
        manchester.arrives(request);
        var meeting = manchester.meets(manchester.governingBody);

        manchester
                .secretary
                .post(
                        "/meetings/%s/items".formatted(meeting),
                        tabling(request, "279000000", WAVE_ONE))
                .statusCode(422)
                .body("code", equalTo("AMOUNT_DIFFERS"))
                .body("requestedPence", equalTo(279_100_000))
                .body("valuePence", equalTo(279_000_000));
        manchester
                .secretary
                .post(
                        "/meetings/%s/items".formatted(meeting),
                        tabling(request, "279100000", WAVE_TWO))
                .statusCode(422)
                .body("code", equalTo("FUNCTION_DIFFERS"));
        assertThat(manchester.stateOf(request)).isEqualTo("OPEN");
    }

    @Test
    void aValidNoIsAnAnswerToo() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);

        var decided =
                manchester.decides(
                        manchester.governingBody, request, 3, "FOR", "AGAINST", "AGAINST");

        assertThat(decided.getString("state")).isEqualTo("LOST");
        assertThat(codes(decided)).isEmpty();
        assertThat(manchester.stateOf(request)).isEqualTo("ANSWERED");
    }

    @Test
    void aNoOfABodyWithoutAuthorityLeavesTheRequestOpen() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);

        var decided = manchester.decides(manchester.board, request, 3, all(3, "AGAINST"));

        assertThat(decided.getString("state")).isEqualTo("LOST");
        assertThat(codes(decided)).containsExactly("RESERVED");
        assertThat(manchester.stateOf(request)).isEqualTo("OPEN");
    }

    @Test
    void anAnsweredRequestIsNotTabledAgain() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);
        manchester.decides(manchester.governingBody, request, 3, all(3, "FOR"));
        var meeting = manchester.meets(manchester.governingBody);

        manchester
                .secretary
                .post(
                        "/meetings/%s/items".formatted(meeting),
                        """
                        {"title": "Again", "approvalRequest": "%s"}
                        """
                                .formatted(request.requestId()))
                .statusCode(409)
                .body("code", equalTo("APPROVAL_REQUEST_NOT_OPEN"));
    }

    @Test
    void aRequestThatLapsedIsNoLongerOpen() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);
        manchester.arrives(request);

        BudgetTopic.lapses(request);

        await().atMost(Duration.ofSeconds(30))
                .until(() -> manchester.stateOf(request).equals("WITHDRAWN"));
    }

    @Test
    void aDryRunTellsTheOutcomeAndKeepsNothing() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);
        var meeting = manchester.meets(manchester.governingBody);
        int item = manchester.tables(meeting, request);
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));

        manchester
                .secretary
                .post("/meetings/%s/items/%d/outcome?dryRun=true".formatted(meeting, item), "{}")
                .statusCode(200)
                .body("state", equalTo("IN_EFFECT"));

        manchester
                .secretary
                .get("/decisions/%s/%d".formatted(meeting, item))
                .body("state", equalTo("TABLED"));
        assertThat(manchester.stateOf(request)).isEqualTo("OPEN");
    }

    @Test
    void aDeferredMatterIsPutBeforeAnotherMeetingAndVotedOnAfresh() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);
        var first = manchester.meets(manchester.governingBody);
        int item = manchester.tables(first, request);
        manchester.attend(first, 3);
        manchester.vote(first, item, all(3, "AGAINST"));
        manchester
                .secretary
                .does(
                        "/meetings/%s/items/%d/outcome".formatted(first, item),
                        "{\"declared\": \"DEFERRED\"}")
                .body("state", equalTo("DEFERRED"));
        assertThat(manchester.stateOf(request)).isEqualTo("OPEN");

        var second = manchester.meets(manchester.governingBody);
        int again =
                manchester
                        .secretary
                        .does(
                                "/meetings/%s/items".formatted(second),
                                """
                                {"title": "Again", "deferredDecision": "%s/%d"}
                                """
                                        .formatted(first, item))
                        .extract()
                        .path("number");
        manchester.attend(second, 4);
        manchester.vote(second, again, all(4, "FOR"));

        assertThat(manchester.outcome(second, again).getString("state")).isEqualTo("IN_EFFECT");
        assertThat(manchester.stateOf(request)).isEqualTo("ANSWERED");
    }

    @Test
    void whoWasNotThereCannotHaveVoted() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);
        var meeting = manchester.meets(manchester.governingBody);
        int item = manchester.tables(meeting, request);
        manchester.attend(meeting, 3);

        manchester
                .secretary
                .post(
                        "/meetings/%s/items/%d/votes".formatted(meeting, item),
                        "{\"votes\": [{\"member\": \"S4\", \"vote\": \"FOR\"}]}")
                .statusCode(422)
                .body("code", equalTo("NOT_PRESENT"));
    }

    @Test
    void aSubstituteSitsInAnAbsentMembersSeat() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);
        var meeting = manchester.meets(manchester.governingBody);
        int item = manchester.tables(meeting, request);
        manchester.attend(meeting, 2);
        manchester.secretary.does(
                "/meetings/%s/attendance".formatted(meeting),
                """
                {"attendance": [{"member": "S3", "substitute": "post:deputy"}]}
                """);
        manchester.vote(meeting, item, all(3, "FOR"));

        assertThat(codes(manchester.outcome(meeting, item))).isEmpty();
    }

    @Test
    void anotherLocalityNeitherSeesNorTablesTheRequest() {
        var manchester = Manchester.in2014();
        var request = BudgetTopic.asksFor(manchester.ccg, WAVE_ONE, PRE_ALLIANCE);
        manchester.arrives(request);
        var meeting = manchester.meets(manchester.governingBody);
        var rochdale = Caller.secretaryOf(Locality.ROCHDALE);

        rochdale.get("/approval-requests/" + request.requestId()).statusCode(404);
        rochdale.get("/approval-requests")
                .statusCode(200)
                .body("items.requestId", not(hasItem(request.requestId().toString())));
        rochdale.get("/bodies/" + manchester.board).statusCode(404);
        rochdale.get("/meetings/" + meeting).statusCode(404);
        rochdale.post(
                        "/meetings/%s/items".formatted(meeting),
                        "{\"title\": \"Theirs\", \"approvalRequest\": \"%s\"}"
                                .formatted(request.requestId()))
                .statusCode(404);
    }

    @Test
    void onlyABoardSecretaryWrites() {
        var manchester = Manchester.in2014();
        var meeting = manchester.meets(manchester.governingBody);

        for (var role : new String[] {"finance", "programme", "analyst", "viewer", "auditor"}) {
            Caller.of(role, Locality.MANCHESTER)
                    .post("/meetings/%s/close".formatted(meeting), "{}")
                    .statusCode(403);
            Caller.of(role, Locality.MANCHESTER).get("/meetings/" + meeting).statusCode(200);
        }
    }

    private static String tabling(ApprovalRequested request, String pence, String function) {
        return """
        {"title": "Pre-alliance", "approvalRequest": "%s",
         "decision": {"valuePence": %s, "function": "%s"}}
        """
                .formatted(request.reference(), pence, function);
    }

    /// Whether the topic tells the decision with the request's id and content hash.
    private static boolean told(String decision, ApprovalRequested request, String state) {
        return GovernanceTopic.decisionTaken(decision)
                .filter(event -> request.requestId().equals(event.requestId()))
                .filter(event -> request.contentHash().equals(event.contentHash()))
                .filter(event -> request.amountPence().equals(event.valuePence()))
                .filter(event -> state.equals(event.state()))
                .isPresent();
    }
}
