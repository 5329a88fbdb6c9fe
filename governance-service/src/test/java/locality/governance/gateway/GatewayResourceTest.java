package locality.governance.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import locality.governance.story.Caller;
import locality.governance.story.Told;
import locality.platform.event.InterventionEvent.ContractScopeChanged;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Topics;
import locality.platform.time.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Gateways over HTTP, and what contracts answer on their topic.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class GatewayResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject AgroalDataSource database;
    @Inject Clock clock;

    private RochdalesGateways story;
    private Caller secretary;
    private Topics interventions;

    @BeforeEach
    void thereIsRochdale() {
        story = RochdalesGateways.planned();
        secretary = story.secretary;
        interventions = Topics.of("intervention");
    }

    @AfterEach
    void leave() {
        interventions.close();
    }

    @Test
    @Tag("G32")
    void gatewaysAreTriedOutAndThenPlannedInBlocksUpToApril2020() {
        var other = new RochdalesGateways();
        secretary
                .post("/gateways/series?dryRun=true", other.series("2020-03-31"))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("gateways.number", contains(2, 3, 4, 5, 6));
        listed(other.contract).body("items", empty());
        secretary
                .post("/gateways/series?dryRun=true", other.series("2020-04-30"))
                .statusCode(422)
                .body("code", equalTo("SERIES_ENDS_WITHIN_A_BLOCK"))
                .body("endsOnBefore", equalTo("2020-03-31"));

        listed(story.contract)
                .body("items", hasSize(5))
                .body("items.state", everyItem(equalTo("PLANNED")))
                .body("items[1].beginsOn", equalTo("2018-04-01"))
                .body("items[1].endsOn", equalTo("2018-09-30"))
                .body("items[1].endProvenance.kind", equalTo("DERIVED"))
                .body("items[4].endsOn", equalTo("2020-03-31"));
        secretary
                .post("/gateways/series", story.series("2020-03-31"))
                .statusCode(409)
                .body("code", equalTo("REFERENCE_TAKEN"));
        secretary
                .post(
                        "/gateways",
                        """
                        {"contract": "%s", "beginsOn": "2020-04-02", "locality": "E08000005"}
                        """
                                .formatted(story.contract))
                .statusCode(422)
                .body("code", equalTo("BLOCKS_NOT_ADJACENT"));
    }

    @Test
    @Tag("G33")
    @Tag("G34")
    void gatewayTwoIsPassedWithConditionsAndEighteenItemsGoOverOnce() {
        secretary
                .postCsv(items() + "?dryRun=true", story.eighteenItems())
                .statusCode(200)
                .body("proposed", equalTo(18));
        shown("").body("items", empty());
        secretary.postCsv(items(), story.eighteenItems()).statusCode(200);
        story.startsDueDiligence();
        story.conducts();
        story.rates("W", "RED");
        story.submits();

        posts("pass", "{\"effectiveOn\": \"2018-03-31\"}")
                .statusCode(422)
                .body("code", equalTo("GATEWAY_NOT_READY"))
                .body(
                        "lacks.code",
                        contains("DUE_DILIGENCE_OPEN", "RED_NOT_COVERED", "NO_APPROVAL"))
                .body("lacks[0].detail", containsString("F Finance"));
        shown("on=2018-03-20").body("lacks", hasSize(3));

        story.rates("F", "GREEN");
        var decision = story.approves();
        posts("pass", "{\"effectiveOn\": \"2018-03-31\"}")
                .statusCode(422)
                .body("lacks.code", contains("DUE_DILIGENCE_OPEN", "RED_NOT_COVERED"))
                .body("lacks[0].detail", containsString("is DRAFT_SHARED on 2018-03-31"));
        story.agrees();
        posts("conditions", "{\"text\": \"Recruit\", \"dueOn\": \"2018-09\", \"covers\": \"99\"}")
                .statusCode(422)
                .body("code", equalTo("NO_SUCH_CRITERION"));
        posts(
                        "pass",
                        """
                        {"effectiveOn": "2018-03-31",
                         "conditions": [{"text": "Recruit to the core teams", "dueOn": "2018-09",
                                         "covers": "W"}]}
                        """)
                .statusCode(200)
                .body("state", equalTo("PASSED_WITH_CONDITIONS"))
                .body("decision", equalTo(decision))
                .body("conditions[0].dueOn", equalTo("2018-09-30"))
                .body("items", hasSize(18));

        shown("on=2018-03-31").body("items.state", everyItem(equalTo("PROPOSED")));
        shown("on=2018-04-01").body("items.state", everyItem(equalTo("TRANSFERRED")));
        posts("pass", "{\"effectiveOn\": \"2018-03-31\"}").statusCode(409);
        for (var item : itemIds()) {
            var told = Told.of(database, item);
            assertThat(told).hasSize(1);
            assertThat(told.getFirst().type()).isEqualTo("governance.scope-transferred.v1");
            assertThat(told.getFirst().data().getString("effectiveOn")).isEqualTo("2018-04-01");
            assertThat(told.getFirst().data().getString("contract")).isEqualTo(story.contract);
        }
        posts("items", item("LATER")).statusCode(409).body("code", equalTo("SCOPE_FIXED"));
        assertThat(secretary.read("/gateways?locality=E08000005", "text/csv"))
                .contains("%s,%s,2,2017-10-01".formatted(story.gateway, story.contract))
                .contains("Recruit to the core teams,2018-09-30,W");
    }

    @Test
    @Tag("G33")
    void whatTheContractAnswersTakesItemsOnUntilTheGatewayIsClosed() {
        posts("items", item("CORE-2")).statusCode(201);
        story.passes();
        var item = itemIds().getFirst();
        answers(item, "LISTED", "2018-05-14", null);
        interventions.repeat();
        awaitItem("LISTED");
        posts("close", "{}")
                .statusCode(422)
                .body("code", equalTo("GATEWAY_NOT_SETTLED"))
                .body("items", contains("CORE-2"))
                .body("conditions", hasSize(1));

        answers(item, "IN_CONTRACT", "2018-07-02", null);
        interventions.repeat();
        awaitItem("IN_CONTRACT");
        does("lessons", "{\"text\": \"Begin due diligence earlier\"}");
        posts("conditions/1/met", "{\"evidence\": \"\"}").statusCode(400);
        does("conditions/1/met", "{\"evidence\": \"The plan\", \"effectiveOn\": \"2018-09-28\"}");
        does("close", "{\"effectiveOn\": \"2018-10-01\"}");

        shown("on=2018-06-30")
                .body("items[0].state", equalTo("LISTED"))
                .body("conditions[0].metOn", nullValue());
        shown("")
                .body("state", equalTo("CLOSED"))
                .body("lessons.text", contains("Begin due diligence earlier"))
                .body("conditions[0].evidence", equalTo("The plan"));
        assertThat(Told.of(database, shown("").extract().path("id")).getLast().data())
                .satisfies(
                        told -> {
                            assertThat(told.getString("state")).isEqualTo("CLOSED");
                            assertThat(told.getString("conditions[0].metOn"))
                                    .isEqualTo("2018-09-28");
                        });
    }

    @Test
    @Tag("G33")
    void aFailedTransferRaisesOneIssueAndIsTriedAgain() {
        posts("items", item("CORE-2")).statusCode(201);
        posts("items/CORE-2/retry", "{}").statusCode(409).body("code", equalTo("ITEM_NOT_REFUSED"));
        story.passes();
        var item = itemIds().getFirst();
        answers(item, "REFUSED", "2018-04-01", "There is no contract");
        interventions.repeat();
        awaitItem("REFUSED");

        assertThat(issues()).hasSize(1);
        assertThat(worklist("TRANSFER_REFUSED", "2018-05-01"))
                .containsExactly(story.gateway + "/CORE-2");

        does("items/CORE-2/retry", "{}");
        assertThat(worklist("TRANSFER_REFUSED", "2018-05-01")).isEmpty();
        assertThat(Told.of(database, item)).hasSize(2);
        answers(item, "LISTED", "2018-04-01", null);
        awaitItem("LISTED");
        assertThat(issues()).hasSize(1);
    }

    @Test
    @Tag("G33")
    void aSecondFailureOpensTheIssueThatWasClosedAgain() {
        posts("items", item("CORE-2")).statusCode(201);
        story.passes();
        var item = itemIds().getFirst();
        answers(item, "REFUSED", "2018-04-01", "There is no contract");
        awaitItem("REFUSED");
        var issue = "/register-entries/" + issue("reference");
        secretary.does(issue + "/close", "{\"note\": \"It is on record now\"}");

        does("items/CORE-2/retry", "{}");
        answers(item, "REFUSED", "2018-04-01", "There is no contract yet");
        awaitItem("REFUSED");

        assertThat(issues()).hasSize(1);
        assertThat(issue("state")).isEqualTo("OPEN");
    }

    private String issue(String field) {
        return secretary
                .get("/register-entries?locality=E08000005&kind=ISSUE&limit=1000")
                .statusCode(200)
                .extract()
                .path("items.find { it.title.contains('%s') }.%s".formatted(story.gateway, field));
    }

    @Test
    void whatWaitsNamesTheCallThatClearsIt() {
        assertThat(worklist("GATEWAY_TO_ASSESS", "2017-12-30")).isEmpty();
        assertThat(worklist("GATEWAY_TO_ASSESS", "2017-12-31")).containsExactly(story.gateway);
        story.startsDueDiligence();
        assertThat(worklist("GATEWAY_TO_ASSESS", "2018-03-01")).isEmpty();
        assertThat(worklist("GATEWAY_TO_SUBMIT", "2018-03-01")).containsExactly(story.gateway);
        story.conducts();
        story.rates("W", "AMBER");
        story.rates("F", "GREEN");
        clears("GATEWAY_TO_SUBMIT", today());
    }

    @Test
    void theDecisionAndTheConditionsWaitUntilTheyAreRecorded() {
        story.startsDueDiligence();
        story.conducts();
        story.rates("W", "AMBER");
        story.rates("F", "GREEN");
        story.agrees();
        story.submits();
        story.approves();
        does("conditions", "{\"text\": \"Improve\", \"dueOn\": \"2018-09\"}");
        clears("GATEWAY_TO_DECIDE", today());
        clears("GATEWAY_CONDITION_DUE", today());
    }

    @Test
    @Tag("G35")
    void aTransactionEndsEighteenWeeksAfterItsLaunch() {
        secretary
                .post(
                        "/gateways",
                        """
                        {"contract": "%s-T", "number": 2, "beginsOn": "2016-06-06", "weeks": 18,
                         "locality": "E08000005", "provenance": {"kind": "ILLUSTRATIVE"}}
                        """
                                .formatted(story.contract))
                .statusCode(201)
                .body("endsOn", equalTo("2016-10-10"))
                .body(
                        "endProvenance.formula",
                        equalTo("launch on 2016-06-06 + 18 weeks = 2016-10-10"));
        secretary
                .post(
                        "/gateways",
                        """
                        {"contract": "%s-T", "beginsOn": "2016-10-11", "weeks": 18, "months": 6,
                         "locality": "E08000005"}
                        """
                                .formatted(story.contract))
                .statusCode(422)
                .body("code", equalTo("BLOCK_END_UNCLEAR"));
    }

    @Test
    void itemsComeBackAsASpreadsheetThatNamesWhatIsStaleOrRefused() {
        secretary.postCsv(items(), story.eighteenItems()).statusCode(200);
        var sheet = secretary.read(items(), "text/csv");

        secretary.postCsv(items(), sheet).statusCode(200).body("unchanged", equalTo(18));
        secretary
                .postCsv(items(), sheet.replace("Intervention 03", "Discharge to Assess"))
                .statusCode(200)
                .body("changed", equalTo(1));
        secretary
                .postCsv(items(), sheet)
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows", hasSize(18));
        secretary
                .postCsv(
                        items(),
                        """
                        reference,title,kind,transfersOn
                        NEW-1,New,SERVICE,2018-04-01
                        NEW-2,New,INTERVENTION,2018-04-01
                        NEW-3,New,SERVICE,2017-01-01
                        """)
                .statusCode(422)
                .body("rows.line", contains(3, 4))
                .body("rows.code", contains("SCOPE_UNCLEAR", "TRANSFER_BEFORE_BLOCK"));
        shown("").body("items", hasSize(18));
        does("items/INT-17/withdraw", "{\"reason\": \"Not mobilised\"}");
        shown("").body("items[17].state", equalTo("WITHDRAWN"));
    }

    @Test
    void anotherLocalityDoesNotSeeItAndNobodyChangesWhatTheyHaveNotRead() {
        var elsewhere = Caller.secretaryOf(Locality.MANCHESTER);
        elsewhere.get("/gateways/" + story.gateway).statusCode(404);
        elsewhere.post("/gateways/%s/submit".formatted(story.gateway), "{}").statusCode(404);
        secretary
                .post(
                        "/gateways/%s/lessons".formatted(story.gateway),
                        "{\"text\": \"A lesson\"}",
                        Map.of("If-Match", "\"7\""))
                .statusCode(412);
        shown("on=2017-10-02").statusCode(200);
        secretary.get("/gateways/%s?on=2017-10-01".formatted(story.gateway)).statusCode(404);
        posts("start-due-diligence", "{}")
                .statusCode(422)
                .body("code", equalTo("NO_DUE_DILIGENCE"));
        posts("start-due-diligence", "{\"assessment\": \"NONE\"}").statusCode(404);
        posts("lessons", "{\"text\": \"Later\", \"effectiveOn\": \"2999-01-01\"}")
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
    }

    private void answers(String item, String state, String on, @Nullable String reason) {
        interventions.tell(
                new ContractScopeChanged(
                        UUID.fromString(item),
                        story.contract,
                        "CORE-2",
                        "Core+2",
                        "SERVICE",
                        null,
                        state,
                        reason,
                        Locality.ROCHDALE,
                        LocalDate.parse(on),
                        Provenance.illustrative()));
    }

    private void awaitItem(String state) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> state.equals(shown("").extract().path("items[0].state")));
    }

    private List<String> issues() {
        return secretary
                .get("/register-entries?locality=E08000005&kind=ISSUE&limit=1000")
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("items.title")
                .stream()
                .filter(title -> title.contains(story.gateway))
                .toList();
    }

    /// What waits at this gateway, by its reference.
    private List<String> worklist(String kind, String on) {
        return rows(kind, on).map(row -> row.get("reference").asText()).toList();
    }

    private Stream<JsonNode> rows(String kind, String on) {
        var answer =
                secretary.read("/worklist?limit=1000&kind=%s&on=%s".formatted(kind, on), "*/*");
        try {
            return JSON.readTree(answer)
                    .get("items")
                    .valueStream()
                    .filter(row -> row.get("reference").asText().startsWith(story.gateway));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /// Sends the call that the row names, with the body it gives, and sees the row gone.
    private void clears(String kind, String on) {
        var call = rows(kind, on).findFirst().orElseThrow().get("clear");
        secretary.does(call.get("path").asText(), call.get("body").toString());
        assertThat(rows(kind, on)).isEmpty();
    }

    private String today() {
        return BusinessClock.today(clock).toString();
    }

    private static String item(String reference) {
        return """
        {"reference": "%s", "title": "Core+2", "kind": "SERVICE", "transfersOn": "2018-04-01"}
        """
                .formatted(reference);
    }

    private List<String> itemIds() {
        return shown("").extract().jsonPath().getList("items.id");
    }

    private String items() {
        return "/gateways/%s/items".formatted(story.gateway);
    }

    private ValidatableResponse posts(String verb, String json) {
        return secretary.post("/gateways/%s/%s".formatted(story.gateway, verb), json);
    }

    private void does(String verb, String json) {
        story.does(verb, json);
    }

    private ValidatableResponse shown(String query) {
        return secretary
                .get("/gateways/" + story.gateway + (query.isEmpty() ? "" : "?" + query))
                .statusCode(200);
    }

    private ValidatableResponse listed(String contract) {
        return secretary.get("/gateways?contract=" + contract).statusCode(200);
    }
}
