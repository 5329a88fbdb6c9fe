package locality.governance.register;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What comes of an entry, and what one waits for.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class WhatComesOfEntriesTest extends RegisterOfBury {

    @Test
    @Tag("G42")
    void aFailedAssumptionBecomesARisk() {
        var assumption = bury.enters("ASSUMPTION", ", \"reviewOn\": \"2017-01-25\"");

        var risk =
                does(
                                assumption,
                                "fail",
                                """
                                {"title": "Information cannot be shared",
                                 "effectiveOn": "2016-12-01"}
                                """)
                        .body("state", equalTo("MATERIALISED"))
                        .body("causes", hasSize(1))
                        .extract()
                        .<String>path("causes[0]");

        show(risk)
                .body("kind", equalTo("RISK"))
                .body("state", equalTo("OPEN"))
                .body("title", equalTo("Information cannot be shared"))
                .body("causedBy", equalTo(assumption))
                .body("body", equalTo(bury.programme))
                .body("recordedOn", equalTo("2016-12-01"))
                .body("residualScore", nullValue());
        post(assumption, "fail", "{}").statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
        post(risk, "fail", "{}").statusCode(422).body("code", equalTo("WRONG_KIND"));
    }

    @Test
    @Tag("G42")
    void aRiskThatHappenedBecomesAnIssue() {
        var risk = bury.enters("RISK", ", \"residual\": {\"likelihood\": 4, \"impact\": 5}");

        var issue =
                does(risk, "materialise", "{\"note\": \"The forecast of June\"}")
                        .body("state", equalTo("MATERIALISED"))
                        .extract()
                        .<String>path("causes[0]");

        show(issue)
                .body("kind", equalTo("ISSUE"))
                .body("title", equalTo("Loss of financial control"))
                .body("causedBy", equalTo(risk))
                .body("residualScore", nullValue());
        does(risk, "close", "{\"note\": \"It is an issue now\"}").body("state", equalTo("CLOSED"));
        does(risk, "reopen", "{\"reason\": \"It may happen again\"}")
                .body("state", equalTo("OPEN"));
    }

    @Test
    @Tag("G47")
    @Tag("G53")
    void aDependencyWaitsForGuidanceUntilADay() {
        var guidance = "GUID-" + bury.council;
        var id =
                Caller.secretaryOf(Locality.GREATER_MANCHESTER)
                        .does(
                                "/awaited-guidance",
                                """
                                {"reference": "%s", "title": "ICS Design framework", "issuer": "NHS",
                                 "status": "AWAITED", "statedOn": "2016-10-01"}
                                """
                                        .formatted(guidance))
                        .extract()
                        .<String>path("id");
        var waits =
                bury.enters(
                        "DEPENDENCY",
                        """
                        , "neededOn": "2017-01-31",
                          "dependent": {"type": "workstream", "id": "System development"},
                          "dependsOn": {"type": "guidance", "id": "%s"}
                        """
                                .formatted(guidance));

        show(waits + "?on=2017-01-31")
                .body("late", equalTo(false))
                .body("guidance", contains("AWAITED"))
                .body("dependent.id", equalTo("System development"));
        show(waits + "?on=2017-02-01").body("late", equalTo(true));
        var byId =
                bury.enters(
                        "DEPENDENCY",
                        ", \"dependsOn\": {\"type\": \"guidance\", \"id\": \"%s\"}"
                                .formatted(id.toUpperCase(Locale.ROOT)));
        var other = bury.enters("RISK", "");
        list("register=%s", bury.register)
                .body(guidanceOf(waits), contains("AWAITED"))
                .body(guidanceOf(byId), contains("AWAITED"))
                .body(guidanceOf(other), nullValue());
        secretary
                .post(
                        "/register-entries",
                        """
                        {"register": "R", "kind": "RISK", "title": "T", "locality": "E08000002",
                         "neededOn": "2017-01-31"}
                        """)
                .statusCode(422)
                .body("code", equalTo("ONLY_DEPENDENCIES_WAIT"));
        secretary
                .post(
                        "/register-entries",
                        """
                        {"register": "R", "kind": "DEPENDENCY", "title": "T",
                         "locality": "E08000002",
                         "dependsOn": {"type": "guidance", "id": "NOT-THERE"}}
                        """)
                .statusCode(404);
    }

    private static String guidanceOf(String entry) {
        return "items.find { it.reference == '%s' }.guidance".formatted(entry);
    }
}
