package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// What officers decide under their delegation, and what the record says of it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class OfficerDecisionTest extends OfficersDecide {

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
        var wider = withoutLimit("DEL-WIDE-" + manchester.council);

        assertThat(recorded("2014-06-02", 1_001, "a", "").getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
        assertThat(recorded("2015-06-02", 1, "b", "").getList("validityCodes"))
                .containsExactly("DELEGATION_EXPIRED");
        var under = recordedUnder(wider, "2014-06-02", 1_001, "c");
        assertThat(under.getString("evidence.authority.chain[1].delegation")).isEqualTo(wider);
        assertThat(under.getString("state")).isEqualTo("IN_EFFECT");
    }

    @Test
    void officersDoNotRescindWhatTheBodyDecided() {
        var bodys = approved(meetsToday(manchester.governingBody), 100, "a");
        var open = withoutLimit("DEL-OPEN-" + manchester.council);
        var officers = recordedUnder(open, today().toString(), 1, "a");
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
    void anUrgentDecisionKeepsNoDaysForScrutiny() {
        terms(manchester.governingBody, "2014-04-01", ", \"callInClearDays\": 5");

        var urgent =
                recorded(
                        "2014-06-02",
                        600,
                        "a",
                        ", \"urgent\": {\"consentOf\": \"Scrutiny chair\", \"reason\":"
                                + " \"Winter\"}");

        assertThat(urgent.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(urgent.<Object>get("evidence.callIn")).isNull();
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
}
