package locality.governance.decision;

import static locality.governance.story.Manchester.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import locality.governance.story.BudgetTopic;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// What may be put before a meeting: a matter, a request as it was asked, what another meeting
/// left.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class TableMatterTest extends TheBoardDecides {

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
}
