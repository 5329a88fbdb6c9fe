package locality.governance.closedown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import locality.governance.story.BudgetTopic;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ClosedownResourceTest {

    private static final String BEFORE = "2017-03-31";
    private static final String AFTER = "2017-04-01";

    private Manchester manchester;
    private Caller secretary;
    private String ccg;
    private String successor;

    /// A commissioning group that closes with its governing body, a delegation from it, a seat at
    /// the council's board, a duty, a post and a team; and the one that takes over.
    @BeforeEach
    void aCcgIsToClose() {
        manchester = Manchester.in2014();
        secretary = manchester.secretary;
        ccg = manchester.ccg;
        successor = "S" + ccg;
        manchester.organisation(successor, "CCG");
        secretary.does(
                "/bodies/%s/memberships".formatted(manchester.board),
                """
                {"seat": "CCG", "post": "Chair of the CCG", "personReference": "post:%1$s-chair",
                 "organisation": "%1$s", "from": "2013-04-01"}
                """
                        .formatted(ccg));
        secretary.does(
                "/duties",
                """
                {"reference": "DUTY-%1$s", "text": "Align commissioning", "organisation": "%1$s",
                 "from": "2014-05-14"}
                """
                        .formatted(ccg));
        secretary.does(
                "/posts",
                """
                {"reference": "POST-%1$s", "title": "Accountable Officer", "kind": "STATUTORY",
                 "organisations": ["%1$s"], "locality": "E08000003", "from": "2013-04-01",
                 "holder": {"personReference": "post:%1$s-ao"}}
                """
                        .formatted(ccg));
        secretary.does(
                "/teams",
                """
                {"reference": "TEAM-%1$s", "name": "Commissioning", "organisation": "%1$s",
                 "functions": ["commissioning"], "from": "2013-04-01"}
                """
                        .formatted(ccg));
    }

    @Test
    @Tag("G59")
    void everythingOpenIsListedWithTheCallThatClearsIt() {
        close();

        var open = closedown(AFTER);

        assertThat(kinds(open))
                .containsExactly("BODY", "DELEGATION", "SEAT", "POST", "DUTY", "TEAM");
        assertThat(open.getBoolean("complete")).isFalse();
        assertThat(open.getString("endsOn")).isEqualTo(BEFORE);
        assertThat(open.getMap("counts")).containsEntry("SEAT", 1).containsEntry("BODY", 1);
        assertThat(open.getString("items[0].reference")).isEqualTo(manchester.governingBody);
        assertThat(open.getString("items[0].clearedBy.path"))
                .isEqualTo(
                        "/api/governance/v1/bodies/%s/dissolve"
                                .formatted(manchester.governingBody));
        assertThat(open.getMap("items[0].clearedBy.body")).isEqualTo(Map.of("effectiveOn", AFTER));
        assertThat(open.getString("items[1].title"))
                .isEqualTo(
                        "bcf-investment-wave-two: %s to %s"
                                .formatted(manchester.governingBody, manchester.board));
        assertThat(open.getString("items[1].byHand")).contains("grants it anew");
        assertThat(open.getString("items[2].reference")).isEqualTo(manchester.board + "/CCG");
        assertThat(open.getMap("items[3].clearedBy.body"))
                .isEqualTo(
                        Map.of(
                                "to", successor,
                                "effectiveOn", AFTER,
                                "items", List.of("POST-" + ccg)));
    }

    @Test
    @Tag("G59")
    void nothingIsLeftOnceAllIsTransferredAndTheTopBodyDissolved() {
        close();
        var before = kinds(closedown(BEFORE));

        secretary
                .post("/organisations/%s/closedown/transfer".formatted(ccg), to(successor))
                .statusCode(200)
                .body("effectiveOn", equalTo(AFTER))
                .body("moved.kind", contains("SEAT", "POST", "DUTY", "TEAM"))
                .body("byHand.kind", contains("BODY", "DELEGATION"));
        secretary.does(
                "/bodies/%s/dissolve".formatted(manchester.governingBody),
                "{\"effectiveOn\": \"%s\"}".formatted(AFTER));

        var after = closedown(AFTER);
        assertThat(kinds(after)).isEmpty();
        assertThat(after.getBoolean("complete")).isTrue();
        assertThat(kinds(closedown(BEFORE))).isEqualTo(before);
        secretary
                .get("/bodies/%s?on=%s".formatted(manchester.board, BEFORE))
                .body("memberships.find {it.seat == 'CCG'}.organisation", equalTo(ccg));
        secretary
                .get("/bodies/%s?on=%s".formatted(manchester.board, AFTER))
                .body("memberships.find {it.seat == 'CCG'}.organisation", equalTo(successor))
                .body(
                        "memberships.find {it.seat == 'CCG'}.personReference",
                        equalTo("post:%s-chair".formatted(ccg)));
        secretary
                .get("/posts/POST-%s?on=%s".formatted(ccg, BEFORE))
                .body("organisations", contains(ccg));
        secretary
                .get("/posts/POST-%s?on=%s".formatted(ccg, AFTER))
                .body("organisations", contains(successor))
                .body("holders.personReference", contains("post:%s-ao".formatted(ccg)));
        secretary
                .get("/duties?organisation=%s&on=%s".formatted(successor, AFTER))
                .body("items.follows", contains("DUTY-" + ccg));
        secretary
                .get("/teams/TEAM-%s?on=%s".formatted(ccg, AFTER))
                .body("organisation", equalTo(successor))
                .body("functions", contains("commissioning"));
        assertThat(kinds(closedown(successor, AFTER))).contains("SEAT", "POST", "DUTY", "TEAM");
    }

    @Test
    @Tag("G59")
    void powerStillFlowsFromATopBodyThatIsNotDissolved() {
        close();
        var asked =
                "/authority?function=bcf-investment-wave-two&place=E08000003&on=%s&owner=%s"
                        .formatted(AFTER, ccg);

        secretary.get(asked).body("holders.reference", hasItem(manchester.governingBody));
        assertThat(closedown(AFTER).getString("items[0].kind")).isEqualTo("BODY");

        secretary.does(
                "/bodies/%s/dissolve".formatted(manchester.governingBody),
                "{\"effectiveOn\": \"%s\"}".formatted(AFTER));
        secretary.get(asked).body("holders", empty());
        assertThat(kinds(closedown(AFTER))).doesNotContain("BODY", "DELEGATION");
    }

    @Test
    void aTrialMovesNothing() {
        close();

        secretary
                .post(
                        "/organisations/%s/closedown/transfer?dryRun=true".formatted(ccg),
                        to(successor))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("moved.kind", contains("SEAT", "POST", "DUTY", "TEAM"));

        assertThat(kinds(closedown(AFTER))).contains("SEAT", "POST", "DUTY", "TEAM");
    }

    @Test
    void someAreMovedByTheirReferences() {
        close();

        secretary
                .post(
                        "/organisations/%s/closedown/transfer".formatted(ccg),
                        """
                        {"to": "%s", "items": ["POST-%s"]}
                        """
                                .formatted(manchester.council, ccg))
                .statusCode(200)
                .body("moved.reference", contains("POST-" + ccg));

        assertThat(kinds(closedown(AFTER)))
                .containsExactly("BODY", "DELEGATION", "SEAT", "DUTY", "TEAM");
    }

    @Test
    void whatIsNotOpenOrIsDoneByHandIsNotTransferred() {
        close();
        var transfer = "/organisations/%s/closedown/transfer".formatted(ccg);
        var items =
                """
                {"to": "%s", "items": ["DUTY-%s", "%s"]}
                """;

        secretary
                .post(transfer, items.formatted(successor, ccg, "NOT-THERE"))
                .statusCode(422)
                .body("code", equalTo("NOT_OPEN"))
                .body("items", contains("NOT-THERE"));
        secretary
                .post(transfer, items.formatted(successor, ccg, manchester.governingBody))
                .statusCode(422)
                .body("code", equalTo("DONE_BY_HAND"))
                .body("items.reference", contains(manchester.governingBody))
                .body("detail", containsString("dissolved, not moved"));

        assertThat(kinds(closedown(AFTER))).contains("DUTY");
    }

    @Test
    void whatBeginsOnTheDayItselfIsLeftToHand() {
        close();
        secretary.does(
                "/duties",
                """
                {"reference": "LATE-%1$s", "text": "Wind up", "organisation": "%1$s",
                 "from": "2017-04-01"}
                """
                        .formatted(ccg));

        secretary
                .post("/organisations/%s/closedown/transfer".formatted(ccg), to(successor))
                .statusCode(200)
                .body("moved.reference", not(hasItem("LATE-" + ccg)))
                .body(
                        "byHand.find {it.reference == 'LATE-%s'}.byHand".formatted(ccg),
                        containsString("2017-04-01"));
    }

    @Test
    void onlyWhoClosesHandsOverAndOnlyToOneThatIsThere() {
        var transfer = "/organisations/%s/closedown/transfer".formatted(ccg);
        secretary
                .post(transfer, to(successor))
                .statusCode(409)
                .body("code", equalTo("NOT_CLOSING"))
                .body("organisation", equalTo(ccg));
        close();

        secretary
                .post(transfer, to(ccg))
                .statusCode(422)
                .body("code", equalTo("TRANSFER_TO_ITSELF"));
        secretary
                .post(transfer, to("NOBODY"))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_ORGANISATION"));
        secretary
                .post(
                        transfer,
                        """
                        {"to": "%s", "effectiveOn": "2012-04-01"}
                        """
                                .formatted(successor))
                .statusCode(422)
                .body("code", equalTo("NOT_THERE_ON_THAT_DAY"))
                .body("on", equalTo("2012-04-01"));
        Caller.secretaryOf(Locality.ROCHDALE).post(transfer, to(successor)).statusCode(404);
    }

    @Test
    @Tag("G59")
    void moneyThatWasAskedForOrDecidedIsListedUntilItIsHandedOver() {
        var request = BudgetTopic.asksFor(ccg, "commissioning", 279_100_000);
        var meeting = manchester.meets(manchester.governingBody);
        int item = manchester.tables(meeting, request);
        close();
        assertThat(kinds(closedown(AFTER))).contains("APPROVAL_REQUEST");
        assertThat(
                        closedown(AFTER)
                                .getString(
                                        "items.find {it.kind =="
                                                + " 'APPROVAL_REQUEST'}.clearedBy.path"))
                .isEqualTo("/api/governance/v1/meetings/{meeting}/items");

        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, "FOR", "FOR", "FOR");
        secretary.does("/meetings/%s/items/%d/outcome".formatted(meeting, item), "{}");

        assertThat(kinds(closedown(AFTER)))
                .contains("COMMITMENT_DECIDED")
                .doesNotContain("APPROVAL_REQUEST");
        var transfer = "/organisations/%s/closedown/transfer".formatted(ccg);
        var handover =
                """
                {"to": "%s", "items": ["%s/%d"], "effectiveOn": "2017-04-01"}
                """
                        .formatted(successor, meeting, item);
        secretary.post(transfer, handover).statusCode(200);
        assertThat(kinds(closedown(AFTER))).doesNotContain("COMMITMENT_DECIDED");
        assertThat(kinds(closedown(BEFORE))).contains("COMMITMENT_DECIDED");
        secretary
                .post(transfer, handover.replace("2017-04-01", "2016-04-01"))
                .statusCode(409)
                .body("code", equalTo("HANDED_OVER_ALREADY"))
                .body("from", equalTo(AFTER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CARRIED", "CALLED_IN", "RATIFIED"})
    void moneyThatWasDecidedIsListedWhileItWaitsToTakeEffectAndOnceItIsRatified(String state)
            throws SQLException {
        var request = BudgetTopic.asksFor(ccg, "commissioning", 100);
        var decision =
                manchester.decides(manchester.governingBody, request, 3, "FOR", "FOR", "FOR");
        try (var connection = Infrastructure.get().postgres().as("postgres", "suite");
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    "update decision set state = '%s', call_in_until = '2999-01-01' where id = '%s'"
                            .formatted(state, decision.getString("id")));
        }
        close();

        assertThat(kinds(closedown(AFTER))).contains("COMMITMENT_DECIDED");
    }

    @Test
    @Tag("G59")
    void aFunctionItOwnsIsListedUntilItsArrangementEnds() {
        var function = "owned-by-" + ccg.toLowerCase(Locale.ROOT);
        secretary.does("/functions", "{\"code\": \"%s\", \"name\": \"Owned\"}".formatted(function));
        secretary.does(
                "/functions/%s/places".formatted(function),
                """
                {"place": "E08000003", "reserved": false, "owner": "%s",
                 "effectiveOn": "2014-04-01"}
                """
                        .formatted(ccg));
        close();

        var open = closedown(AFTER);
        var item = "items.find {it.kind == 'FUNCTION'}.";
        assertThat(open.getString(item + "reference")).isEqualTo(function + "/E08000003");
        assertThat(open.getString(item + "byHand")).contains("new owner");
        var path = open.getString(item + "clearedBy.path");
        assertThat(path)
                .isEqualTo(
                        "/api/governance/v1/functions/%s/places/E08000003/end".formatted(function));

        secretary.does(
                path.substring("/api/governance/v1".length()),
                "{\"effectiveOn\": \"%s\"}"
                        .formatted(open.getString(item + "clearedBy.body.effectiveOn")));
        assertThat(kinds(closedown(AFTER))).doesNotContain("FUNCTION");
        assertThat(kinds(closedown(BEFORE))).contains("FUNCTION");
    }

    @Test
    void whatIsInPlacesOfOthersIsCountedAndStaysTheirs() {
        close();
        var post =
                """
                {"reference": "%2$s-%1$s", "title": "A post", "organisations": ["%1$s"],
                 "locality": "%3$s", "from": "2013-04-01"}
                """;
        Caller.secretaryOf(Locality.ROCHDALE)
                .does("/posts", post.formatted(ccg, "ROC", "E08000005"));
        Caller.secretaryOf(Locality.GREATER_MANCHESTER)
                .does("/posts", post.formatted(ccg, "GM", "E47000001"));

        secretary
                .post("/organisations/%s/closedown/transfer".formatted(ccg), to(successor))
                .statusCode(200)
                .body("moved.reference", not(hasItem("GM-" + ccg)))
                .body(
                        "byHand.find {it.reference == 'GM-%s'}.byHand".formatted(ccg),
                        containsString("Greater Manchester"));

        var left = closedown(AFTER);
        assertThat(left.getList("items.reference")).contains("GM-" + ccg);
        assertThat(left.getList("items.reference")).doesNotContain("ROC-" + ccg);
        assertThat(left.getInt("elsewhere")).isEqualTo(1);

        Caller.secretaryOf(Locality.MANCHESTER, Locality.ROCHDALE, Locality.GREATER_MANCHESTER)
                .post("/organisations/%s/closedown/transfer".formatted(ccg), to(successor))
                .statusCode(200)
                .body("moved.reference", contains("GM-" + ccg, "ROC-" + ccg));
        assertThat(closedown(AFTER).getInt("elsewhere")).isZero();
    }

    @Test
    void aDutyOfItsOwnBodyIsForSomebodyToName() {
        close();
        secretary.does(
                "/duties",
                """
                {"reference": "BODY-%s", "text": "Hold to account", "body": "%s",
                 "from": "2014-05-14"}
                """
                        .formatted(ccg, manchester.governingBody));

        secretary
                .post("/organisations/%s/closedown/transfer".formatted(ccg), to(successor))
                .statusCode(200)
                .body(
                        "byHand.find {it.reference == 'BODY-%s'}.byHand".formatted(ccg),
                        containsString("say which body"))
                .body(
                        "byHand.find {it.reference == 'BODY-%s'}.clearedBy.path".formatted(ccg),
                        equalTo("/api/governance/v1/duties/BODY-%s/end".formatted(ccg)));
    }

    @Test
    void aVacantSeatGoesOverVacant() {
        close();
        secretary.does(
                "/bodies/%s/memberships/CCG/end".formatted(manchester.board),
                "{\"effectiveOn\": \"2016-04-01\"}");

        secretary
                .post("/organisations/%s/closedown/transfer".formatted(ccg), to(successor))
                .statusCode(200)
                .body("moved.kind", hasItem("SEAT"));

        secretary
                .get("/bodies/%s?on=%s".formatted(manchester.board, AFTER))
                .body("memberships.find {it.seat == 'CCG'}.organisation", equalTo(successor))
                .body("memberships.find {it.seat == 'CCG'}.personReference", equalTo(null));
        assertThat(kinds(closedown(AFTER))).doesNotContain("SEAT");
    }

    private void close() {
        secretary.does(
                "/organisations/%s/close".formatted(ccg),
                """
                {"endsOn": "%s", "successors": ["%s"]}
                """
                        .formatted(BEFORE, successor));
    }

    private static String to(String code) {
        return """
        {"to": "%s"}
        """
                .formatted(code);
    }

    private JsonPath closedown(String on) {
        return closedown(ccg, on);
    }

    private JsonPath closedown(String organisation, String on) {
        return secretary
                .get("/organisations/%s/closedown?on=%s".formatted(organisation, on))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> kinds(JsonPath closedown) {
        return closedown.getList("items.kind");
    }
}
