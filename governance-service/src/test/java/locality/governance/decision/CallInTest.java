package locality.governance.decision;

import static locality.governance.story.Manchester.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import locality.governance.period.ClearDays;
import locality.governance.story.AtOnce;
import locality.governance.story.BudgetTopic;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Scrutiny has five clear working days to call in what the board approves.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class CallInTest extends TheBoardDecidesToday {

    @Inject BringIntoEffect bringIntoEffect;

    private String scrutiny;

    @BeforeEach
    void scrutinyMayCallIn() {
        terms(manchester.board, "2014-04-01", ", \"callInClearDays\": 5");
        grantToTheBoard(1_000, "ANNUAL");
        scrutiny = manchester.board + "-HSC";
        manchester.secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Health Scrutiny Committee", "classification": "SCRUTINY",
                 "spatialLevel": "LOCALITY", "organisation": "%s", "locality": "E08000003",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(scrutiny, manchester.council));
    }

    @Test
    void aDecisionNobodyCallsInTakesEffectAfterItsClearDaysAndIsToldAgain() {
        var decision = approved(meetsToday(manchester.board), 600, "a");
        assertThat(decision.getString("state")).isEqualTo("CARRIED");
        assertThat(decision.getString("callInUntil")).isEqualTo(lastDay().toString());

        bringIntoEffect.handle(lastDay());
        assertThat(stateOf(decision)).isEqualTo("CARRIED");
        bringIntoEffect.handle(lastDay().plusDays(1));

        var after = shown(decision);
        assertThat(after.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(after.getString("effectiveOn")).isEqualTo(lastDay().plusDays(1).toString());
        assertThat(after.getString("steps[0].reason")).isEqualTo("Nobody called it in");
        assertThat(told(decision, "state")).containsExactly("CARRIED", "IN_EFFECT");
    }

    @Test
    void whatIsWrittenDownYearsAfterwardsCanStillBeCalledIn() {
        var decision = approved(manchester.meets(manchester.board), 600, "a");

        assertThat(decision.getString("state")).isEqualTo("CARRIED");
        assertThat(decision.getString("callInUntil")).isEqualTo(lastDay().toString());
        assertThat(decision.getString("evidence.callIn.since")).isEqualTo(today().toString());
        assertThat(does(decision, "call-in", callIn(today().toString())).getString("state"))
                .isEqualTo("CALLED_IN");
    }

    @Test
    void severalReplicasBringADecisionIntoEffectOnce() throws Exception {
        var decision = approved(meetsToday(manchester.board), 100, "a");
        Callable<Integer> replica = () -> bringIntoEffect.handle(lastDay().plusDays(1));

        AtOnce.call(4, Collections.nCopies(4, replica));

        assertThat(told(decision, "state")).containsExactly("CARRIED", "IN_EFFECT");
    }

    @Test
    void whatWasCalledInWaitsAndTakesEffectWhenItIsUpheld() {
        var decision = approved(meetsToday(manchester.board), 600, "a");

        var calledIn = does(decision, "call-in", callIn(today().toString()));
        assertThat(calledIn.getString("state")).isEqualTo("CALLED_IN");
        bringIntoEffect.handle(today().plusDays(60));
        assertThat(stateOf(decision)).isEqualTo("CALLED_IN");

        var upheld = does(decision, "uphold", callIn(today().toString()));
        assertThat(upheld.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(upheld.getList("steps.to")).containsExactly("CALLED_IN", "IN_EFFECT");
        assertThat(told(decision, "state")).containsExactly("CARRIED", "CALLED_IN", "IN_EFFECT");
    }

    @Test
    void whatIsSentBackFreesItsLimitAndIsDecidedAgain() {
        var decision = approved(meetsToday(manchester.board), 600, "a");
        does(decision, "call-in", callIn(today().toString()));
        assertThat(approved(meetsToday(manchester.board), 600, "b").getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");

        var sentBack = does(decision, "send-back", callIn(today().toString()));
        assertThat(sentBack.getString("state")).isEqualTo("PROPOSED");
        manchester
                .secretary
                .get("/decisions?state=PROPOSED&body=" + manchester.board)
                .body("items.id", hasItem(decision.getString("id")));

        assertThat(approved(meetsToday(manchester.board), 400, "c").getString("state"))
                .isEqualTo("CARRIED");
        var again =
                carried(
                        meetsToday(manchester.board),
                        """
                        {"title": "Again", "deferredDecision": "%s"}
                        """
                                .formatted(decision.getString("id")));
        assertThat(again.getString("id")).isEqualTo(decision.getString("id"));
        assertThat(again.getString("state")).isEqualTo("CARRIED");
        assertThat(again.getList("earlierTablings")).hasSize(1);
        assertThat(again.getInt("tally.votesFor")).isEqualTo(3);
    }

    @Test
    void whatWasSentBackAndDecidedAgainIsAnsweredAsItWasKnownOnceBefore() {
        var decision = approved(meetsToday(manchester.board), 600, "a");
        does(decision, "call-in", callIn(today().toString()));
        var calledIn = reached();
        does(decision, "send-back", callIn(today().toString()));
        var sentBack = reached();
        int item =
                tabled(
                        meetsToday(manchester.board),
                        "{\"title\": \"Again\", \"deferredDecision\": \"%s\"}"
                                .formatted(decision.getString("id")));

        known(calledIn, "a")
                .body("earlier.reference", contains(decision.getString("reference")))
                .body("earlier.effectiveOn", contains(today().toString()))
                .body("earlier.valuePence", contains(600));
        known(sentBack, "a").body("earlier", empty());

        var meeting = shown(decision).getString("reference").replaceAll("/\\d+$", "");
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));
        assertThat(manchester.outcome(meeting, item).getString("state")).isEqualTo("CARRIED");
        var again = reached();

        known(calledIn, "b").body(cap(), equalTo(400));
        known(sentBack, "b").body(cap(), equalTo(1_000));
        known(again, "b").body(cap(), equalTo(400));
        known(calledIn, "a").body("earlier.reference", contains(decision.getString("reference")));
        known(again, "a").body("earlier.reference", contains(meeting + "/" + item));
    }

    @Test
    void aRequestIsAnsweredWhenTheDecisionTakesEffectAndNotBefore() {
        var request = BudgetTopic.asksFor(manchester.ccg, "commissioning", 500);
        manchester.arrives(request);
        var meeting = meetsToday(manchester.board);
        int item = manchester.tables(meeting, request);
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));
        var decision = manchester.outcome(meeting, item);
        assertThat(decision.getString("state")).isEqualTo("CARRIED");
        assertThat(manchester.stateOf(request)).isEqualTo("OPEN");

        bringIntoEffect.handle(lastDay().plusDays(1));

        assertThat(manchester.stateOf(request)).isEqualTo("ANSWERED");
        assertThat(told(decision, "requestId"))
                .containsOnly(request.requestId().toString())
                .hasSize(2);
    }

    @Test
    void onlyScrutinyCallsInAndOnlyWhileItsDaysLast() {
        var decision = approved(meetsToday(manchester.board), 600, "a");

        refuses(
                decision,
                "call-in",
                callIn(today().toString()).replace(scrutiny, manchester.governingBody),
                422,
                "NOT_A_SCRUTINY_COMMITTEE");
        refuses(
                decision,
                "call-in",
                callIn(lastDay().plusDays(1).toString()),
                422,
                "CALL_IN_CLOSED");
        refuses(decision, "uphold", callIn(today().toString()), 409, "DECISION_NOT_CALLED_IN");
        refuses(decision, "send-back", callIn(today().toString()), 409, "ILLEGAL_TRANSITION");
        Caller.secretaryOf(Locality.ROCHDALE)
                .post(
                        "/decisions/%s/call-in".formatted(decision.getString("id")),
                        callIn(today().toString()))
                .statusCode(404);
    }

    @Test
    void onlyAnEstablishedCommitteeOfThePlaceCallsInAndItAloneConcludes() {
        var decision = approved(meetsToday(manchester.board), 600, "a");
        var proposed = scrutiny + "-P";
        var second = scrutiny + "-2";
        committee(proposed, "PROPOSED");
        committee(second, "ESTABLISHED");
        var today = today().toString();

        refuses(
                decision,
                "call-in",
                callIn(today).replace(scrutiny, proposed),
                422,
                "SCRUTINY_NOT_ESTABLISHED");
        does(decision, "call-in", callIn(today));
        for (var verb : List.of("uphold", "send-back")) {
            refuses(
                    decision,
                    verb,
                    callIn(today).replace(scrutiny, second),
                    422,
                    "CALLED_IN_BY_ANOTHER");
            refuses(
                    decision,
                    verb,
                    callIn(today().plusDays(1).toString()),
                    422,
                    "NOT_SINCE_THE_CALL_IN");
            refuses(
                    decision,
                    verb,
                    callIn(today().minusDays(1).toString()),
                    422,
                    "NOT_SINCE_THE_CALL_IN");
        }
    }

    @Test
    void scrutinyOfAnotherPlaceCallsInOnlyWhereItServesThisOne() {
        var decision = approved(meetsToday(manchester.board), 600, "a");
        var both = Caller.secretaryOf(Locality.MANCHESTER, Locality.ROCHDALE);
        var elsewhere = scrutiny + "-ROC";
        both.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Scrutiny", "classification": "SCRUTINY",
                 "spatialLevel": "LOCALITY", "locality": "E08000005",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(elsewhere));
        var path = "/decisions/%s/call-in".formatted(decision.getString("id"));
        var callIn = callIn(today().toString()).replace(scrutiny, elsewhere);

        both.post(path, callIn)
                .statusCode(422)
                .body("code", equalTo("SCRUTINY_OF_ANOTHER_PLACE"))
                .body("decision", equalTo(decision.getString("reference")))
                .body("place", equalTo("E08000003"))
                .body("body", equalTo(elsewhere));
        both.does(
                "/bodies/%s/places".formatted(elsewhere),
                "{\"locality\": \"E08000003\", \"from\": \"2014-04-01\"}");
        both.does(path, callIn).body("state", equalTo("CALLED_IN"));
    }

    private void committee(String reference, String state) {
        manchester.secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Scrutiny", "classification": "SCRUTINY",
                 "spatialLevel": "LOCALITY", "organisation": "%s", "locality": "E08000003",
                 "lifecycle": [{"state": "%s", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(reference, manchester.council, state));
    }

    @Test
    void aDecisionIsNamedByItsReferenceToo() {
        var decision = approved(meetsToday(manchester.board), 600, "a");

        manchester
                .secretary
                .does(
                        "/decisions/%s/call-in".formatted(decision.getString("reference")),
                        callIn(today().toString()))
                .body("state", equalTo("CALLED_IN"));
    }

    private ValidatableResponse known(Instant at, String subject) {
        return manchester
                .secretary
                .get(
                        ("/authority?function=commissioning&place=E08000003&valuePence=100&on=%s"
                                        + "&owner=%s&subjectType=service&subject=%s&knownAt=%s")
                                .formatted(today(), manchester.ccg, manchester.board + subject, at))
                .statusCode(200);
    }

    private String cap() {
        return "holders.find { it.reference == '%s' }.capPence".formatted(manchester.board);
    }

    /// The fifth working day from now.
    private LocalDate lastDay() {
        return ClearDays.WORKING.lastDayAfter(today(), 5);
    }

    private String callIn(String on) {
        return "{\"by\": \"%s\", \"reason\": \"The evaluation\", \"on\": \"%s\"}"
                .formatted(scrutiny, on);
    }

    private List<String> told(JsonPath decision, String field) {
        return Told.of(database, decision.getString("id")).stream()
                .map(told -> told.data().getString(field))
                .toList();
    }
}
