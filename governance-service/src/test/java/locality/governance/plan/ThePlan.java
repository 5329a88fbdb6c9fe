package locality.governance.plan;

import io.restassured.path.json.JsonPath;
import java.util.concurrent.atomic.AtomicInteger;
import locality.governance.story.Caller;
import locality.platform.place.Locality;

/// A plan of a place, with a reference of its own, as its secretary keeps it over HTTP.
final class ThePlan {

    private static final AtomicInteger NEXT = new AtomicInteger(100);

    final Caller secretary;
    final String reference;
    private final String place;

    private ThePlan(Caller secretary, String reference, String place) {
        this.secretary = secretary;
        this.reference = reference;
        this.place = place;
    }

    static ThePlan of(String name, Locality place) {
        return new ThePlan(
                Caller.secretaryOf(place),
                "%s-%d".formatted(name, NEXT.incrementAndGet()),
                place.code());
    }

    /// @param more as in `"areas": [...]`; empty for nothing more
    ThePlan made(String madeOn, String more) {
        secretary.does(
                "/plans",
                """
                {"reference": "%s", "title": "Plan %s", "locality": "%s", "madeOn": "%s" %s}
                """
                        .formatted(
                                reference,
                                reference,
                                place,
                                madeOn,
                                more.isEmpty() ? "" : "," + more));
        return this;
    }

    /// Sends a spreadsheet of milestones that must be recorded.
    JsonPath sends(String csv) {
        return secretary
                .postCsv("/plans/%s/milestones".formatted(reference), csv)
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// The reference of its how manieth milestone.
    String milestone(int number) {
        return "%s-M%d".formatted(reference, number);
    }

    /// @param what below the plan, as in `schedule?on=2021-06-09`; empty for the plan itself
    JsonPath shows(String what) {
        return secretary
                .get("/plans/%s%s".formatted(reference, what))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// A row for each title, an area after it.
    static String row(String title, String area) {
        return "\"%s\",\"%s\"".formatted(title.replace("\"", "\"\""), area);
    }
}
