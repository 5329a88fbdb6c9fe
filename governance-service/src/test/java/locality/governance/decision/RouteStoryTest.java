package locality.governance.decision;

import static locality.governance.story.Manchester.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Manchester's section 75 agreement: the City Wide Leadership Group and the Executive Health and
/// Wellbeing Group recommend it, the Health and Wellbeing Board approves it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G23")
class RouteStoryTest extends TheBoardDecides {

    private String leadership;
    private String executive;
    private String kind;
    private String route;

    @BeforeEach
    void thereIsARoute() {
        leadership = manchester.board + "-CWLG";
        executive = manchester.board + "-EHWG";
        kind = "s75-of-" + manchester.board;
        route = "ROUTE-" + manchester.board;
        manchester.body(leadership, manchester.council, false);
        manchester.body(executive, manchester.council, false);
        manchester.grant(manchester.governingBody, manchester.board, "section-75-agreement");
        manchester
                .secretary
                .does("/approval-routes", route(route, "2014-04-01"))
                .body("steps.type", contains("RECOMMEND", "RECOMMEND", "APPROVE"));
    }

    @Test
    void aLaterStepIsBlockedUntilTheEarlierOneIsCarriedAndInEffect() {
        var early = decides(manchester.board, "APPROVE", "FOR");
        assertThat(early.getList("validityCodes"))
                .isEqualTo(java.util.List.of("ROUTE_STEP_MISSING"));
        assertThat(early.getString("explanation"))
                .contains("Body " + leadership + " to RECOMMEND", "Body " + executive);

        assertThat(decides(executive, "RECOMMEND", "FOR").getString("state")).isEqualTo("INVALID");
        assertThat(decides(leadership, "RECOMMEND", "AGAINST").getString("state"))
                .isEqualTo("LOST");
        assertThat(decides(executive, "RECOMMEND", "FOR").getString("explanation"))
                .contains("is LOST");
        assertThat(decides(leadership, "RECOMMEND", "FOR").getString("state"))
                .isEqualTo("IN_EFFECT");
        assertThat(decides(manchester.board, "APPROVE", "FOR").getString("state"))
                .isEqualTo("INVALID");
        assertThat(decides(executive, "RECOMMEND", "FOR").getString("state"))
                .isEqualTo("IN_EFFECT");

        var approved = decides(manchester.board, "APPROVE", "FOR");

        assertThat(approved.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(approved.getList("evidence.route.steps.done"))
                .isEqualTo(java.util.List.of(true, true, false));
        assertThat(early.getList("evidence.route.steps.done"))
                .isEqualTo(java.util.List.of(false, false, false));
    }

    @Test
    void aStepThatWasTakenAfterTheMeetingIsSaidToStandFromItsDay() {
        var june =
                manchester
                        .secretary
                        .does(
                                "/meetings",
                                "{\"body\": \"%s\", \"startsAt\": \"2014-06-14T10:00\"}"
                                        .formatted(leadership))
                        .extract()
                        .<String>path("reference");
        manchester.secretary.does(
                "/meetings/%s/notice".formatted(june), "{\"noticedOn\": \"2014-06-02\"}");
        manchester.secretary.does("/meetings/%s/open".formatted(june), "{}");
        taken(june, tabled(june, matter("RECOMMEND", "one")));

        var early = decides(manchester.board, "APPROVE", "FOR");

        assertThat(early.getString("explanation"))
                .contains("is IN_EFFECT from 14 June 2014, after this meeting");
        assertThat(early.getString("evidence.route.steps[0].from")).isEqualTo("2014-06-14");
    }

    @Test
    void aBodyThatTookOverTakesTheStepOfItsPredecessor() {
        var heir = leadership + "-2";
        manchester.body(heir, manchester.council, false);
        manchester.secretary.does(
                "/bodies/%s/successions".formatted(leadership),
                "{\"successor\": \"%s\", \"effectiveOn\": \"2014-05-14\"}".formatted(heir));

        assertThat(decides(heir, "RECOMMEND", "FOR").getList("evidence.route.steps.before"))
                .isEqualTo(java.util.List.of(false, false, false));
        decides(executive, "RECOMMEND", "FOR");
        var approved = decides(manchester.board, "APPROVE", "FOR");

        assertThat(approved.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(approved.getList("evidence.route.steps.done"))
                .isEqualTo(java.util.List.of(true, true, false));
    }

    @Test
    void aBodyThatTakesOverLaterTakesNoStepYet() {
        var heir = leadership + "-2";
        manchester.body(heir, manchester.council, false);
        manchester.secretary.does(
                "/bodies/%s/successions".formatted(leadership),
                "{\"successor\": \"%s\", \"effectiveOn\": \"2014-05-15\"}".formatted(heir));
        decides(heir, "RECOMMEND", "FOR");

        assertThat(decides(executive, "RECOMMEND", "FOR").getList("validityCodes"))
                .isEqualTo(java.util.List.of("ROUTE_STEP_MISSING"));
    }

    @Test
    void theItemShowsTheRouteBeforeTheVoteAndADryRunSaysWhatIsMissing() {
        decides(leadership, "RECOMMEND", "FOR");
        var meeting = manchester.meets(manchester.board);
        int item = tabled(meeting, matter("APPROVE", "one"));

        manchester
                .secretary
                .get("/meetings/%s/items/%d".formatted(meeting, item))
                .body("decision.route.route", equalTo(route))
                .body("decision.route.steps.done", contains(true, false, false))
                .body("decision.route.steps.before", contains(true, true, false));
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));
        manchester
                .secretary
                .does("/meetings/%s/items/%d/outcome?dryRun=true".formatted(meeting, item), "{}")
                .body("validityCodes", contains("ROUTE_STEP_MISSING"));
        manchester
                .secretary
                .get("/meetings/%s/items/%d".formatted(meeting, item))
                .body("decision.state", equalTo("TABLED"));
    }

    @Test
    void anotherSubjectAnotherValueAndAnotherDayHaveTheirOwnWay() {
        decides(leadership, "RECOMMEND", "FOR");
        decides(executive, "RECOMMEND", "FOR");
        var meeting = manchester.meets(manchester.board);

        assertThat(taken(meeting, tabled(meeting, matter("APPROVE", "two"))).get("state"))
                .isEqualTo("INVALID");
        assertThat(
                        taken(
                                        meeting,
                                        tabled(
                                                meeting,
                                                matter("APPROVE", "two")
                                                        .replace(
                                                                "\"valuePence\": 100",
                                                                "\"valuePence\": 99")))
                                .get("state"))
                .isEqualTo("IN_EFFECT");
        manchester.secretary.does(
                "/approval-routes/%s/end".formatted(route), "{\"lastDay\": \"2014-05-13\"}");
        assertThat(taken(meeting, tabled(meeting, matter("APPROVE", "three"))).get("state"))
                .isEqualTo("IN_EFFECT");
    }

    @Test
    void theApprovalAtTheEndIsThatBodysAlone() {
        decides(leadership, "RECOMMEND", "FOR");
        decides(executive, "RECOMMEND", "FOR");

        var elsewhere = decides(manchester.governingBody, "APPROVE", "FOR");

        assertThat(elsewhere.getList("validityCodes"))
                .isEqualTo(java.util.List.of("ROUTE_STEP_MISSING"));
        assertThat(elsewhere.getString("explanation"))
                .contains("Body " + manchester.board + " to APPROVE");
        assertThat(decides(manchester.board, "APPROVE", "FOR").getString("state"))
                .isEqualTo("IN_EFFECT");
    }

    @Test
    void whatTookOverFromTheBodyAtTheEndApproves() {
        var successor = manchester.board + "-NEW";
        manchester.body(successor, manchester.council, false);
        manchester.grant(manchester.governingBody, successor, "section-75-agreement");
        manchester.secretary.does(
                "/bodies/%s/successions".formatted(manchester.board),
                """
                {"successor": "%s", "effectiveOn": "2014-05-01", "alongside": true}
                """
                        .formatted(successor));
        decides(leadership, "RECOMMEND", "FOR");
        decides(executive, "RECOMMEND", "FOR");

        assertThat(decides(successor, "APPROVE", "FOR").getString("state")).isEqualTo("IN_EFFECT");
    }

    @Test
    void nothingIsSplitToStayBelowTheRoute() {
        var meeting = manchester.meets(manchester.board);
        var half = matter("APPROVE", "two").replace("\"valuePence\": 100", "\"valuePence\": 50");

        assertThat(taken(meeting, tabled(meeting, half)).get("state")).isEqualTo("IN_EFFECT");
        assertThat(taken(meeting, tabled(meeting, half)).get("validityCodes"))
                .isEqualTo(java.util.List.of("ROUTE_STEP_MISSING"));
    }

    @Test
    void thereIsOneRouteForAMatterOnADay() {
        var other = route("ANOTHER-" + route, "2014-06-01");

        manchester
                .secretary
                .post("/approval-routes", other)
                .statusCode(409)
                .body("code", equalTo("APPROVAL_ROUTE_OVERLAPS"))
                .body("approvalRoute", equalTo(route));
        manchester
                .secretary
                .post("/approval-routes", route(route, "2014-04-01"))
                .statusCode(409)
                .body("code", equalTo("APPROVAL_ROUTE_REFERENCE_TAKEN"));
        manchester.secretary.does(
                "/approval-routes/%s/end".formatted(route), "{\"lastDay\": \"2014-05-31\"}");
        manchester.secretary.post("/approval-routes", other).statusCode(201);
        manchester
                .secretary
                .get("/approval-routes?subjectType=" + kind + "&on=2014-06-01")
                .body("items.reference", contains("ANOTHER-" + route));
    }

    @Test
    void aRouteOfAnotherPlaceIsNotSeen() {
        var rochdale = Caller.secretaryOf(Locality.ROCHDALE);

        rochdale.get("/approval-routes/" + route).statusCode(404);
        rochdale.post("/approval-routes/%s/end".formatted(route), "{}").statusCode(404);
        rochdale.get("/approval-routes")
                .body("items.reference", org.hamcrest.Matchers.not(hasItem(route)));
    }

    private String route(String reference, String from) {
        return """
        {"reference": "%s", "subjectType": "%s", "place": "E08000003", "fromPence": 100,
         "effectiveOn": "%s",
         "steps": [{"body": "%s", "type": "RECOMMEND"}, {"body": "%s", "type": "RECOMMEND"},
                   {"body": "%s", "type": "APPROVE"}]}
        """
                .formatted(reference, kind, from, leadership, executive, manchester.board);
    }

    private io.restassured.path.json.JsonPath decides(String body, String type, String vote) {
        var meeting = manchester.meets(body);
        int item = tabled(meeting, matter(type, "one"));
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, Manchester.all(3, vote));
        return manchester.outcome(meeting, item);
    }

    private String matter(String type, String subject) {
        return """
        {"title": "Section 75 agreement",
         "decision": {"type": "%s", "function": "section-75-agreement", "valuePence": 100,
                      "owners": [{"organisation": "%s"}],
                      "subject": {"type": "%s", "id": "%s"}}}
        """
                .formatted(type, manchester.ccg, kind, subject);
    }
}
