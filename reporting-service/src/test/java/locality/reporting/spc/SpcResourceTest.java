package locality.reporting.spc;

import static io.restassured.RestAssured.given;
import static locality.platform.place.Locality.ROCHDALE;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.stream.Stream;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The chart over HTTP: field names, periods, and what is refused.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("R8")
class SpcResourceTest {

    static Stream<String> roles() {
        return Tokens.roles().stream();
    }

    @Test
    void drawsAChart() {
        post("""
        {"improvementDirection": "increase", "target": 6.32, "screenOutliers": false,
         "points": [{"period": "2020-02", "value": 2}, {"period": "2020-01-01", "value": 0},
                    {"period": "2020-03-01", "value": null}, {"period": "2020-04", "value": 0}]}
        """)
                .statusCode(200)
                .body("segments", hasSize(1))
                .body("segments[0].from", equalTo("2020-01-01"))
                .body("segments[0].to", equalTo("2020-04-01"))
                .body("segments[0].n", equalTo(3))
                .body("segments[0].mean", equalTo(0.6666667f))
                .body("segments[0].lowerLimit", equalTo(-4.6533333f))
                .body("segments[0].upperLimit", equalTo(5.9866667f))
                .body("segments[0].trial", equalTo(true))
                .body("points.period", contains("2020-01-01", "2020-02-01", "2020-04-01"))
                .body("points[0].value", equalTo(0))
                .body("points[0].segment", equalTo(0))
                .body("points[0].specialCause", equalTo("Common Cause"))
                .body("points[0].pointType", equalTo("common_cause"))
                .body("missing", contains("2020-03-01"))
                .body("variation", equalTo("common_cause"))
                .body("assurance", equalTo("fail"));
    }

    @Test
    void answersNullForWhatCannotBeSaid() {
        post("""
        {"improvementDirection": "decrease", "points": [{"period": "2014-03-14", "value": 142}]}
        """)
                .statusCode(200)
                .body("segments[0].lowerLimit", nullValue())
                .body("segments[0].reason", equalTo("one point"))
                .body("variation", nullValue())
                .body("assurance", nullValue());
    }

    @ParameterizedTest
    @MethodSource("roles")
    void drawsForEveryRole(String role) {
        given().auth()
                .oauth2(Tokens.of(role).in(ROCHDALE))
                .contentType(ContentType.JSON)
                .body("{\"improvementDirection\": \"neutral\", \"points\": []}")
                .post("/api/reporting/v1/spc")
                .then()
                .statusCode(200)
                .body("points", hasSize(0));
    }

    @Test
    void drawsForNobodyWithoutAToken() {
        given().contentType(ContentType.JSON)
                .body("{\"improvementDirection\": \"neutral\", \"points\": []}")
                .post("/api/reporting/v1/spc")
                .then()
                .statusCode(401);
    }

    @Test
    void refusesTwoPointsOfOnePeriodAndSaysWhich() {
        post("""
        {"improvementDirection": "increase",
         "points": [{"period": "2020-01", "value": 1}, {"period": "2020-01-01", "value": 2}]}
        """)
                .statusCode(422)
                .body("code", equalTo("DUPLICATE_PERIOD"))
                .body("period", equalTo("2020-01-01"));
    }

    @Test
    void refusesABaselineOfElevenPoints() {
        post("{\"improvementDirection\": \"increase\", \"fixAfterNPoints\": 11, \"points\": []}")
                .statusCode(422)
                .body("code", equalTo("BASELINE_TOO_SHORT"))
                .body("fixAfterNPoints", equalTo(11))
                .body("least", equalTo(12));
    }

    @Test
    void refusesARebaseDateThatIsNoPoint() {
        post("""
        {"improvementDirection": "increase", "rebase": ["2020-02"],
         "points": [{"period": "2020-01", "value": 1}, {"period": "2020-02", "value": null}]}
        """)
                .statusCode(422)
                .body("code", equalTo("REBASE_WITHOUT_POINT"))
                .body("rebase", equalTo("2020-02-01"));
    }

    @Test
    void namesTheFieldItCannotRead() {
        post("{\"improvementDirection\": \"up\", \"points\": []}")
                .statusCode(400)
                .body("detail", containsString("increase, decrease or neutral"));
        post("""
        {"improvementDirection": "increase", "points": [{"period": "March 2014", "value": 1}]}
        """)
                .statusCode(400)
                .body("detail", containsString("YYYY-MM-DD or YYYY-MM, not March 2014"));
        post("{\"improvementDirection\": \"increase\"}")
                .statusCode(400)
                .body("detail", containsString("points"));
        post("{\"points\": []}")
                .statusCode(400)
                .body("detail", containsString("improvementDirection"));
    }

    private static ValidatableResponse post(String body) {
        return given().auth()
                .oauth2(Tokens.of("viewer").in(ROCHDALE))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/reporting/v1/spc")
                .then();
    }
}
