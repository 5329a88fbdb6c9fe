package locality.budget.protection;

import locality.budget.testing.WalkedFund;
import locality.platform.testing.AccessTable.Things;

/// A protected amount of Manchester, for the walk of the access table.
public final class ProtectedAmountsToWalk {

    private ProtectedAmountsToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        var amounts = "/funds/%s/protected-amounts".formatted(fund.reference());
        var first = protection(fund, "MCR-ACCESS-PROTECTED");
        things.named("amount", WalkedFund.make(amounts, first, "id"))
                .json(
                        "POST /api/budget/v1/funds/{fund}/protected-amounts",
                        protection(fund, "MCR-ACCESS-PROTECTED-2"))
                .json("POST /api/budget/v1/protected-amounts/{amount}/terms", terms(fund));
    }

    private static String protection(WalkedFund fund, String reference) {
        return """
        {"reference": "%s", "name": "Protection of social care", "terms": %s}
        """
                .formatted(reference, terms(fund));
    }

    private static String terms(WalkedFund fund) {
        return """
        {"amountPence": 500, "action": "BLOCK", "lines": ["%s"]}
        """
                .formatted(fund.otherLine());
    }
}
