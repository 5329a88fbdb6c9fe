package locality.governance.decisionlog;

import static locality.governance.story.Manchester.all;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import locality.governance.story.BudgetTopic;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G22")
class DecisionLogTest {

    private Manchester manchester;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
    }

    @Test
    void tellsWhatWasDecidedWhetherItBindsAndWhatFollowed() {
        var decided = decides("=A scheme");
        var later =
                decides(
                        "It is not to go ahead",
                        ", \"subject\": {\"type\": \"decision\", \"id\": \"%s\"}"
                                .formatted(ref(decided)));
        manchester.secretary.does(
                "/decisions/%s/rescind".formatted(decided.getString("id")),
                "{\"byDecision\": \"%s\", \"reason\": \"Costs\"}"
                        .formatted(later.getString("reference")));
        BudgetTopic.opensUnder(UUID.fromString(decided.getString("id")), "C-LOG");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> log("").extract().jsonPath().getList("items[0].followed").size() == 2);
        log("").body("items.reference", contains(ref(decided), ref(later)))
                .body("items[0].state", equalTo("RESCINDED"))
                .body("items[0].decidedOn", equalTo(Manchester.DAY))
                .body("items[0].followed.kind", hasItem("COMMITMENT"))
                .body("items[0].followed.reference", hasItem(ref(later)))
                .body("items[0].papers", empty());
        var csv =
                manchester
                        .secretary
                        .getCsv("/decision-log?body=" + manchester.governingBody)
                        .statusCode(200)
                        .extract()
                        .body()
                        .asString();
        assertThat(csv.lines().toList()).hasSize(3);
        assertThat(csv)
                .startsWith("reference,title,decidedOn,body,")
                .contains(
                        "'=A scheme",
                        "RESCINDED",
                        ref(later) + " It is not to go ahead (RESCINDED)");
    }

    @Test
    void leadsFromPapersOverTheDecisionToItsActions() {
        var decided = decides("A scheme");
        var item = "/meetings/" + ref(decided).replace("/", "/items/");
        publishes(item, "Business case", "");
        publishes(
                item,
                "Prices",
                ", \"exempt\": {\"paragraph\": 3, \"reason\": \"Prices of bidders\"}");
        var action =
                manchester
                        .secretary
                        .does(
                                "/actions",
                                """
                                {"title": "Sign the contract", "post": "Chief Officer",
                                 "decision": "%s", "dueOn": "2014-06"}
                                """
                                        .formatted(ref(decided)))
                        .extract()
                        .<String>path("reference");
        manchester.secretary.does("/actions/%s/start".formatted(action), "{}");

        log("").body("items[0].papers.kind", contains("PAPER", "PAPER"))
                .body("items[0].papers.title", contains("Business case", "Prices"))
                .body("items[0].followed.kind", contains("ACTION"))
                .body("items[0].followed.reference", contains(action))
                .body("items[0].followed.state", contains("IN_PROGRESS"))
                .body("items[0].followed.on", contains("2014-06-30"));
        Caller.of("viewer", Locality.MANCHESTER)
                .get("/decision-log?body=" + manchester.governingBody)
                .body("items[0].papers.title", contains("Business case"))
                .body("items[0].followed.reference", contains(action));
    }

    @Test
    void isReadADaysPagesAtATimeAndByPlace() {
        decides("One");
        decides("Two");
        log("&from=2014-05-14&to=2014-05-14").body("items", hasSize(2));
        log("&from=2014-05-15").body("items", empty());
        log("&to=2014-05-13").body("items", empty());

        var first = log("&limit=1").body("items.title", contains("One")).extract().jsonPath();
        log("&limit=1&after=" + first.getString("next"))
                .body("items.title", contains("Two"))
                .body("next", org.hamcrest.Matchers.nullValue());
        Caller.secretaryOf(Locality.ROCHDALE)
                .get("/decision-log?limit=1000")
                .statusCode(200)
                .body("items.locality", not(hasItem("E08000003")));
    }

    private void publishes(String item, String title, String more) {
        manchester.secretary.does(
                item + "/papers",
                "{\"frontSheet\": {\"title\": \"%s\", \"reportOf\": \"Chief Officer\"}%s}"
                        .formatted(title, more));
    }

    @Test
    void whatFollowedElsewhereIsNotToldToThoseWhoDoNotReadThere() throws SQLException {
        var decided = decides("One");
        try (var connection = Infrastructure.get().postgres().as("postgres", "suite");
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into heard_commitment (commitment_id, reference, decision_id,
                      amount_pence, purpose, locality, effective_on)
                    values (gen_random_uuid(), 'C-ELSEWHERE', '%s', 1, 'Elsewhere', 'E08000005',
                            '2014-05-14')
                    """
                            .formatted(decided.getString("id")));
        }

        log("").body("items[0].followed", empty());
        Caller.secretaryOf(Locality.MANCHESTER, Locality.ROCHDALE)
                .get("/decision-log?locality=E08000003&body=" + manchester.governingBody)
                .body("items[0].followed.reference", contains("C-ELSEWHERE"));
    }

    @Test
    void aPageBeginsOnlyWhereAnotherEnded() {
        for (var after : List.of("x", "2014-05-14", "2014-05-14/x", "2014-02-30/x")) {
            manchester
                    .secretary
                    .get("/decision-log?after=" + after)
                    .statusCode(400)
                    .body("code", equalTo("MALFORMED"));
        }
    }

    private io.restassured.response.ValidatableResponse log(String more) {
        return manchester
                .secretary
                .get("/decision-log?body=" + manchester.governingBody + more)
                .statusCode(200);
    }

    private static String ref(JsonPath decision) {
        return decision.getString("reference");
    }

    private JsonPath decides(String title) {
        return decides(title, "");
    }

    private JsonPath decides(String title, String more) {
        var meeting = manchester.meets(manchester.governingBody);
        int item =
                manchester
                        .secretary
                        .does(
                                "/meetings/%s/items".formatted(meeting),
                                """
                                {"title": "%s",
                                 "decision": {"type": "APPROVE", "function": "commissioning",
                                              "valuePence": 100,
                                              "owners": [{"organisation": "%s"}]%s}}
                                """
                                        .formatted(title, manchester.ccg, more))
                        .extract()
                        .path("number");
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));
        return manchester.outcome(meeting, item);
    }
}
