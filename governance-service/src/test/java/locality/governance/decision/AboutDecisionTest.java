package locality.governance.decision;

import static locality.governance.story.Manchester.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// What is about a decision is about that decision's subject, however it names it, and only in its
/// own place.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AboutDecisionTest extends TheBoardDecidesToday {

    @Test
    void nobodyLearnsOfAnotherPlaceByNamingADecisionOfIt() {
        grantToTheBoard(1_000, "PER_DECISION");
        var first = approved(meetsToday(manchester.board), 600, "a");
        var asked =
                "/authority?function=commissioning&place=%s&valuePence=1&on=%s&owner=%s"
                        + "&subjectType=decision&subject=%s";

        for (var name : List.of(first.getString("id"), first.getString("reference"))) {
            Caller.secretaryOf(Locality.ROCHDALE)
                    .get(asked.formatted("E08000005", today(), manchester.ccg, name))
                    .statusCode(200)
                    .body("earlier", empty());
            manchester
                    .secretary
                    .get(asked.formatted("E08000003", today(), manchester.ccg, name))
                    .statusCode(200)
                    .body("earlier.reference", contains(first.getString("reference")));
        }
    }

    @Test
    void whatIsAboutADecisionOfAnotherPlaceIsNotTabledAndIsOfNoFamily() throws Exception {
        grantToTheBoard(1_000, "PER_DECISION");
        var first = approved(meetsToday(manchester.board), 600, "a");
        var both = Caller.secretaryOf(Locality.MANCHESTER, Locality.ROCHDALE);
        var meeting = meetsToday(manchester.board);
        var elsewhere =
                about(first.getString("id"), 400)
                        .replace("\"APPROVE\"", "\"APPROVE\", \"place\": \"E08000005\"");

        for (var type : List.of("APPROVE", "RATIFY")) {
            both.post(
                            "/meetings/%s/items".formatted(meeting),
                            elsewhere.replace(
                                    "\"type\": \"APPROVE\"", "\"type\": \"%s\"".formatted(type)))
                    .statusCode(422)
                    .body("code", equalTo("SUBJECT_OF_ANOTHER_PLACE"))
                    .body("subject", equalTo(first.getString("reference")))
                    .body("subjectPlace", equalTo("E08000003"))
                    .body("place", equalTo("E08000005"));
        }
        both.does(
                "/delegations",
                """
                {"from": "%s", "to": "%s", "functions": ["commissioning"], "place": "E08000005",
                 "effectiveOn": "2014-04-01"}
                """
                        .formatted(manchester.governingBody, manchester.board));
        int item =
                both.does(
                                "/meetings/%s/items".formatted(meeting),
                                approval(400, whole(), "b")
                                        .replace(
                                                "\"APPROVE\"",
                                                "\"APPROVE\", \"place\": \"E08000005\""))
                        .extract()
                        .path("number");
        namesAsBefore(meeting + "/" + item, first.getString("id"));
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));
        assertThat(manchester.outcome(meeting, item).getString("state")).isEqualTo("IN_EFFECT");

        assertThat(approved(meetsToday(manchester.board), 401, "a").getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
        assertThat(approved(meetsToday(manchester.board), 400, "a").getString("state"))
                .isEqualTo("IN_EFFECT");
    }

    /// Made to name a decision as text, as was done once, and found as the migration finds it.
    private void namesAsBefore(String reference, String subject) throws Exception {
        try (var connection = database.getConnection();
                var change =
                        connection.prepareStatement(
                                """
                                update decision
                                set subject_type = 'decision', subject_id = ?, about_decision = null
                                where reference = ?
                                """);
                var migrate = connection.createStatement()) {
            change.setString(1, subject);
            change.setString(2, reference);
            change.executeUpdate();
            migrate.executeUpdate(migration());
        }
    }

    private static String migration() throws IOException {
        var name = "/db/migration/V20261127_1845__the_decision_a_decision_is_about.sql";
        try (var file = AboutDecisionTest.class.getResourceAsStream(name)) {
            var sql = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return sql.substring(sql.indexOf("update decision"), sql.indexOf("comment on"));
        }
    }

    @Test
    void nothingIsTabledAboutADecisionTheCallerDoesNotRead() {
        var meeting = meetsToday(manchester.board);

        for (var type : List.of("APPROVE", "NOTE")) {
            post(meeting, about("NONE", 1).replace("APPROVE", type))
                    .statusCode(422)
                    .body("code", equalTo("SUBJECT_NOT_ON_RECORD"))
                    .body("subject", equalTo("NONE"));
        }
    }

    @Test
    void nothingIsSplitByNamingADecisionAnotherWay() {
        grantToTheBoard(1_000, "PER_DECISION");
        var decided = decidedAtTheSecondMeeting();
        var former = decided.getString("earlierTablings[0].reference");
        var id = decided.getString("id");

        for (var name :
                List.of(id.toUpperCase(Locale.ROOT), former, decided.getString("reference"))) {
            var more = carried(meetsToday(manchester.board), about(name, 401));
            assertThat(more.getList("validityCodes")).as(name).containsExactly("LIMIT_EXCEEDED");
            assertThat(more.getString("subject.id")).isEqualTo(id);
        }
        carried(meetsToday(manchester.board), about(former, 400));
        assertThat(approved(meetsToday(manchester.board), 1, "a").getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void nothingIsSplitByApprovingItAsAboutWhatRatifiedOrNotedADecision() {
        grantToTheBoard(1_000, "PER_DECISION");
        var first = approved(meetsToday(manchester.board), 600, "a");
        var meeting = meetsToday(manchester.board);
        var ratification = carried(meeting, ratify(first, 1)).getString("id");
        var noted = carried(meeting, about(first.getString("id"), 1).replace("APPROVE", "NOTE"));

        assertThat(carried(meeting, about(ratification, 200)).getString("state"))
                .isEqualTo("IN_EFFECT");
        assertThat(carried(meeting, about(noted.getString("id"), 200)).getString("state"))
                .isEqualTo("IN_EFFECT");

        assertThat(carried(meeting, about(ratification, 1)).getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
        assertThat(approved(meeting, 1, "a").getList("validityCodes"))
                .containsExactly("LIMIT_EXCEEDED");
    }

    @Test
    void whatNamedADecisionAsTextOnceIsOfItsFamilyToo() throws Exception {
        grantToTheBoard(1_000, "PER_DECISION");
        var decided = decidedAtTheSecondMeeting();
        var id = decided.getString("id");

        for (var name :
                List.of(
                        id.toUpperCase(Locale.ROOT),
                        decided.getString("earlierTablings[0].reference"),
                        decided.getString("reference"))) {
            var meeting = meetsToday(manchester.board);
            int item = tabled(meeting, about(id, 401));
            namesAsBefore(meeting + "/" + item, name);
            assertThat(taken(meeting, item).get("validityCodes"))
                    .as(name)
                    .isEqualTo(List.of("LIMIT_EXCEEDED"));
        }
    }

    private JsonPath decidedAtTheSecondMeeting() {
        var first = meetsToday(manchester.board);
        int item = ready(first, 600, "a");
        manchester.secretary.does(
                "/meetings/%s/items/%d/outcome".formatted(first, item),
                "{\"declared\": \"DEFERRED\"}");
        var former = first + "/" + item;
        var decided =
                carried(
                        meetsToday(manchester.board),
                        "{\"title\": \"Again\", \"deferredDecision\": \"%s\"}".formatted(former));
        assertThat(decided.getString("state")).isEqualTo("IN_EFFECT");
        return decided;
    }

    @Test
    void anApprovalAboutADecisionGoesTheWayOfThatDecisionsSubject() {
        grantToTheBoard(1_000, "PER_DECISION");
        var kind = "kind-" + manchester.board;
        var leadership = manchester.board + "-CWLG";
        manchester.body(leadership, manchester.council, false);
        manchester.secretary.does(
                "/approval-routes",
                """
                {"reference": "ROUTE-%s", "subjectType": "%s", "place": "E08000003",
                 "fromPence": 500, "effectiveOn": "%s",
                 "steps": [{"body": "%s", "type": "RECOMMEND"}, {"body": "%s", "type": "APPROVE"}]}
                """
                        .formatted(manchester.board, kind, today(), leadership, manchester.board));
        var whole = approval(99, whole(), "a").replace("\"service\"", "\"%s\"".formatted(kind));
        var first = carried(meetsToday(manchester.board), whole).getString("id");
        var meeting = meetsToday(manchester.board);

        assertThat(carried(meeting, about(first, 400)).getString("state")).isEqualTo("IN_EFFECT");
        var early = carried(meeting, about(first, 1));
        assertThat(early.getList("validityCodes")).containsExactly("ROUTE_STEP_MISSING");
        assertThat(early.getString("evidence.route.route")).isEqualTo("ROUTE-" + manchester.board);

        carried(meetsToday(leadership), whole.replace("\"APPROVE\"", "\"RECOMMEND\""));
        assertThat(carried(meeting, about(first, 1)).getString("state")).isEqualTo("IN_EFFECT");
    }
}
