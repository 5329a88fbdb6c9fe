package locality.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// Services are killed and the broker goes away while a partner loads the demo. Nothing that was
/// acknowledged is missing afterwards, nothing is doubled.
class DemoUnderFireIT {

    private static final Duration LOADING = Duration.ofMinutes(6);

    @Test
    void nothingIsLostAndNothingIsDoubled() throws Exception {
        try (var suite = new RunningSuite()) {
            var checks =
                    new Checks(
                            suite.url(), suite.token("auditor,platform", "E47000001", "E47000001"));
            var loader = suite.loadDemo();

            for (var service : RunningSuite.SERVICES) {
                awaitMoreEvents(checks, loader);
                suite.kill(service);
                suite.start(service);
                suite.awaitReady(service);
            }
            awaitMoreEvents(checks, loader);
            suite.broker.stop();
            suite.broker.startAgain();

            assertThat(loader.waitFor(LOADING.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(loader.exitValue()).as("the loader got through").isZero();
            var again = suite.loadDemo();
            assertThat(again.waitFor(LOADING.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(again.exitValue()).as("loading again changes nothing").isZero();
            checks.everyChainIsIntact();
            checks.nothingIsParked();
            checks.dashboardsAgreeWithTheServices();
            assertThat(
                            checks.get(
                                            "/api/budget/v1/funds?locality=E08000003&financialYear=2014/15")
                                    .<String>getList("items.reference"))
                    .as("each fund once")
                    .containsExactlyInAnyOrder("MCR-BCF-2014-15", "MCR-LLLB-PO-2014-15");
        }
    }

    /// Strikes only while the loader is at work: after some progress, or at its end.
    private static void awaitMoreEvents(Checks checks, Process loader) {
        var before = positions(checks);
        Awaitility.await("the demo goes on loading")
                .atMost(LOADING)
                .until(() -> !loader.isAlive() || positions(checks) > before);
    }

    private static long positions(Checks checks) {
        return checks.get("/api/governance/v1/events/verify").getLong("positions")
                + checks.get("/api/budget/v1/events/verify").getLong("positions")
                + checks.get("/api/intervention/v1/events/verify").getLong("positions");
    }
}
