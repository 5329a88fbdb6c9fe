package locality.governance.position;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls positions of a place with.
public final class PositionsToWalk {

    private PositionsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var position =
                """
                {"topic": "POOLED_BUDGET", "madeFor": "ONE", "locality": "E08000003",
                 "statement": "%s"}
                """;
        manchester.secretary.does("/positions", position.formatted("It is kept"));
        things.json("POST /api/governance/v1/positions", position.formatted("It is kept, as said"));
    }
}
