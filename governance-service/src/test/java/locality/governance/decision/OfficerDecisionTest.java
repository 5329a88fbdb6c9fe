package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The council's officers may decide up to 1,000 pence a year with the governing body's power.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class OfficerDecisionTest extends TheBoardDecidesToday {

    private String delegation;

    @BeforeEach
    void officersMayDecide() {
        delegation = "DEL-" + manchester.council;
        manchester.secretary.does(
                "/delegations",
                """
                {"reference": "%s", "from": "%s", "toOrganisation": "%s",
                 "functions": ["commissioning"], "place": "E08000003", "limitPence": 1000,
                 "limitKind": "ANNUAL", "effectiveOn": "2014-04-01", "expiresOn": "2015-03-31"}
                """
                        .formatted(delegation, manchester.governingBody, manchester.council));
    }

    @Test
    void officersDecideWithinTheirDelegationAndTheRecordSaysWhy() {
        var decision = recorded("2014-06-02", 600, "a", "");

        assertThat(decision.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(decision.getString("mode")).isEqualTo("OFFICER");
        assertThat(decision.getString("reference")).isEqualTo(delegation + "-2014-06-02");
        assertThat(decision.getString("bodyName")).isEqualTo("Officers of " + manchester.council);
        assertThat(decision.getString("meetingId")).isNull();
        assertThat(decision.getString("effectiveOn")).isEqualTo("2014-06-02");
        assertThat(decision.getString("officerRecord.reasons")).isEqualTo("Beds are needed");
        assertThat(decision.getString("officerRecord.alternatives")).isEqualTo("Spot purchase");
        assertThat(decision.getList("evidence.authority.chain.name"))
                .isEqualTo(
                        java.util.List.of(
                                "Body " + manchester.governingBody,
                                "Officers of " + manchester.council));
        var told = Told.of(database, decision.getString("id")).getFirst();
        assertThat(told.type()).isEqualTo("governance.decision-taken.v1");
        assertThat(told.data().getString("meetingId")).isNull();
        assertThat(told.data().getString("state")).isEqualTo("IN_EFFECT");
    }

    @Test
    void whatTheyUseOfAnAnnualLimitIsUsed() {
        recorded("2014-06-02", 600, "a", "");

        var second = recorded("2014-06-02", 600, "b", "");
        assertThat(second.getString("state")).isEqualTo("INVALID");
        assertThat(second.getList("validityCodes")).containsExactly("LIMIT_EXCEEDED");
        assertThat(second.getString("reference")).isEqualTo(delegation + "-2014-06-02-2");
        assertThat(recorded("2015-06-02", 1, "c", "").getList("validityCodes"))
                .containsExactly("DELEGATION_EXPIRED");
    }

    @Test
    void onlyTheDelegationTheyCiteProvesTheirAuthority() {
        var wider = "DEL-WIDE-" + manchester.council;
        manchester.secretary.does(
                "/delegations",
                """
                {"reference": "%s", "from": "%s", "toOrganisation": "%s",
                 "functions": ["commissioning"], "place": "E08000003",
                 "effectiveOn": "2014-04-01"}
                """
                        .formatted(wider, manchester.governingBody, manchester.council));

        assertThat(recorded("2014-06-02", 1_001, "a", "").getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
        assertThat(recorded("2015-06-02", 1, "b", "").getList("validityCodes"))
                .containsExactly("DELEGATION_EXPIRED");
        var under =
                manchester
                        .secretary
                        .does(
                                "/officer-decisions",
                                decision("2014-06-02", 1_001, "c", "").replace(delegation, wider))
                        .extract()
                        .jsonPath();
        assertThat(under.getString("evidence.authority.chain[1].delegation")).isEqualTo(wider);
        assertThat(under.getString("state")).isEqualTo("IN_EFFECT");
    }

    @Test
    void officersDoNotRescindWhatTheBodyDecided() {
        var bodys = approved(meetsToday(manchester.governingBody), 100, "a");
        var open = "DEL-OPEN-" + manchester.council;
        manchester.secretary.does(
                "/delegations",
                """
                {"reference": "%s", "from": "%s", "toOrganisation": "%s",
                 "functions": ["commissioning"], "place": "E08000003",
                 "effectiveOn": "2014-04-01"}
                """
                        .formatted(open, manchester.governingBody, manchester.council));
        var officers =
                manchester
                        .secretary
                        .does(
                                "/officer-decisions",
                                decision(today().toString(), 1, "a", "").replace(delegation, open))
                        .extract()
                        .jsonPath();
        assertThat(officers.getString("state")).isEqualTo("IN_EFFECT");

        refuses(
                bodys,
                "supersede",
                """
                {"byDecision": "%s", "reason": "So we say"}
                """
                        .formatted(officers.getString("id")),
                422,
                "BY_ANOTHER_BODY");
        assertThat(stateOf(bodys)).isEqualTo("IN_EFFECT");
    }

    @Test
    void anUrgentDecisionNeedsConsentAndIsForTheBodyToNote() {
        var decision =
                recorded(
                        "2014-06-02",
                        600,
                        "a",
                        ", \"urgent\": {\"consentOf\": \"Scrutiny chair\", \"reason\":"
                                + " \"Winter\"}");
        assertThat(decision.getString("mode")).isEqualTo("URGENT");
        assertThat(decision.getString("officerRecord.urgency.consentOf"))
                .isEqualTo("Scrutiny chair");
        record("2014-06-02", 1, "b", ", \"urgent\": {\"reason\": \"Winter\"}").statusCode(400);

        forNoting().body("items.id", contains(decision.getString("id")));
        var meeting = meetsToday(manchester.governingBody);
        int item =
                tabled(
                        meeting,
                        """
                        {"title": "Urgent decisions",
                         "decision": {"type": "NOTE",
                                      "subject": {"type": "decision", "id": "%s"}}}
                        """
                                .formatted(decision.getString("reference")));
        forNoting().body("items.id", hasItem(decision.getString("id")));
        manchester.attend(meeting, 3);
        manchester.outcome(meeting, item);
        forNoting().body("items.id", not(hasItem(decision.getString("id"))));
    }

    @Test
    void whatTheBodysTermsDoNotCallKeyIsNotForNoting() {
        terms(manchester.governingBody, "2014-04-01", ", \"keyDecisionFromPence\": 500");
        recorded("2014-06-02", 499, "a", "");
        var key = recorded("2014-06-03", 500, "b", "");

        assertThat(key.getList("validityCodes")).containsExactly("KEY_NOTICE_SHORT");
        forNoting().body("items.id", contains(key.getString("id"))).body("items", hasSize(1));
    }

    @Test
    void whatIsAskedOfTheRecordIsAsked() {
        var toABody = "DEL-BODY-" + manchester.council;
        manchester.secretary.does(
                "/delegations",
                """
                {"reference": "%s", "from": "%s", "to": "%s", "functions": ["commissioning"],
                 "place": "E08000003", "effectiveOn": "2014-04-01"}
                """
                        .formatted(toABody, manchester.governingBody, manchester.board));

        manchester
                .secretary
                .post(
                        "/officer-decisions",
                        decision("2014-06-02", 1, "a", "").replace(delegation, toABody))
                .statusCode(422)
                .body("code", equalTo("DELEGATION_NOT_TO_OFFICERS"));
        record(today().plusDays(1).toString(), 1, "a", "")
                .statusCode(422)
                .body("code", equalTo("TAKEN_ON_LIES_AHEAD"));
        record("2014-06-02", 1, "a", ", \"interests\": \"Ring 0161 234 5678\"")
                .statusCode(422)
                .body("code", equalTo("PERSONAL_DATA"))
                .body("field", equalTo("interests"));
        record("2014-06-02", 1, "a", ", \"reference\": \"OD-%s\"".formatted(manchester.council))
                .statusCode(201)
                .body("item", nullValue());
        record("2014-06-02", 1, "a", ", \"reference\": \"OD-%s\"".formatted(manchester.council))
                .statusCode(409)
                .body("code", equalTo("DECISION_REFERENCE_TAKEN"));
        Caller.secretaryOf(Locality.ROCHDALE)
                .post("/officer-decisions", decision("2014-06-02", 1, "a", ""))
                .statusCode(404);
    }

    @Test
    void onlyTheBodyItselfNotesWhatItsOfficersDecidedAndOnlyAtAMeetingItWasCalledTo() {
        var decision = recorded("2014-06-02", 600, "a", "");

        assertThat(noted(meetsToday(manchester.board), decision)).isEqualTo("IN_EFFECT");
        forNoting().body("items.id", contains(decision.getString("id")));
        assertThat(waitingToBeNoted()).contains(decision.getString("reference"));
        assertThat(noted(meetsWithoutNotice(), decision)).isEqualTo("INVALID");
        forNoting().body("items.id", contains(decision.getString("id")));
        assertThat(waitingToBeNoted()).contains(decision.getString("reference"));
        assertThat(noted(meetsToday(manchester.governingBody), decision)).isEqualTo("IN_EFFECT");
        forNoting().body("items", hasSize(0));
        assertThat(waitingToBeNoted()).doesNotContain(decision.getString("reference"));
    }

    private List<String> waitingToBeNoted() {
        return manchester
                .secretary
                .get("/worklist?limit=1000&kind=DECISION_TO_NOTE")
                .statusCode(200)
                .extract()
                .path("items.reference");
    }

    private String meetsWithoutNotice() {
        var meeting = planned(manchester.governingBody, today());
        manchester.secretary.does(
                "/meetings/%s/notice".formatted(meeting),
                "{\"noticedOn\": \"%s\"}".formatted(today()));
        manchester.secretary.does("/meetings/%s/open".formatted(meeting), "{}");
        return meeting;
    }

    /// @return the state of what the meeting was told of the decision
    private String noted(String meeting, JsonPath decision) {
        int item =
                tabled(
                        meeting,
                        """
                        {"title": "What officers decided",
                         "decision": {"type": "NOTE",
                                      "subject": {"type": "decision", "id": "%s"}}}
                        """
                                .formatted(decision.getString("id")));
        manchester.attend(meeting, 3);
        return manchester.outcome(meeting, item).getString("state");
    }

    @Test
    void thePowerOfABodyIsUsedOnRecordByThoseWhoWriteThatBody() {
        var both = Caller.secretaryOf(Locality.GREATER_MANCHESTER, Locality.MANCHESTER);
        var body = "GM-" + manchester.board;
        var grant =
                """
                {"reference": "%s", "from": "%s", "%s": "%s", "functions": ["commissioning"],
                 "place": "E08000003", "maySubDelegate": true, "effectiveOn": "2014-04-01"}
                """;
        both.does(
                "/bodies",
                """
                {"reference": "%s", "name": "Joint board", "classification": "PARTNERSHIP_BOARD",
                 "spatialLevel": "GREATER_MANCHESTER", "locality": "E47000001",
                 "lifecycle": [{"state": "ESTABLISHED", "effectiveOn": "2013-04-01"}]}
                """
                        .formatted(body));
        both.does(
                "/delegations",
                grant.formatted("UP-" + body, manchester.governingBody, "to", body));
        both.does(
                "/delegations",
                grant.formatted("DOWN-" + body, body, "toOrganisation", manchester.council));
        var decided = decision("2014-06-02", 600, "a", "").replace(delegation, "DOWN-" + body);

        manchester.secretary.get("/delegations/DOWN-" + body).statusCode(200);
        manchester
                .secretary
                .post("/officer-decisions", decided)
                .statusCode(404)
                .body("what", equalTo("body"));
        both.does("/officer-decisions", decided).body("state", equalTo("IN_EFFECT"));
    }

    private ValidatableResponse forNoting() {
        return manchester
                .secretary
                .get("/decisions?forNoting=" + manchester.governingBody)
                .statusCode(200);
    }

    @Test
    void whatOfficersDecidedIsFollowedByActions() {
        var decision = recorded("2014-06-02", 600, "a", "");

        manchester
                .secretary
                .does(
                        "/actions",
                        """
                        {"title": "Buy the beds", "post": "Director", "decision": "%s",
                         "dueOn": "2014-07", "givenOn": "2014-06-02"}
                        """
                                .formatted(decision.getString("reference")))
                .body("reference", equalTo(manchester.governingBody + "-A-1"))
                .body("decision", equalTo(decision.getString("id")))
                .body("meeting", nullValue());
        manchester
                .secretary
                .get("/decision-log?body=" + manchester.governingBody)
                .body("items[0].mode", equalTo("OFFICER"))
                .body("items[0].followed.title", contains("Buy the beds"));
    }

    @Test
    void anEntryOfTheForwardPlanVouchesForWhatItAnnouncedAndNoMore() {
        var entry =
                manchester
                        .secretary
                        .does(
                                "/forward-plan",
                                """
                                {"body": "%s", "title": "Winter beds", "function": "commissioning",
                                 "valuePence": 600, "expectedOn": "%s"}
                                """
                                        .formatted(manchester.governingBody, today().plusDays(1)))
                        .extract()
                        .<String>path("reference");
        var expected = ", \"forwardPlan\": \"%s\"".formatted(entry);

        record("2014-06-02", 601, "a", expected)
                .statusCode(422)
                .body("code", equalTo("FORWARD_PLAN_VALUE_EXCEEDED"))
                .body("plannedPence", equalTo(600))
                .body("tabledPence", equalTo(601));
        manchester
                .secretary
                .post(
                        "/officer-decisions",
                        decision("2014-06-02", 600, "a", expected)
                                .replace("\"commissioning\"", "\"bcf-investment-wave-two\""))
                .statusCode(422)
                .body("code", equalTo("FORWARD_PLAN_ENTRY_DIFFERS"));
        assertThat(recorded("2014-06-02", 600, "a", expected).getString("state"))
                .isEqualTo("IN_EFFECT");
    }

    private JsonPath recorded(String on, long pence, String subject, String more) {
        return record(on, pence, subject, more).statusCode(201).extract().jsonPath();
    }

    private ValidatableResponse record(String on, long pence, String subject, String more) {
        return manchester.secretary.post("/officer-decisions", decision(on, pence, subject, more));
    }

    private String decision(String on, long pence, String subject, String more) {
        return """
        {"delegation": "%s", "title": "Winter beds", "function": "commissioning",
         "valuePence": %d, "owners": [{"organisation": "%s"}],
         "subject": {"type": "service", "id": "%s"}, "takenOn": "%s", "post": "Director",
         "reasons": "Beds are needed", "alternatives": "Spot purchase"%s}
        """
                .formatted(delegation, pence, manchester.ccg, manchester.board + subject, on, more);
    }
}
