package locality.governance.guidance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// *Transition to ICS Update for Governing Body* lists four documents as awaited, and shows the
/// cover of one of them as published.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G53")
class GuidanceResourceTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private final Caller secretary = Caller.secretaryOf(Locality.GREATER_MANCHESTER);
    private final String reference = "ICS-DESIGN-FRAMEWORK-" + NEXT.incrementAndGet();

    @Test
    void awaitedGuidanceHasAStatusOnADay() {
        await().statusCode(201).body("status", equalTo("AWAITED"));
        say("DRAFT", "2021-07-15", "Bulletin").statusCode(200).body("status", equalTo("DRAFT"));

        shown("2021-06-30").body("status", equalTo("AWAITED"));
        shown("2021-07-15").body("status", equalTo("DRAFT"));
        shown("2021-05-31").body("status", nullValue()).body("contradicted", equalTo(false));
    }

    @Test
    void sourcesThatContradictEachOtherStandSideBySide() {
        await().statusCode(201);

        say("PUBLISHED", "2021-06-30", "National update").statusCode(200);

        shown("2021-06-30")
                .body("status", nullValue())
                .body("contradicted", equalTo(true))
                .body("said.status", contains("AWAITED", "PUBLISHED"))
                .body("said.provenance.section", contains("HR and OD", "National update"));
        say("PUBLISHED", "2021-06-30", "National update")
                .statusCode(409)
                .body("code", equalTo("GUIDANCE_STATUS_SAID_ALREADY"))
                .body("guidanceStatus", equalTo("PUBLISHED"));
        say("PUBLISHED", "2021-07-01", "National update")
                .statusCode(200)
                .body("contradicted", equalTo(false))
                .body("status", equalTo("PUBLISHED"));
    }

    @Test
    void itIsOfGreaterManchesterAsAWhole() {
        await().statusCode(201);
        await().statusCode(409).body("code", equalTo("GUIDANCE_REFERENCE_TAKEN"));
        var oldham = Caller.secretaryOf(Locality.OLDHAM);

        oldham.post("/awaited-guidance", awaited()).statusCode(404);
        oldham.get("/awaited-guidance?limit=1000")
                .body(mine("title"), equalTo("ICS Design framework"));
        secretary
                .post(
                        "/awaited-guidance/%s/status".formatted(reference),
                        "{\"status\": \"DRAFT\"}",
                        Map.of("If-Match", "\"9\""))
                .statusCode(412);
    }

    private ValidatableResponse await() {
        return secretary.post("/awaited-guidance", awaited());
    }

    private String awaited() {
        return """
        {"reference": "%s", "title": "ICS Design framework", "issuer": "NHS England",
         "statedOn": "2021-06-30",
         "provenance": {"kind": "STATED", "section": "HR and OD",
                        "document": "Transition to ICS Update for Governing Body"}}
        """
                .formatted(reference);
    }

    private ValidatableResponse say(String status, String on, String section) {
        return secretary.post(
                "/awaited-guidance/%s/status".formatted(reference),
                """
                {"status": "%s", "statedOn": "%s",
                 "provenance": {"kind": "STATED", "section": "%s",
                                "document": "Transition to ICS Update for Governing Body"}}
                """
                        .formatted(status, on, section));
    }

    private ValidatableResponse shown(String on) {
        return secretary
                .get("/awaited-guidance?limit=1000&on=" + on)
                .statusCode(200)
                .rootPath(mine(""));
    }

    private String mine(String column) {
        return "items.find { it.reference == '%s' }%s"
                .formatted(reference, column.isEmpty() ? "" : "." + column);
    }
}
