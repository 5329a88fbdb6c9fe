package locality.governance.route;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls approval routes with.
public final class RoutesToWalk {

    private RoutesToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var routes = "POST /api/governance/v1/approval-routes";
        var route =
                """
                {"reference": "%s", "subjectType": "access", "place": "E08000003",
                 "effectiveOn": "%s", "endsOn": "%s",
                 "steps": [{"body": "%s", "type": "APPROVE"}]}
                """;
        manchester.secretary.does(
                "/approval-routes",
                route.formatted("ROUTE-ACCESS-1", "2014-04-01", "2014-12-31", manchester.board));
        things.named("route", "ROUTE-ACCESS-1")
                .json(
                        routes,
                        route.formatted(
                                "ROUTE-ACCESS-2", "2015-04-01", "2015-12-31", manchester.board))
                .json(routes + "/{route}/end", "{\"lastDay\": \"2014-06-01\"}");
    }
}
