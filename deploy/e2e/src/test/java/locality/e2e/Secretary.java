package locality.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;

/// Whoever keeps the boards of one locality: reads and writes governance-service with its token.
record Secretary(String url, String token) {

    static Secretary of(RunningSuite suite, String locality) {
        return new Secretary(
                suite.url() + "/api/governance/v1", suite.token("governance", locality, locality));
    }

    JsonPath get(String path) {
        return given().auth()
                .oauth2(token)
                .get(url + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    int status(String path) {
        return given().auth().oauth2(token).get(url + path).statusCode();
    }

    String text(String path) {
        return given().auth()
                .oauth2(token)
                .get(url + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    JsonPath post(String path, String body) {
        var answer = send(path, body);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.asString()).isLessThan(300);
        return answer.jsonPath();
    }

    /// What is said to something that a rule forbids.
    JsonPath refused(String path, String body) {
        var answer = send(path, body);
        assertThat(answer.statusCode()).as("%s: %s", path, answer.asString()).isEqualTo(422);
        return answer.jsonPath();
    }

    private Response send(String path, String body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(url + path);
    }

    /// Plans a meeting at ten, gives notice of it and tables one matter for decision.
    ///
    /// @return its path
    String meeting(String body, String day, String noticedOn, String... decisions) {
        var path = "/meetings/" + body + "-" + day;
        post("/meetings", "{\"body\": \"%s\", \"startsAt\": \"%sT10:00\"}".formatted(body, day));
        post(path + "/notice", "{\"noticedOn\": \"%s\"}".formatted(noticedOn));
        for (var decision : decisions) {
            post(
                    path + "/items",
                    "{\"title\": \"A matter\", \"decision\": %s}".formatted(decision));
        }
        return path;
    }
}
