package locality.reporting;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.function.Predicate;
import locality.platform.place.Locality;
import locality.platform.testing.Tokens;

/// Asks reporting as a partner would, until what was told has arrived.
public final class Reports {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Reports() {}

    public static Response dashboard(Locality place) {
        return get("/api/reporting/v1/localities/" + place.code() + "/dashboard", place);
    }

    public static Response get(String path, Locality place) {
        return given().auth().oauth2(Tokens.of("viewer").in(place)).get(path);
    }

    /// The dashboard once it holds what is awaited.
    public static JsonPath dashboardWhen(Locality place, Predicate<JsonPath> arrived) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> dashboard(place).then().statusCode(200).extract().jsonPath(), arrived);
    }

    /// Waits until so many events of the place have been applied.
    public static JsonPath dashboardAfter(Locality place, int events) {
        return dashboardWhen(place, it -> events(it) >= events);
    }

    public static int events(JsonPath dashboard) {
        return dashboard.getList("freshness.events", Integer.class).stream()
                .mapToInt(count -> count == null ? 0 : count)
                .sum();
    }
}
