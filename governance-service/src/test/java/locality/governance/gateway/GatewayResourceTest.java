package locality.governance.gateway;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Gateways over HTTP: their blocks, their scope as a spreadsheet, and who sees them.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class GatewayResourceTest {

    private RochdalesGateways story;
    private Caller secretary;

    @BeforeEach
    void thereIsRochdale() {
        story = RochdalesGateways.planned();
        secretary = story.secretary;
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
        secretary.postCsv(story.items(), story.eighteenItems()).statusCode(200);
        var sheet = secretary.read(story.items(), "text/csv");

        secretary.postCsv(story.items(), sheet).statusCode(200).body("unchanged", equalTo(18));
        secretary
                .postCsv(story.items(), sheet.replace("Intervention 03", "Discharge to Assess"))
                .statusCode(200)
                .body("changed", equalTo(1));
        secretary
                .postCsv(story.items(), sheet)
                .statusCode(412)
                .body("code", equalTo("STALE_ROWS"))
                .body("rows", hasSize(18));
        secretary
                .postCsv(
                        story.items(),
                        """
                        reference,title,kind,transfersOn
                        NEW-1,New,SERVICE,2018-04-01
                        NEW-2,New,INTERVENTION,2018-04-01
                        NEW-3,New,SERVICE,2017-01-01
                        """)
                .statusCode(422)
                .body("rows.line", contains(3, 4))
                .body("rows.code", contains("SCOPE_UNCLEAR", "TRANSFER_BEFORE_BLOCK"));
        story.shown("").body("items", hasSize(18));
        story.does("items/INT-17/withdraw", "{\"reason\": \"Not mobilised\"}");
        story.shown("").body("items[17].state", equalTo("WITHDRAWN"));
    }

    @Test
    void aSpreadsheetIsHeldToWhatJsonIs() {
        secretary
                .postCsv(
                        story.items(),
                        """
                        reference,title,kind,intervention,transfersOn
                        NEW-1,%s,SERVICE,,2018-04-01
                        NEW-2,New,INTERVENTION,not a reference,2018-04-01
                        """
                                .formatted("x".repeat(501)))
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("errors.where", contains("line 2, title", "line 3, intervention"));
        secretary
                .postCsv(
                        story.items(),
                        """
                        reference,title,kind,transfersOn
                        NEW-1,New,SERVICE,2018-04-01
                        NEW-1,Newer,SERVICE,2018-04-01
                        """)
                .statusCode(422);
        story.shown("").body("items", empty());
    }

    @Test
    @Tag("G34")
    void whatItLacksIsShownFromTheDayItIsPlanned() {
        story.shown("on=2017-10-02")
                .body("state", equalTo("PLANNED"))
                .body("lacks.code", contains("NO_DUE_DILIGENCE", "NO_APPROVAL"));
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
        story.shown("on=2017-10-02").statusCode(200);
        secretary.get("/gateways/%s?on=2017-10-01".formatted(story.gateway)).statusCode(404);
        story.posts("start-due-diligence", "{}")
                .statusCode(422)
                .body("code", equalTo("NO_DUE_DILIGENCE"));
        story.posts("start-due-diligence", "{\"assessment\": \"NONE\"}").statusCode(404);
        story.posts("lessons", "{\"text\": \"Later\", \"effectiveOn\": \"2999-01-01\"}")
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
    }

    private ValidatableResponse listed(String contract) {
        return secretary.get("/gateways?contract=" + contract).statusCode(200);
    }
}
