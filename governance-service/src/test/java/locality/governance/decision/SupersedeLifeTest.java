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
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import locality.governance.period.ClearDays;
import locality.governance.story.BudgetTopic;
import locality.platform.event.BudgetEvent.ApprovalRequested;
import locality.platform.testing.Infrastructure;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What becomes of a decision that was to take the place of another: whatever was carried is
/// carried, and the one before ends only as it comes to bind.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class SupersedeLifeTest extends TheBoardDecidesToday {

    @Inject BringIntoEffect bringIntoEffect;
    @Inject PlaceWaiting placeWaiting;

    @Test
    void whatWasCarriedWhenAnotherHadTakenThePlaceSupersedesNothingAndSaysSo() {
        grantToTheBoard(1_000, "PER_DECISION");
        var first = approved(meetsToday(manchester.board), 600, "a");
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
        grantToTheBoard(1_000, "PER_DECISION");
        var first = approved(meetsToday(manchester.board), 300, "a");
        terms(manchester.board, today().toString(), ", \"callInClearDays\": 5");
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
        var tried =
                manchester
                        .secretary
                        .does(
                                "/meetings/%s/items/%d/outcome?dryRun=true"
                                        .formatted(meeting, item),
                                "{}")
                        .extract()
                        .jsonPath();
        var taken = manchester.outcome(meeting, item);
        for (var told : List.of("state", "validityCodes", "explanation", "evidence.authority")) {
            assertThat(tried.<Object>get(told)).as(told).isEqualTo(taken.get(told));
        }
        assertThat(tried.<Object>get("supersedes")).isEqualTo(taken.get("supersedes"));
        return taken;
    }

    @Test
    void whatIsTabledAgainBeforeAnotherBodySupersedesNothingThere() {
        grantToTheBoard(1_000, "PER_DECISION");
        var first = approved(meetsToday(manchester.board), 600, "a");
        var meeting = meetsToday(manchester.board);
        int item = tabled(meeting, inPlaceOf(first, 900, "a"));
        manchester.attend(meeting, 3);
        manchester.secretary.does(
                "/meetings/%s/items/%d/outcome".formatted(meeting, item),
                "{\"declared\": \"DEFERRED\"}");

        var elsewhere =
                carried(
                        meetsToday(manchester.governingBody),
                        "{\"title\": \"Again\", \"deferredDecision\": \"%s/%d\"}"
                                .formatted(meeting, item));

        assertThat(elsewhere.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(elsewhere.getString("explanation")).contains("It supersedes nothing");
        assertThat(stateOf(first)).isEqualTo("IN_EFFECT");
    }

    @Test
    void whatWasDeferredAndIsTabledAgainTakesThePlaceThen() {
        grantToTheBoard(1_000, "PER_DECISION");
        var first = approved(meetsToday(manchester.board), 600, "a");
        var meeting = meetsToday(manchester.board);
        int item = tabled(meeting, inPlaceOf(first, 900, "a"));
        manchester.attend(meeting, 3);
        manchester.secretary.does(
                "/meetings/%s/items/%d/outcome".formatted(meeting, item),
                "{\"declared\": \"DEFERRED\"}");

        var again =
                carried(
                        meetsToday(manchester.board),
                        "{\"title\": \"Again\", \"deferredDecision\": \"%s/%d\"}"
                                .formatted(meeting, item));

        assertThat(again.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(again.getString("supersedes")).isEqualTo(first.getString("id"));
        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
    }

    @Test
    void whatSupersedesIsMadeGoodWithinTheLimitItWouldHaveHad() {
        grantToTheBoard(1_000, "PER_DECISION");
        var upper = manchester.board + "-UPPER";
        manchester.body(upper, manchester.council, false);
        manchester.secretary.does(
                "/delegations",
                """
                {"from": "%s", "to": "%s", "functions": ["commissioning"], "place": "E08000003",
                 "limitPence": 1000, "limitKind": "PER_DECISION", "effectiveOn": "2014-04-01"}
                """
                        .formatted(manchester.governingBody, upper));
        var first = approved(meetsToday(manchester.board), 600, "a");
        var meeting = meetsToday(manchester.board);
        int item = tabled(meeting, inPlaceOf(first, 900, "a"));
        manchester.attend(meeting, 2);
        manchester.vote(meeting, item, "FOR", "FOR");
        var inquorate = manchester.outcome(meeting, item);
        assertThat(inquorate.getList("validityCodes")).containsExactly("INQUORATE");

        var ratification = carried(meetsToday(upper), ratify(inquorate, 900));
        assertThat(ratification.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(stateOf(first)).isEqualTo("IN_EFFECT");
        does(inquorate, "ratify", by(ratification));

        assertThat(stateOf(inquorate)).isEqualTo("RATIFIED");
        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
        assertThat(shown(first).getString("steps[0].byDecision"))
                .isEqualTo(inquorate.getString("id"));
    }

    @Test
    void whatMadeAnotherGoodMeanwhileStandsBesideTheOneThatWasToTakeItsPlace() {
        grantToTheBoard(1_000, "PER_DECISION");
        var meeting = meetsToday(manchester.board);
        int item = tabled(meeting, approval(100, whole(), "a"));
        manchester.attend(meeting, 2);
        manchester.vote(meeting, item, "FOR", "FOR");
        var inquorate = manchester.outcome(meeting, item);
        var ratification = carried(meetsToday(manchester.board), ratify(inquorate, 100));
        terms(manchester.board, today().toString(), ", \"callInClearDays\": 5");
        var second =
                carried(
                        meetsToday(manchester.board),
                        about(ratification.getString("id"), 100)
                                .replace(
                                        "\"APPROVE\"",
                                        "\"APPROVE\", \"supersedes\": \"%s\""
                                                .formatted(ratification.getString("id"))));
        assertThat(second.getString("state")).isEqualTo("CARRIED");
        does(inquorate, "ratify", by(ratification));

        bringIntoEffect.handle(ClearDays.WORKING.lastDayAfter(today(), 5).plusDays(1));

        assertThat(stateOf(second)).isEqualTo("IN_EFFECT");
        assertThat(stateOf(ratification)).isEqualTo("IN_EFFECT");
        assertThat(shown(second).getString("explanation"))
                .contains("It supersedes nothing", inquorate.getString("reference"));
    }

    @Test
    void aShadowBodysRecommendationKeepsNobodyFromTakingThePlace() {
        grantToTheBoard(1_000, "PER_DECISION");
        var first = approved(meetsToday(manchester.board), 600, "a");
        var shadow = manchester.board + "-SHADOW";
        shadowThatTakesOver(shadow);
        var recommended = carried(meetsToday(shadow), inPlaceOf(first, 900, "a"));
        assertThat(recommended.getString("takenAs")).isEqualTo("RECOMMEND");
        assertThat(recommended.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(stateOf(first)).isEqualTo("IN_EFFECT");

        var second = carried(meetsToday(manchester.board), inPlaceOf(first, 900, "a"));

        assertThat(second.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
    }

    private void shadowThatTakesOver(String reference) {
        manchester.secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Shadow", "classification": "GOVERNING_BODY",
                 "spatialLevel": "LOCALITY", "organisation": "%s", "locality": "E08000003",
                 "lifecycle": [{"state": "SHADOW", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(reference, manchester.council));
        for (int i = 1; i <= 3; i++) {
            manchester.secretary.does(
                    "/bodies/%s/memberships".formatted(reference),
                    """
                    {"seat": "S%d", "post": "Member", "from": "2013-04-01",
                     "personReference": "post:%s-%d"}
                    """
                            .formatted(i, reference, i));
        }
        terms(reference, "2013-04-01", "");
        manchester.secretary.does(
                "/bodies/%s/successions".formatted(manchester.board),
                "{\"successor\": \"%s\", \"effectiveOn\": \"%s\", \"alongside\": true}"
                        .formatted(reference, today()));
    }

    @Test
    void scrutinyThatUpholdsItEndsTheOneBeforeAndThatSendsItBackDoesNot() {
        grantToTheBoard(1_000, "PER_DECISION");
        var first = approved(meetsToday(manchester.board), 600, "a");
        terms(manchester.board, today().toString(), ", \"callInClearDays\": 5");
        var scrutiny = "{\"by\": \"%s\", \"reason\": \"The evaluation\"}".formatted(scrutiny());

        var second = carried(meetsToday(manchester.board), inPlaceOf(first, 900, "a"));
        does(second, "call-in", scrutiny);
        does(second, "send-back", scrutiny);
        assertThat(stateOf(first)).isEqualTo("IN_EFFECT");

        var again =
                carried(
                        meetsToday(manchester.board),
                        "{\"title\": \"Again\", \"deferredDecision\": \"%s\"}"
                                .formatted(second.getString("id")));
        assertThat(again.getString("state")).isEqualTo("CARRIED");
        does(second, "call-in", scrutiny);
        assertThat(stateOf(first)).isEqualTo("IN_EFFECT");
        does(second, "uphold", scrutiny);

        assertThat(stateOf(second)).isEqualTo("IN_EFFECT");
        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
    }

    private String scrutiny() {
        var scrutiny = manchester.board + "-HSC";
        manchester.secretary.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Scrutiny", "classification": "SCRUTINY",
                 "spatialLevel": "LOCALITY", "locality": "E08000003",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(scrutiny));
        return scrutiny;
    }

    @Test
    void officersTakeThePlaceOfWhatOfficersOfTheirOrganisationDecidedAlone() {
        var delegation = "DEL-" + manchester.council;
        manchester.secretary.does(
                "/delegations",
                """
                {"reference": "%s", "from": "%s", "toOrganisation": "%s",
                 "functions": ["commissioning"], "place": "E08000003", "limitPence": 1000,
                 "limitKind": "ANNUAL", "effectiveOn": "2014-04-01"}
                """
                        .formatted(delegation, manchester.governingBody, manchester.council));
        var first = byOfficers(delegation, 600, null).statusCode(201).extract().jsonPath();
        var bodys = approved(meetsToday(manchester.governingBody), 1, "a");

        byOfficers(delegation, 1, bodys).statusCode(422).body("code", equalTo("BY_ANOTHER_BODY"));
        byOfficers(delegation, 900, first)
                .statusCode(201)
                .body("state", equalTo("IN_EFFECT"))
                .body("supersedes", equalTo(first.getString("id")));

        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
    }

    private ValidatableResponse byOfficers(
            String delegation, long pence, @Nullable JsonPath replaced) {
        return manchester.secretary.post(
                "/officer-decisions",
                """
                {"delegation": "%s", "title": "Beds", "function": "commissioning",
                 "valuePence": %d, "owners": [{"organisation": "%s"}],
                 "subject": {"type": "service", "id": "%s"}, "takenOn": "%s",
                 "post": "Director", "reasons": "Beds are needed"%s}
                """
                        .formatted(
                                delegation,
                                pence,
                                manchester.ccg,
                                manchester.board + "a",
                                today(),
                                replaced == null
                                        ? ""
                                        : ", \"supersedes\": \"%s\""
                                                .formatted(replaced.getString("id"))));
    }

    @Test
    void whatIsReferredGoesUpWithoutThePlaceItWasToTake() {
        grantToTheBoard(1_000, "PER_DECISION");
        manchester.secretary.does(
                "/bodies/%s/relations".formatted(manchester.board),
                "{\"kind\": \"ACCOUNTABLE_TO\", \"to\": \"%s\", \"from\": \"2014-04-01\"}"
                        .formatted(manchester.governingBody));
        var first = approved(meetsToday(manchester.board), 600, "a");
        var next = planned(manchester.governingBody, today());
        var meeting = meetsToday(manchester.board);
        int item = tabled(meeting, inPlaceOf(first, 900, "a"));

        manchester.secretary.does("/decisions/%s/%d/refer".formatted(meeting, item), "{}");

        manchester.secretary.does(
                "/meetings/%s/notice".formatted(next),
                "{\"noticedOn\": \"%s\"}".formatted(today().minusDays(10)));
        manchester.secretary.does("/meetings/%s/open".formatted(next), "{}");
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

        manchester.secretary.does(
                "/meetings/%s/notice".formatted(meeting),
                "{\"noticedOn\": \"%s\"}".formatted(today().minusDays(10)));
        manchester.secretary.does("/meetings/%s/open".formatted(meeting), "{}");
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

    private static String by(JsonPath decision) {
        return "{\"byDecision\": \"%s\", \"reason\": \"It was decided so\"}"
                .formatted(decision.getString("reference"));
    }
}
