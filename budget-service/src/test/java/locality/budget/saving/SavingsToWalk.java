package locality.budget.saving;

import locality.budget.testing.WalkedFund;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table asks of recycled savings.
public final class SavingsToWalk {

    private SavingsToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        things.json(
                "POST /api/budget/v1/funds/{fund}/recycled-savings",
                """
                {"lineId": "%s", "amountPence": 1000, "decisionId": "%s",
                 "from": "Beds closed", "effectiveDate": "2014-09-30"}
                """
                        .formatted(fund.line(), fund.fundDecision()));
        things.with("saving", "RS1")
                .json(
                        "POST /api/budget/v1/funds/{fund}/recycled-savings/{saving}/take-back",
                        "{\"reason\": \"A nought too many\"}");
    }
}
