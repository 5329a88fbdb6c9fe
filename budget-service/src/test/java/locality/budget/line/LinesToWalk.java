package locality.budget.line;

import locality.budget.testing.WalkedFund;
import locality.platform.testing.AccessTable.Things;

/// A line of a fund of Manchester, for the walk of the access table.
public final class LinesToWalk {

    private LinesToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        things.named("line", fund.line())
                .csv("POST /api/budget/v1/funds/{fund}/lines", WalkedFund.PLAN)
                .json(
                        "POST /api/budget/v1/lines/{line}/bases",
                        """
                        {"basis": "SHADOW", "startsOn": "2014-10-01", "decisionId": "%s"}
                        """
                                .formatted(fund.fundDecision()));
    }
}
