package locality.e2e;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Manchester's Better Care Fund: one decision funds one intervention, seen on a dashboard.
class StoryIT {

    private static final Duration LOADING = Duration.ofMinutes(5);
    private static RunningSuite suite;
    private static String manchester;
    private static String rochdale;

    @BeforeAll
    static void theStoryIsPlayed() throws Exception {
        suite = new RunningSuite();
        var played = suite.loadDemo("--story");
        assertThat(played.waitFor(LOADING.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(played.exitValue()).as("target/suite/demo.log says what failed").isZero();
        manchester = suite.token("finance,governance,analyst", "E08000003", "E08000003");
        rochdale = suite.token("finance,governance,analyst", "E08000005", "E08000005");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    @Tag("B1")
    void theBetterCareFundsSumToThePenny() {
        assertThat(planned("2014/15")).isEqualTo(3_267_100_000L);
        assertThat(planned("2015/16")).isEqualTo(4_289_000_000L);
    }

    @Test
    @Tag("B1")
    @Tag("G16")
    void theDashboardShowsTheMoneyAndTheDecisionThatFreedIt() {
        var dashboard =
                get(manchester, "/api/reporting/v1/localities/E08000003/dashboard")
                        .statusCode(200)
                        .extract()
                        .jsonPath();

        assertThat(dashboard.getLong("pool.committedPence")).isEqualTo(279_100_000L + 4_000_000L);
        assertThat(dashboard.getString("decisions.toString()")).contains("IN_EFFECT", "RESERVED");
        assertThat(dashboard.getList("interventions")).isNotEmpty();
        assertThat(dashboard.getString("indicator.toString()")).isNotBlank();
    }

    @Test
    void rochdaleSeesNothingOfManchester() {
        List<String> funds =
                get(manchester, "/api/budget/v1/funds?locality=E08000003")
                        .extract()
                        .jsonPath()
                        .getList("items.id");

        get(rochdale, "/api/budget/v1/funds?locality=E08000003").body("items", empty());
        get(rochdale, "/api/governance/v1/bodies?locality=E08000003").body("items", empty());
        get(rochdale, "/api/intervention/v1/interventions?locality=E08000003")
                .body("items", empty());
        get(rochdale, "/api/reporting/v1/localities/E08000003/dashboard").statusCode(404);
        for (var fund : funds) {
            get(rochdale, "/api/budget/v1/funds/" + fund)
                    .statusCode(404)
                    .body("code", equalTo("NOT_FOUND"));
        }
    }

    @Test
    void everyTotalProvesItself() throws IOException {
        var checks =
                new Checks(suite.url(), suite.token("auditor,platform", "E47000001", "E47000001"));

        checks.everyChainIsIntact();
        checks.nothingIsParked();
        checks.dashboardsAgreeWithTheServices();
    }

    private static long planned(String year) {
        return get(manchester, "/api/budget/v1/funds?locality=E08000003&financialYear=" + year)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("items[0].plannedPence");
    }

    private static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(suite.url() + path).then();
    }
}
