package locality.governance.story;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import locality.platform.place.Locality;
import locality.platform.testing.Tokens;

/// Somebody who calls the service over HTTP.
public final class Caller {

    private static final String BASE = "/api/governance/v1";
    private static final RestAssuredConfig SENDS_CSV =
            RestAssuredConfig.config()
                    .encoderConfig(
                            EncoderConfig.encoderConfig()
                                    .encodeContentTypeAs("text/csv", ContentType.TEXT));

    private final String token;

    private Caller(String token) {
        this.token = token;
    }

    public static Caller secretaryOf(Locality... localities) {
        return new Caller(Tokens.of("governance").in(localities));
    }

    public static Caller of(String role, Locality... localities) {
        return new Caller(Tokens.of(role).in(localities));
    }

    public ValidatableResponse post(String path, String json) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .body(json)
                .post(BASE + path)
                .then();
    }

    public ValidatableResponse post(String path, String json, Map<String, String> headers) {
        return given().auth()
                .oauth2(token)
                .headers(headers)
                .contentType("application/json")
                .body(json)
                .post(BASE + path)
                .then();
    }

    public ValidatableResponse postCsv(String path, String csv) {
        return postCsv(path, csv, Map.of());
    }

    public ValidatableResponse postCsv(String path, String csv, Map<String, String> headers) {
        return given().config(SENDS_CSV)
                .auth()
                .oauth2(token)
                .headers(headers)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(csv)
                .post(BASE + path)
                .then();
    }

    /// Sends markdown as what it is.
    public ValidatableResponse uploads(String path, String markdown) {
        return upload(path, "text/markdown", markdown.getBytes(StandardCharsets.UTF_8))
                .statusCode(201);
    }

    public ValidatableResponse upload(String path, String mediaType, byte[] bytes) {
        return given().config(
                        RestAssuredConfig.config()
                                .encoderConfig(
                                        EncoderConfig.encoderConfig()
                                                .encodeContentTypeAs(mediaType, ContentType.BINARY)
                                                .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                        false)))
                .auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .contentType(mediaType)
                .body(bytes)
                .post(BASE + path)
                .then();
    }

    /// A command that must succeed.
    public ValidatableResponse does(String path, String json) {
        var answer = post(path, json);
        int status = answer.extract().statusCode();
        if (status >= 300) {
            throw new AssertionError(
                    "POST %s answered %d: %s"
                            .formatted(path, status, answer.extract().body().asString()));
        }
        return answer;
    }

    /// A command that makes something.
    ///
    /// @return its reference
    public String makes(String path, String json) {
        return does(path, json).extract().path("reference");
    }

    public ValidatableResponse getCsv(String path) {
        return get(path, "text/csv");
    }

    /// What is at an address, as one of its media types.
    public ValidatableResponse get(String path, String accept) {
        return given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .accept(accept)
                .get(BASE + path)
                .then();
    }

    public ValidatableResponse get(String path, Map<String, String> headers) {
        return given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .headers(headers)
                .get(BASE + path)
                .then();
    }

    public ValidatableResponse get(String path) {
        return given().auth().oauth2(token).urlEncodingEnabled(false).get(BASE + path).then();
    }

    /// What a read answers in another format.
    public String read(String path, String accept) {
        return given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .accept(accept)
                .get(BASE + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
