package locality.governance.function;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls functions and their places with.
public final class FunctionsToWalk {

    private FunctionsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var functions = "POST /api/governance/v1/functions";
        var places = functions + "/{code}/places";
        var allocations = "POST /api/governance/v1/function-allocations";
        manchester.secretary.does(
                "/functions", "{\"code\": \"access-parts\", \"name\": \"A function\"}");
        things.named("allocation", allocated(manchester))
                .with("place", "E08000003")
                .with("GET /api/governance/v1/functions/{code} code", "bcf-investment-wave-one")
                .json(functions, "{\"code\": \"access\", \"name\": \"A function\"}")
                .with(functions + "/{code}/describe code", "access-parts")
                .json(functions + "/{code}/describe", "{\"name\": \"A function\"}")
                .with(places + " code", "section-75-agreement")
                .json(places, "{\"place\": \"E08000003\", \"reserved\": false}")
                .with(places + "/{place}/agree code", "access-parts")
                .json(places + "/{place}/agree", "{}")
                .with(places + "/{place}/start code", "access-parts")
                .json(places + "/{place}/start", "{}")
                .with(places + "/{place}/end code", "commissioning")
                .json(places + "/{place}/end", "{}")
                .query(allocations, "place=E08000003")
                .csv(allocations, "function\npooled-budget\n")
                .json(allocations + "/{allocation}/describe", "{\"reserved\": false}");
    }

    private static String allocated(Manchester manchester) {
        return manchester
                .secretary
                .does(
                        "/functions/access-parts/places",
                        "{\"place\": \"E08000003\", \"reserved\": false}")
                .extract()
                .path("places[0].reference");
    }
}
