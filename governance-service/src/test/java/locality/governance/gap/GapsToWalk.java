package locality.governance.gap;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table asks for gaps in delegations and functions.
public final class GapsToWalk {

    private GapsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        things.query("GET /api/governance/v1/delegation-gaps", "below=" + manchester.board)
                .query("GET /api/governance/v1/function-gaps", "place=E08000003");
    }
}
