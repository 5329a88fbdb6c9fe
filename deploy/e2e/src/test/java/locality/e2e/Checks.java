package locality.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/// What must hold of a suite whatever happened to it.
final class Checks {

    private static final List<String> LOCALITIES = List.of("E08000003", "E08000005");
    private static final Duration CATCHING_UP = Duration.ofSeconds(90);

    private final String url;
    private final String auditor;

    Checks(String url, String auditor) {
        this.url = url;
        this.auditor = auditor;
    }

    JsonPath get(String path) {
        return given().auth()
                .oauth2(auditor)
                .get(url + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// Every service's log is whole: no row altered, no link broken, none missing.
    void everyChainIsIntact() {
        for (var service : List.of("governance", "budget", "intervention")) {
            var verdict = get("/api/%s/v1/events/verify".formatted(service));
            assertThat(verdict.getBoolean("intact"))
                    .as("%s: %s", service, verdict.prettify())
                    .isTrue();
        }
    }

    /// Nothing an event brought was set aside.
    void nothingIsParked() {
        for (var service : List.of("governance", "budget", "intervention", "reporting")) {
            assertThat(get("/api/%s/v1/parked-events".formatted(service)).getList("items"))
                    .as(service)
                    .isEmpty();
        }
    }

    /// What the dashboards add up to is what the services hold, to the penny.
    void dashboardsAgreeWithTheServices() {
        Awaitility.await("dashboards agree with the services")
                .atMost(CATCHING_UP)
                .untilAsserted(
                        () -> {
                            for (var locality : LOCALITIES) {
                                assertThat(dashboard(locality))
                                        .as(locality)
                                        .isEqualTo(services(locality));
                            }
                        });
    }

    private Map<String, Object> dashboard(String locality) {
        var page = get("/api/reporting/v1/localities/%s/dashboard".formatted(locality));
        return Map.of(
                "planned", page.getLong("pool.plannedPence"),
                "committed", page.getLong("pool.committedPence"),
                "interventions", page.getList("interventions").size());
    }

    private Map<String, Object> services(String locality) {
        var funds = get("/api/budget/v1/funds?limit=1000&locality=" + locality);
        var commitments = get("/api/budget/v1/commitments?limit=1000&locality=" + locality);
        var interventions =
                get("/api/intervention/v1/interventions?limit=1000&locality=" + locality);
        List<Map<String, Object>> open =
                commitments.getList("items.findAll { it.state in ['OPEN', 'PART_DISCHARGED'] }");
        return Map.of(
                "planned", sum(funds.getList("items.plannedPence")),
                "committed", sum(open.stream().map(c -> c.get("remainingPence")).toList()),
                "interventions", interventions.getList("items").size());
    }

    private static long sum(List<?> amounts) {
        return amounts.stream().mapToLong(amount -> ((Number) amount).longValue()).sum();
    }
}
