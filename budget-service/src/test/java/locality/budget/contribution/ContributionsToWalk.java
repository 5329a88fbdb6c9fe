package locality.budget.contribution;

import locality.budget.testing.Partners;
import locality.budget.testing.WalkedFund;
import locality.platform.testing.AccessTable.Things;

/// A contribution to a fund of Manchester and a receipt of it, for the walk of the access table.
public final class ContributionsToWalk {

    private ContributionsToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        addOne(things);
        things.json(
                        "POST /api/budget/v1/funds/{fund}/contributions",
                        """
                        {"partner": "00W", "source": "CCG allocation",
                         "annualPence": 1000000, "profile": "MONTHLY_12"}
                        """)
                .csv(
                        "POST /api/budget/v1/funds/{fund}/contributions",
                        "partner,source,annualPence,profile\n01M,CCG,1200,MONTHLY_12\n")
                .csv(
                        "POST /api/budget/v1/funds/{fund}/receipts",
                        "contribution,receivedOn,amountPence,document\n");
    }

    private static void addOne(Things things) {
        var contribution = Partners.monthly(Partners.aPooledFund(), 1_200);
        var receipt = Partners.receive(contribution, 100, "2014-05-20", "BACS 1");
        things.named("contribution", contribution)
                .named("receipt", receipt.path("receipt.id"))
                .json(
                        "POST /api/budget/v1/contributions/{contribution}/receipts",
                        Partners.receipt(100, "2014-05-21", "BACS 2"))
                .json(
                        "POST /api/budget/v1/contributions/{contribution}/receipts/{receipt}/take-back",
                        "{\"reason\": \"Returned by the bank\"}")
                .json(
                        "POST /api/budget/v1/contributions/{contribution}/vary",
                        "{\"annualPence\": 1200, \"reason\": \"Agreed again\"}");
    }
}
