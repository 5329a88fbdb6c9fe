package locality.governance.worklist;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table asks of the worklist.
public final class WorklistToWalk {

    private WorklistToWalk() {}

    public static void add(Things things, Manchester manchester) {
        things.query("GET /api/governance/v1/worklist", "role=governance");
    }
}
