package locality.intervention;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import locality.platform.place.Locality;
import locality.platform.testing.Tokens;

/// The service as its callers know it.
public final class Service {

    public static final String BASE = "/api/intervention/v1";

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final RestAssuredConfig SENDS_CSV =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs("text/csv", ContentType.TEXT));

    private Service() {}

    /// A reference that nobody else uses.
    public static String aReference() {
        return "T-" + NAMES.incrementAndGet() + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    public static RequestSpecification as(String role, Locality... localities) {
        return given().config(SENDS_CSV).auth().oauth2(Tokens.of(role).in(localities));
    }

    public static ValidatableResponse post(RequestSpecification who, String path, String json) {
        return who.contentType(ContentType.JSON).body(json).post(BASE + path).then();
    }

    public static ValidatableResponse postCsv(RequestSpecification who, String path, String csv) {
        return who.contentType("text/csv")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(csv)
                .post(BASE + path)
                .then();
    }

    public static ValidatableResponse get(RequestSpecification who, String path) {
        return who.get(BASE + path).then();
    }

    public static String getCsv(RequestSpecification who, String path) {
        return who.accept("text/csv").get(BASE + path).then().statusCode(200).extract().asString();
    }

    /// The reference of a theme of a locality.
    public static String aTheme(Locality locality) {
        var reference = aReference();
        post(
                        as("programme", locality),
                        "/themes",
                        """
                        {"reference": "%s", "name": "A theme", "kind": "THEME", "locality": "%s",
                         "gmTheme": "COMMUNITY_BASED_CARE"}
                        """
                                .formatted(reference, locality))
                .statusCode(201);
        return reference;
    }

    /// The reference of an intervention that is proposed.
    public static String anIntervention(Locality locality) {
        var reference = aReference();
        post(
                        as("programme", locality),
                        "/interventions",
                        """
                        {"reference": "%s", "name": "An intervention", "locality": "%s", "themes": ["%s"]}
                        """
                                .formatted(reference, locality, aTheme(locality)))
                .statusCode(201);
        return reference;
    }

    /// The reference of an indicator.
    public static String anIndicator(Locality locality, String frequency, String aggregation) {
        var reference = aReference();
        post(
                        as("analyst", locality),
                        "/indicators",
                        """
                        {"reference": "%s", "name": "An indicator", "unit": "attendances",
                         "improvementDirection": "decrease", "frequency": "%s", "aggregation": "%s",
                         "source": "NHS England", "publicationSchedule": "monthly",
                         "ownerPost": "Head of performance", "locality": "%s"}
                        """
                                .formatted(reference, frequency, aggregation, locality))
                .statusCode(201);
        return reference;
    }
}
