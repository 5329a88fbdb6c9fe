package locality.budget.virement;

import locality.budget.testing.WalkedFund;
import locality.platform.testing.AccessTable.Things;

/// A virement of Manchester that waits, for the walk of the access table.
public final class VirementsToWalk {

    private VirementsToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        var virements = "/funds/%s/virements".formatted(fund.reference());
        things.named("virement", WalkedFund.make(virements, virement(fund), 202, "id"))
                .json("POST /api/budget/v1/funds/{fund}/virements", virement(fund))
                .json(
                        "POST /api/budget/v1/virements/{virement}/withdraw",
                        "{\"reason\": \"Not needed\"}");
    }

    private static String virement(WalkedFund fund) {
        return """
        {"moves": [{"lineId": "%s", "amountPence": -100},
                   {"lineId": "%s", "amountPence": 100}],
         "reason": "Reablement starts earlier"}
        """
                .formatted(fund.line(), fund.otherLine());
    }
}
