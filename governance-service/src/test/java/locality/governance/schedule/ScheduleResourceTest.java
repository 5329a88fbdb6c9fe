package locality.governance.schedule;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.governance.story.Caller;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The calculation of a schedule over HTTP.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G46")
class ScheduleResourceTest {

    private final Caller viewer = Caller.of("viewer", Locality.OLDHAM);

    @Test
    void anybodyMayCalculateWithoutAKey() {
        calculate(
                        """
                        {"milestones": [
                          {"id": "reviews", "forecast": "2021-07-08", "predecessors": []},
                          {"id": "agreement", "forecast": "2021-07-31",
                           "predecessors": [{"id": "reviews", "lagDays": 28}]},
                          {"id": "s75", "forecast": "2021-08-31", "deadline": "2021-08-31",
                           "predecessors": [{"id": "agreement", "lagDays": 28}],
                           "baseline": "2021-08-31"},
                          {"id": "board", "forecast": "2021-09-30",
                           "predecessors": [{"id": "s75", "lagDays": 0}]}]}
                        """)
                .statusCode(200)
                .body("end", equalTo("2021-09-30"))
                .body("milestones.id", contains("reviews", "agreement", "s75", "board"))
                .body(
                        "milestones.early",
                        contains("2021-07-08", "2021-08-05", "2021-09-02", "2021-09-30"))
                .body(
                        "milestones.late",
                        contains("2021-07-06", "2021-08-03", "2021-08-31", "2021-09-30"))
                .body("milestones.floatDays", contains(-2, -2, -2, 0))
                .body("milestones.critical", contains(true, true, true, false))
                .body("milestones.slippageDays", contains(null, null, 2, null));
        calculate("{\"milestones\": []}")
                .statusCode(200)
                .body("milestones", empty())
                .body("end", nullValue());
    }

    @Test
    void aCircleIsNamedInOrder() {
        calculate(
                        """
                        {"milestones": [
                          {"id": "b", "forecast": "2021-06-18",
                           "predecessors": [{"id": "a", "lagDays": 1}]},
                          {"id": "a", "forecast": "2021-06-18",
                           "predecessors": [{"id": "b", "lagDays": -1}]}]}
                        """)
                .statusCode(422)
                .body("code", equalTo("MILESTONES_CIRCULAR"))
                .body("circle", contains("a", "b", "a"));
    }

    @Test
    void whatIsMissingUnknownOrTooLongIsRefused() {
        calculate("{\"milestones\": [{\"id\": \"a\"}]}")
                .statusCode(400)
                .body("code", equalTo("MALFORMED"));
        calculate("{\"milestones\": [{\"id\": \"a\", \"forecast\": \"2021-06-18\", \"end\": 1}]}")
                .statusCode(400);
        calculate("{}").statusCode(400);
        calculate(
                        """
                        {"milestones": [{"id": "a", "forecast": "2021-06-18",
                                         "predecessors": [{"id": "c", "lagDays": 1}]}]}
                        """)
                .statusCode(422)
                .body("code", equalTo("UNKNOWN_PREDECESSOR"))
                .body("milestone", equalTo("a"))
                .body("predecessor", equalTo("c"));
        calculate(
                        """
                        {"milestones": [{"id": "a", "forecast": "2021-06-18",
                                         "predecessors": [{"id": "a", "lagDays": 36526}]}]}
                        """)
                .statusCode(422)
                .body("code", equalTo("LAG_TOO_LONG"));
    }

    private ValidatableResponse calculate(String json) {
        return viewer.post("/schedules", json);
    }
}
