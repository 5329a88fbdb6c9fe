package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import locality.governance.story.BudgetTopic;
import locality.governance.story.Told;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One decision takes another back, takes its place, makes it good, or takes it up from below.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ReplaceDecisionTest extends DecisionsInTurn {

    @Inject PlaceWaiting placeWaiting;

    @Test
    void aRescindedDecisionFreesWhatItUsedOfALimitFromThatDay() {
        grantToTheBoard(1_000, "ANNUAL");
        var first = approved(meetsToday(manchester.board), 700, "a");
        assertThat(approved(meetsToday(manchester.board), 700, "b").getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
        var later = about(first, manchester.board);

        var rescinded = does(first, "rescind", by(later));

        assertThat(rescinded.getString("state")).isEqualTo("RESCINDED");
        assertThat(rescinded.getString("endedOn")).isEqualTo(today().toString());
        assertThat(rescinded.getString("steps[0].byDecision")).isEqualTo(later.getString("id"));
        assertThat(approved(meetsToday(manchester.board), 700, "d").getString("state"))
                .isEqualTo("IN_EFFECT");
        var told = Told.of(database, first.getString("id")).getLast();
        assertThat(told.type()).isEqualTo("governance.decision-changed.v1");
        assertThat(told.data().getString("state")).isEqualTo("RESCINDED");
        assertThat(told.data().getString("byDecision")).isEqualTo(later.getString("id"));
    }

    @Test
    void aSupersededDecisionNoLongerCountsInItsSubjectsTotal() {
        var first = first(600);
        assertThat(approved(meetsToday(manchester.board), 600, "a").getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
        var other = approved(meetsToday(manchester.board), 300, "a");

        does(first, "supersede", by(other));

        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
        assertThat(approved(meetsToday(manchester.board), 600, "a").getString("state"))
                .isEqualTo("IN_EFFECT");
    }

    @Test
    void nothingIsSplitByNamingTheFirstPartAsTheSubjectOfTheSecond() {
        var first = first(600);

        assertThat(ratifying(manchester.board, first, 401, "APPROVE").getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
        var second = ratifying(manchester.board, first, 400, "APPROVE");
        assertThat(second.getString("state")).isEqualTo("IN_EFFECT");

        assertThat(approved(meetsToday(manchester.board), 1, "a").getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
        assertThat(about(second, manchester.board).getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
        for (var knownAt : List.of("", "&knownAt=" + reached())) {
            manchester
                    .secretary
                    .get(
                            ("/authority?function=commissioning&place=E08000003&valuePence=1&on=%s"
                                            + "&owner=%s&subjectType=service&subject=%s%s")
                                    .formatted(
                                            today(),
                                            manchester.ccg,
                                            manchester.board + "a",
                                            knownAt))
                    .body(
                            "earlier.reference",
                            contains(first.getString("reference"), second.getString("reference")));
        }
    }

    @Test
    void whatSpendsNothingTakesBackADecisionThatIsAtItsLimit() {
        var first = first(1_000);
        assertThat(about(first, manchester.board).getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
        var later =
                carried(
                        meetsToday(manchester.board),
                        """
                        {"title": "Not to go on",
                         "decision": {"type": "APPROVE", "function": "commissioning",
                                      "owners": [{"organisation": "%s"}],
                                      "subject": {"type": "decision", "id": "%s"}}}
                        """
                                .formatted(manchester.ccg, first.getString("id")));

        assertThat(does(first, "rescind", by(later)).getString("state")).isEqualTo("RESCINDED");
    }

    @Test
    void onlyALaterDecisionThatBindsOfTheBodyOrItsParentEndsOne() {
        var first = first(100);
        var unrelated = approved(meetsToday(manchester.board), 100, "b");
        var later = about(first, manchester.board);
        var invalid = approved(meetsToday(manchester.board), 5_000, "c");
        var noted =
                carried(
                        meetsToday(manchester.board),
                        """
                        {"title": "A paper", "decision": {"type": "NOTE"}}
                        """);
        var above = about(first, manchester.governingBody);

        refuses(later, "rescind", by(first), 422, "BY_DECISION_IS_EARLIER");
        refuses(later, "rescind", by(later), 422, "BY_DECISION_IS_EARLIER");
        refuses(first, "rescind", by(invalid), 422, "BY_DECISION_DOES_NOT_BIND");
        refuses(first, "rescind", by(noted), 422, "BY_DECISION_DOES_NOT_BIND");
        refuses(first, "rescind", by(above), 422, "BY_ANOTHER_BODY");
        refuses(first, "rescind", by(unrelated), 422, "BY_DECISION_IS_ABOUT_ANOTHER");
        refuses(first, "supersede", by(unrelated), 422, "BY_DECISION_IS_ABOUT_ANOTHER");
        refuses(invalid, "rescind", by(later), 409, "ILLEGAL_TRANSITION");

        accountable();
        does(first, "rescind", by(above));
        assertThat(stateOf(first)).isEqualTo("RESCINDED");
    }

    @Test
    @Tag("G59")
    void theBodyThatTookOverEndsADecisionOfTheOneBeforeIt() {
        var first = first(100);
        var successor = manchester.board + "-NEW";
        manchester.body(successor, manchester.council, false);
        manchester.grant(manchester.governingBody, successor, "commissioning");
        var later = approved(meetsToday(successor), 100, "a");
        refuses(first, "supersede", by(later), 422, "BY_ANOTHER_BODY");

        manchester.secretary.does(
                "/bodies/%s/successions".formatted(manchester.board),
                """
                {"successor": "%s", "effectiveOn": "%s", "alongside": true}
                """
                        .formatted(successor, today()));
        does(first, "supersede", by(later));

        assertThat(stateOf(first)).isEqualTo("SUPERSEDED");
    }

    @Test
    void anInvalidDecisionIsMadeGoodByTheBodyWhoseAuthorityWasMissing() {
        grantToTheBoard(1_000, "PER_DECISION");
        var request = BudgetTopic.asksFor(manchester.ccg, "commissioning", 5_000);
        manchester.arrives(request);
        var meeting = meetsToday(manchester.board);
        int item = manchester.tables(meeting, request);
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, "FOR", "FOR", "FOR");
        var invalid = manchester.outcome(meeting, item);
        assertThat(invalid.getList("validityCodes")).containsExactly("LIMIT_EXCEEDED");

        var less = ratifying(invalid, 4_999, "RATIFY");
        refuses(invalid, "ratify", by(less), 422, "RATIFIES_LESS");
        refuses(
                invalid,
                "ratify",
                by(approved(meetsToday(manchester.governingBody), 5_000, "x")),
                422,
                "RATIFIES_ANOTHER");

        var ratification = ratifying(invalid, 5_000, "RATIFY");
        var ratified = does(invalid, "ratify", by(ratification));
        refuses(
                ratification,
                "rescind",
                by(about(ratification, manchester.governingBody)),
                409,
                "RATIFIED_WHAT_STANDS");

        assertThat(ratified.getString("state")).isEqualTo("RATIFIED");
        assertThat(ratified.getList("validityCodes")).containsExactly("LIMIT_EXCEEDED");
        assertThat(manchester.stateOf(request)).isEqualTo("ANSWERED");
        var told = Told.of(database, invalid.getString("id")).getLast();
        assertThat(told.type()).isEqualTo("governance.decision-taken.v1");
        assertThat(told.data().getString("state")).isEqualTo("RATIFIED");
        assertThat(told.data().getString("requestId")).isEqualTo(request.requestId().toString());
    }

    @Test
    void whatWasApprovedSinceItsRatificationWasDecidedCountsWithIt() {
        grantToTheBoard(1_000, "PER_DECISION");
        var upper = above(1_500);
        var invalid = approved(meetsToday(manchester.board), 1_200, "a");
        var ratification = ratifying(upper, invalid, 1_200, "RATIFY");
        assertThat(ratification.getString("state")).isEqualTo("IN_EFFECT");
        approved(meetsToday(manchester.board), 400, "a");

        manchester
                .secretary
                .post("/decisions/%s/ratify".formatted(invalid.getString("id")), by(ratification))
                .statusCode(422)
                .body("code", equalTo("RATIFIES_BEYOND_A_LIMIT"))
                .body("limitPence", equalTo(1_500))
                .body("approvedBeforePence", equalTo(400))
                .body("valuePence", equalTo(1_200));
    }

    @Test
    void nothingIsTabledToRatifyADecisionThatIsNotThere() {
        manchester
                .secretary
                .post(
                        "/meetings/%s/items".formatted(meetsToday(manchester.governingBody)),
                        """
                        {"title": "Ratification",
                         "decision": {"type": "RATIFY", "function": "commissioning",
                                      "valuePence": 1, "owners": [{"organisation": "%s"}],
                                      "subject": {"type": "decision", "id": "NONE"}}}
                        """
                                .formatted(manchester.ccg))
                .statusCode(422)
                .body("code", equalTo("RATIFIES_NOTHING"));
    }

    @Test
    void whatInterestsLeaveNoQuorumForIsReferredToTheParentsNextMeeting() {
        grantToTheBoard(1_000, "PER_DECISION");
        var meeting = meetsToday(manchester.board);
        int item = tabled(meeting, approval(600, whole(), "a"));
        manchester.attend(meeting, 3);
        manchester.secretary.does(
                "/meetings/%s/items/%d/interests".formatted(meeting, item),
                "{\"member\": \"S3\", \"effect\": \"LEFT\", \"nature\": \"Director\"}");
        manchester.vote(meeting, item, "FOR", "FOR");
        var tried = triedOut(meeting, item);
        assertThat(tried.getList("validityCodes")).containsExactly("INQUORATE_AFTER_CONFLICT");
        assertThat(tried.getString("suggestion")).contains("refer it");

        refuses(tried, "refer", "{}", 422, "NO_ACCOUNTABLE_PARENT");
        accountable();
        refuses(
                tried,
                "refer",
                "{\"to\": \"%s\"}".formatted(manchester.board),
                422,
                "NOT_ACCOUNTABLE_TO");
        var referred = does(tried, "refer", "{}");
        assertThat(referred.getString("state")).isEqualTo("REFERRED");
        manchester
                .secretary
                .get("/decisions?state=REFERRED&body=" + manchester.board)
                .body("items.id", hasItem(tried.getString("id")));

        placeWaiting.handle();
        var next = planned(manchester.governingBody, today().plusDays(20));
        placeWaiting.handle();
        placeWaiting.handle();

        var above =
                manchester
                        .secretary
                        .get("/meetings/%s/items/1".formatted(next))
                        .statusCode(200)
                        .extract()
                        .jsonPath();
        assertThat(above.getString("decision.referredFrom")).isEqualTo(tried.getString("id"));
        assertThat(above.getString("decision.provenance.kind")).isEqualTo("DERIVED");
        manchester.secretary.get("/meetings/%s/items/2".formatted(next)).statusCode(404);
    }

    private JsonPath ratifying(JsonPath invalid, long pence, String type) {
        return ratifying(manchester.governingBody, invalid, pence, type);
    }
}
