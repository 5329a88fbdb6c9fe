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

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
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

/// What passes a gateway over HTTP, and what contracts answer on their topic.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class GatewayPassesTest {

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
    @Tag("G33")
    @Tag("G34")
    void gatewayTwoIsPassedWithConditionsAndEighteenItemsGoOverOnce() {
        secretary
                .postCsv(story.items() + "?dryRun=true", story.eighteenItems())
                .statusCode(200)
                .body("added", equalTo(18));
        story.shown("").body("items", empty());
        secretary.postCsv(story.items(), story.eighteenItems()).statusCode(200);
        story.startsDueDiligence();
        story.conducts();
        story.rates("W", "RED");
        story.submits();

        story.posts("pass", "{\"effectiveOn\": \"2018-03-31\"}")
                .statusCode(422)
                .body("code", equalTo("GATEWAY_NOT_READY"))
                .body(
                        "lacks.code",
                        contains("DUE_DILIGENCE_OPEN", "RED_NOT_COVERED", "NO_APPROVAL"))
                .body("lacks[0].detail", containsString("F Finance"));
        story.shown("on=2018-03-20").body("lacks", hasSize(3));

        story.rates("F", "GREEN");
        var decision = story.approves();
        story.posts("pass", "{\"effectiveOn\": \"2018-03-31\"}")
                .statusCode(422)
                .body("lacks.code", contains("DUE_DILIGENCE_OPEN", "RED_NOT_COVERED"))
                .body("lacks[0].detail", containsString("is DRAFT_SHARED on 2018-03-31"));
        story.agrees();
        story.posts(
                        "conditions",
                        "{\"text\": \"Recruit\", \"dueOn\": \"2018-09\", \"covers\": \"99\"}")
                .statusCode(422)
                .body("code", equalTo("NO_SUCH_CRITERION"));
        story.posts(
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

        story.shown("on=2018-03-31").body("items.state", everyItem(equalTo("PROPOSED")));
        story.shown("on=2018-04-01").body("items.state", everyItem(equalTo("TRANSFERRED")));
        story.posts("pass", "{\"effectiveOn\": \"2018-03-31\"}").statusCode(409);
        for (var item : story.itemIds()) {
            var told = Told.of(database, item);
            assertThat(told).hasSize(1);
            assertThat(told.getFirst().type()).isEqualTo("governance.scope-transferred.v1");
            assertThat(told.getFirst().data().getString("effectiveOn")).isEqualTo("2018-04-01");
            assertThat(told.getFirst().data().getString("contract")).isEqualTo(story.contract);
        }
        story.posts("items", RochdalesGateways.item("LATER"))
                .statusCode(409)
                .body("code", equalTo("SCOPE_FIXED"));
        assertThat(secretary.read("/gateways?locality=E08000005", "text/csv"))
                .contains("%s,%s,2,2017-10-01".formatted(story.gateway, story.contract))
                .contains("Recruit to the core teams,2018-09-30,W");
    }

    @Test
    @Tag("G33")
    void whatTheContractAnswersTakesItemsOnUntilTheGatewayIsClosed() {
        story.posts("items", RochdalesGateways.item("CORE-2")).statusCode(201);
        story.passes();
        var item = story.itemIds().getFirst();
        answers(item, "LISTED", "2018-05-14", null);
        interventions.repeat();
        awaitItem("LISTED");
        story.posts("close", "{}")
                .statusCode(422)
                .body("code", equalTo("GATEWAY_NOT_SETTLED"))
                .body("items", contains("CORE-2"))
                .body("conditions", hasSize(1));

        answers(item, "IN_CONTRACT", "2018-07-02", null);
        interventions.repeat();
        awaitItem("IN_CONTRACT");
        story.does("lessons", "{\"text\": \"Begin due diligence earlier\"}");
        story.posts("conditions/1/met", "{\"evidence\": \"\"}").statusCode(400);
        story.does(
                "conditions/1/met",
                "{\"evidence\": \"The plan\", \"effectiveOn\": \"2018-09-28\"}");
        story.does("close", "{\"effectiveOn\": \"2018-10-01\"}");

        story.shown("on=2018-06-30")
                .body("items[0].state", equalTo("LISTED"))
                .body("conditions[0].metOn", nullValue());
        story.shown("")
                .body("state", equalTo("CLOSED"))
                .body("lessons.text", contains("Begin due diligence earlier"))
                .body("conditions[0].evidence", equalTo("The plan"));
        assertThat(Told.of(database, story.shown("").extract().path("id")).getLast().data())
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
        story.posts("items", RochdalesGateways.item("CORE-2")).statusCode(201);
        story.posts("items/CORE-2/retry", "{}")
                .statusCode(409)
                .body("code", equalTo("ITEM_NOT_REFUSED"));
        story.passes();
        var item = story.itemIds().getFirst();
        answers(item, "REFUSED", "2018-04-01", "There is no contract");
        interventions.repeat();
        awaitItem("REFUSED");

        assertThat(issues()).hasSize(1);
        assertThat(story.worklist("TRANSFER_REFUSED", "2018-05-01"))
                .containsExactly(story.gateway + "/CORE-2");

        story.does("items/CORE-2/retry", "{}");
        assertThat(story.worklist("TRANSFER_REFUSED", "2018-05-01")).isEmpty();
        assertThat(Told.of(database, item)).hasSize(2);
        answers(item, "LISTED", "2018-04-01", null);
        awaitItem("LISTED");
        assertThat(issues()).hasSize(1);
    }

    @Test
    @Tag("G33")
    void aSecondFailureOpensTheIssueThatWasClosedAgain() {
        story.posts("items", RochdalesGateways.item("CORE-2")).statusCode(201);
        story.passes();
        var item = story.itemIds().getFirst();
        answers(item, "REFUSED", "2018-04-01", "There is no contract");
        awaitItem("REFUSED");
        var issue = "/register-entries/" + issue("reference");
        secretary.does(issue + "/close", "{\"note\": \"It is on record now\"}");

        story.does("items/CORE-2/retry", "{}");
        answers(item, "REFUSED", "2018-04-01", "There is no contract yet");
        awaitItem("REFUSED");

        assertThat(issues()).hasSize(1);
        assertThat(issue("state")).isEqualTo("OPEN");
    }

    /// As when the decision that passed the gateway is rescinded.
    @Test
    @Tag("G33")
    void whatPassedIsTakenBackUntilTheDayItGoesOver() {
        var today = BusinessClock.today(clock);
        story.posts("items", RochdalesGateways.item("CORE-2")).statusCode(201);
        story.posts(
                        "items",
                        RochdalesGateways.item("CORE-3")
                                .replace("2018-04-01", today.plusDays(30).toString()))
                .statusCode(201);
        story.passes();
        var ahead = story.itemIds().getLast();
        var reason = "{\"reason\": \"The decision was rescinded\"}";

        story.posts("items/CORE-2/withdraw", reason)
                .statusCode(409)
                .body("code", equalTo("ITEM_GONE_OVER"))
                .body("transfersOn", equalTo("2018-04-01"));
        story.does("items/CORE-3/withdraw", reason);
        story.posts("items/CORE-3/withdraw", reason)
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"));
        answers(ahead, "WITHDRAWN", today.plusDays(30).toString(), "The decision was rescinded");
        answers(story.itemIds().getFirst(), "LISTED", "2018-04-01", null);
        awaitItem("LISTED");

        story.shown("")
                .body("items.state", contains("LISTED", "WITHDRAWN"))
                .body("items[1].reason", equalTo("The decision was rescinded"))
                .body("items[1].since", equalTo(today.toString()));
        assertThat(Told.of(database, ahead))
                .extracting(Told::type)
                .containsExactly(
                        "governance.scope-transferred.v1", "governance.scope-withdrawn.v1");
        assertThat(Told.of(database, ahead).getLast().data().getString("reason"))
                .isEqualTo("The decision was rescinded");
    }

    private String issue(String field) {
        return secretary
                .get("/register-entries?locality=E08000005&kind=ISSUE&limit=1000")
                .statusCode(200)
                .extract()
                .path("items.find { it.title.contains('%s') }.%s".formatted(story.gateway, field));
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
                .until(() -> state.equals(story.shown("").extract().path("items[0].state")));
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
}
