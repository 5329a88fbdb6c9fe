package locality.budget.worklist;

import locality.budget.testing.WalkedFund;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table asks of the worklist.
public final class WorklistToWalk {

    private WorklistToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        things.query("GET /api/budget/v1/worklist", "role=finance");
    }
}
