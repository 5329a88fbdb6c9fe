package locality.governance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import locality.platform.event.GovernanceEvent.DelegationEnded;
import locality.platform.eventlog.EventLog;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class EventFeedTest {

    private static final String EVENTS = "/api/governance/v1/events";
    private static final String VIEWER = Tokens.of("viewer").in(Locality.MANCHESTER);

    @Inject EventLog eventLog;

    /// What others told before this may still be on its way to the feed.
    @BeforeEach
    void untilWhatWasToldBeforeHasArrived() {
        var marker = Ids.next();
        append(marker, Locality.MANCHESTER, "told last");
        org.awaitility.Awaitility.await()
                .untilAsserted(() -> assertThat(last(VIEWER, "subject")).isEqualTo("" + marker));
    }

    @Test
    void tellsWhatHappenedAsCloudEventsInOrder() {
        var last = lastEvent(VIEWER);
        var subject = Ids.next();
        append(subject, Locality.MANCHESTER, "first");
        append(subject, Locality.MANCHESTER, "second");

        await(VIEWER, last)
                .contentType("application/cloudevents-batch+json")
                .body("[0].specversion", equalTo("1.0"))
                .body("[0].source", equalTo("governance"))
                .body("[0].type", equalTo("governance.delegation-ended.v1"))
                .body("[0].subject", equalTo(subject.toString()))
                .body("[0].subjecttype", equalTo("delegation"))
                .body("[0].subjectversion", equalTo(1))
                .body("[0].locality", equalTo("E08000003"))
                .body("[0].effectiveon", equalTo("2014-04-01"))
                .body("[0].data.reason", equalTo("first"))
                .body("[0].actor", equalTo(null));
    }

    @Test
    void waitsForNewsAndEndsTheWaitWhenTheyCome() throws Exception {
        var last = lastEvent(VIEWER);
        var subject = Ids.next();
        var waiting = CompletableFuture.supplyAsync(() -> await(VIEWER, last));

        append(subject, Locality.MANCHESTER, "news");

        waiting.get().body("[0].subject", equalTo(subject.toString()));
    }

    @Test
    void showsNoOtherLocalitysEvents() {
        var rochdale = Tokens.of("finance").in(Locality.ROCHDALE);
        var last = lastEvent(rochdale);
        append(Ids.next(), Locality.MANCHESTER, "not for Rochdale");
        var own = Ids.next();
        append(own, Locality.ROCHDALE, "for Rochdale");

        await(rochdale, last).body("$", hasSize(1)).body("[0].subject", equalTo(own.toString()));
        given().auth()
                .oauth2(rochdale)
                .queryParam("lastEventId", lastEvent(VIEWER))
                .get(EVENTS)
                .then()
                .statusCode(404);
    }

    @Test
    void tellsAnAuditorWhoItWas() {
        var auditor = Tokens.of("auditor").in();
        var last = lastEvent(auditor);
        append(Ids.next(), Locality.OLDHAM, "audited");

        await(auditor, last).body("[0].actor", equalTo("service:governance"));
    }

    @Test
    void isForSignedInCallersAndVerificationForThoseWhoAudit() {
        given().get(EVENTS).then().statusCode(401);
        given().get(EVENTS + "/verify").then().statusCode(401);
        given().auth().oauth2(VIEWER).get(EVENTS + "/verify").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.of("nobody").in(Locality.MANCHESTER))
                .get(EVENTS)
                .then()
                .statusCode(403);
    }

    @Test
    void verifiesItsChain() {
        var last = lastEvent(VIEWER);
        append(Ids.next(), Locality.MANCHESTER, "to be verified");
        await(VIEWER, last);

        given().auth()
                .oauth2(Tokens.of("auditor").in())
                .get(EVENTS + "/verify")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("altered", hasSize(0));
    }

    @Test
    void refusesAWaitOfMoreThanAMinute() {
        given().auth()
                .oauth2(VIEWER)
                .queryParam("timeout", 60_001)
                .get(EVENTS)
                .then()
                .statusCode(400);
    }

    @Test
    void showsParkedEventsToOperatorsOnly() {
        var parked = "/api/governance/v1/parked-events";
        given().auth().oauth2(VIEWER).get(parked).then().statusCode(403);
        given().auth()
                .oauth2(Tokens.of("platform").in())
                .get(parked)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        given().auth()
                .oauth2(Tokens.of("platform").in())
                .post(parked + "/" + Ids.next() + "/replay")
                .then()
                .statusCode(404);
    }

    @Test
    void saysThatItPublishesAndIsReadyEitherWay() {
        given().get("/q/health/well").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready").then().statusCode(200);
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () ->
                                assertThat(given().get("/q/metrics").asString())
                                        .contains("suite_relay_leader 1.0")
                                        .contains("suite_relay_halted 0.0")
                                        .contains("suite_relay_lag")
                                        .contains("suite_relay_pending")
                                        .contains("suite_events_parked 0.0"));
    }

    private void append(UUID subject, Locality locality, String reason) {
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                eventLog.append(
                                        new DelegationEnded(
                                                subject,
                                                reason,
                                                locality,
                                                LocalDate.of(2014, 4, 1))));
    }

    private static ValidatableResponse await(String token, String lastEventId) {
        var request = given().auth().oauth2(token).queryParam("timeout", 30_000);
        if (!lastEventId.isEmpty()) {
            request.queryParam("lastEventId", lastEventId);
        }
        return request.get(EVENTS).then().statusCode(200);
    }

    private static String lastEvent(String token) {
        return last(token, "id");
    }

    /// Of the last event there is, however many pages come before it.
    private static String last(String token, String attribute) {
        var last = "";
        var page = page(token, "");
        while (!page.getList("id").isEmpty()) {
            last = page.getString("[-1]." + attribute);
            page = page(token, page.getString("[-1].id"));
        }
        return last;
    }

    private static JsonPath page(String token, String after) {
        var request = given().auth().oauth2(token);
        if (!after.isEmpty()) {
            request.queryParam("lastEventId", after);
        }
        return request.get(EVENTS).then().statusCode(200).extract().jsonPath();
    }
}
