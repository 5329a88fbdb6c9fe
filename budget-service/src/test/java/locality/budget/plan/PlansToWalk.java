package locality.budget.plan;

import locality.budget.testing.WalkedFund;
import locality.platform.testing.AccessTable.Things;

/// The plan of a fund of Manchester, for the walk of the access table.
public final class PlansToWalk {

    private PlansToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        things.with("version", "1")
                .query("GET /api/budget/v1/funds/{fund}/plans/{version}/differences", "from=1")
                .json("POST /api/budget/v1/funds/{fund}/plan/stage", "{\"stage\": \"FINAL\"}")
                .json(
                        "POST /api/budget/v1/funds/{fund}/approve",
                        "{\"decisionId\": \"%s\"}".formatted(fund.planDecision()));
    }
}
