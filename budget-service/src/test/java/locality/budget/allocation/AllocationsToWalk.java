package locality.budget.allocation;

import locality.budget.testing.WalkedFund;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table asks of allocations.
public final class AllocationsToWalk {

    private AllocationsToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        things.json(
                "POST /api/budget/v1/allocations", "{\"totalPence\": 100, \"weights\": [1, 1, 1]}");
    }
}
