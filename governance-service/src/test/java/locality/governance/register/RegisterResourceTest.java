package locality.governance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.assertj.core.api.AbstractIntegerAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is entered, scored, looked after and tolerated.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class RegisterResourceTest extends RegisterOfBury {

    @Test
    @Tag("G42")
    void everyScoreIsKeptWithItsDay() {
        var risk = bury.enters("RISK", "");
        does(
                risk,
                "score",
                """
                {"inherent": {"likelihood": 5, "impact": 5},
                 "residual": {"likelihood": 4, "impact": 3},
                 "target": {"likelihood": 2, "impact": 3}, "effectiveOn": "2016-11-01"}
                """);
        does(
                        risk,
                        "score",
                        """
                        {"residual": {"likelihood": 2, "impact": 3}, "effectiveOn": "2017-02-01"}
                        """)
                .body("inherentScore", equalTo(25))
                .body("residualScore", equalTo(6));

        show(risk + "?on=2016-10-31").body("residualScore", nullValue());
        show(risk + "?on=2016-11-01").body("residualScore", equalTo(12));
        show(risk + "?on=2017-02-01").body("residualScore", equalTo(6));
        secretary.get("/register-entries/" + risk + "?on=2016-10-18").statusCode(404);
        heatMap("2016-11-01", "RESIDUAL", 4, 3).isEqualTo(1);
        heatMap("2017-02-01", "RESIDUAL", 4, 3).isZero();
        heatMap("2017-02-01", "RESIDUAL", 2, 3).isEqualTo(1);
        heatMap("2017-02-01", "INHERENT", 5, 5).isEqualTo(1);
        post(risk, "score", "{\"residual\": {\"likelihood\": 6, \"impact\": 3}}")
                .statusCode(422)
                .body("code", equalTo("SCORE_OUT_OF_RANGE"))
                .body("given", equalTo(6));
        post(risk, "score", "{}").statusCode(422).body("code", equalTo("NOTHING_SCORED"));
        post(
                        risk,
                        "score",
                        """
                        {"residual": {"likelihood": 1, "impact": 3}, "effectiveOn": "2017-01-31"}
                        """)
                .statusCode(422)
                .body("code", equalTo("STEP_OUT_OF_ORDER"))
                .body("lastStepOn", equalTo("2017-02-01"));
        post(
                        risk,
                        "score",
                        """
                        {"residual": {"likelihood": 1, "impact": 3}, "effectiveOn": "2099-01-31"}
                        """)
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"));
    }

    @Test
    @Tag("G42")
    void whatIsToleratedIsOpenTheDayAfterItsLast() {
        var risk = bury.enters("RISK", "");
        does(
                        risk,
                        "tolerate",
                        """
                        {"until": "2017-03-31", "reason": "So be it", "effectiveOn": "2016-11-01"}
                        """)
                .body("history[-1].toleratedUntil", equalTo("2017-03-31"))
                .body("state", equalTo("OPEN"));

        show(risk + "?on=2017-03-31").body("state", equalTo("TOLERATED"));
        show(risk + "?on=2017-04-01").body("state", equalTo("OPEN"));
        list("body=%s&state=TOLERATED&on=2017-03-31", bury.programme)
                .body("items.reference", contains(risk));
        list("body=%s&state=OPEN&on=2017-04-01", bury.programme)
                .body("items.reference", contains(risk));
        does(risk, "review", "{\"effectiveOn\": \"2017-05-01\"}")
                .body("state", equalTo("OPEN"))
                .body("history.what", hasItem("TOLERANCE_ENDED"));
    }

    @Test
    @Tag("G42")
    void controlsOwnersAndLinksStandWithTheEntry() {
        var risk = bury.enters("RISK", "");
        var other = bury.enters("ISSUE", "");
        does(risk, "control", "{\"text\": \"A monthly report\"}");
        does(risk, "control", "{\"number\": 1, \"text\": \"A report\", \"effective\": false}")
                .body("controls", hasSize(1))
                .body("controls[0].effective", equalTo(false));
        post(risk, "control", "{\"number\": 2, \"text\": \"Another\"}")
                .statusCode(422)
                .body("code", equalTo("NO_SUCH_CONTROL"));
        does(
                        risk,
                        "assign",
                        "{\"post\": \"Chief Finance Officer\", \"organisation\": \"%s\"}"
                                .formatted(bury.council))
                .body("post", equalTo("Chief Finance Officer"))
                .body("organisation", equalTo(bury.council));
        var link = "{\"type\": \"register-entry\", \"id\": \"%s\"}";
        does(risk, "link", link.formatted(other)).body("links.id", contains(other));
        post(risk, "link", link.formatted(other))
                .statusCode(409)
                .body("code", equalTo("LINKED_ALREADY"));
        post(risk, "link", link.formatted(risk))
                .statusCode(422)
                .body("code", equalTo("LINKED_TO_ITSELF"));
        post(risk, "link", link.formatted("NOT-THERE")).statusCode(404);
        does(risk, "link", "{\"type\": \"milestone\", \"id\": \"BRY-M-1\"}")
                .body("links", hasSize(2));
    }

    @Test
    @Tag("G42")
    void anEntryIsRefusedPrecisely() {
        var risk = bury.enters("RISK", ", \"reference\": \"%s-R\"".formatted(bury.council));
        secretary
                .post("/register-entries", entry("\"reference\": \"%s\"".formatted(risk)))
                .statusCode(409)
                .body("code", equalTo("ENTRY_REFERENCE_TAKEN"))
                .body("reference", equalTo(risk));
        secretary
                .post("/register-entries", entry("\"organisation\": \"NOBODY\""))
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_ORGANISATION"));
        secretary
                .post("/register-entries", entry("\"recordedOn\": \"2099-01-01\""))
                .statusCode(422)
                .body("code", equalTo("IN_THE_FUTURE"))
                .body("field", equalTo("recordedOn"));
        secretary.post("/register-entries", entry("\"body\": \"NOT-THERE\"")).statusCode(404);
        Caller.secretaryOf(Locality.ROCHDALE).get("/register-entries/" + risk).statusCode(404);
        Caller.secretaryOf(Locality.ROCHDALE)
                .post("/register-entries/" + risk + "/close", "{\"note\": \"Gone\"}")
                .statusCode(404);
        Caller.secretaryOf(Locality.BURY, Locality.ROCHDALE)
                .post(
                        "/register-entries",
                        """
                        {"register": "R", "kind": "RISK", "title": "T", "locality": "E08000005",
                         "body": "%s"}
                        """
                                .formatted(bury.programme))
                .statusCode(422)
                .body("code", equalTo("BODY_OF_ANOTHER_PLACE"))
                .body("bodyOf", equalTo("E08000002"));
        secretary
                .post(
                        "/register-entries/" + risk + "/close",
                        "{\"note\": \"Gone\"}",
                        Map.of("If-Match", "\"7\""))
                .statusCode(412);
    }

    private static String entry(String more) {
        return """
        {"register": "R", "kind": "RISK", "title": "T", "locality": "E08000002", %s}
        """
                .formatted(more);
    }

    private AbstractIntegerAssert<?> heatMap(String on, String score, int likelihood, int impact) {
        int count =
                secretary
                        .get(
                                "/register-entries/heat-map?register=%s&on=%s&score=%s"
                                        .formatted(encoded(bury.register), on, score))
                        .statusCode(200)
                        .extract()
                        .path(
                                "cells.find { it.likelihood == %d && it.impact == %d }.count"
                                        .formatted(likelihood, impact));
        return assertThat(count);
    }
}
