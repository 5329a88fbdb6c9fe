package locality.budget.ledger;

import locality.budget.testing.WalkedFund;
import locality.platform.testing.AccessTable.Things;

/// An entry of a fund of Manchester, for the walk of the access table.
public final class EntriesToWalk {

    private EntriesToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        things.named("entry", WalkedFund.make(entries(fund), keyed(fund), "id"))
                .with("key", "ACCESS-1")
                .json("POST /api/budget/v1/funds/{fund}/journal-entries", spend(fund, 1_000))
                .csv(
                        "POST /api/budget/v1/funds/{fund}/journal-entries",
                        """
                        key,effectiveDate,description,account,lineId,partner,source,amountPence
                        ACCESS-2,2014-06-30,Reablement,SPEND,%s,,,1
                        ACCESS-2,,,HOST_CASH,,,,-1
                        """
                                .formatted(fund.line()))
                .json(
                        "POST /api/budget/v1/funds/{fund}/journal-entries/bulk",
                        "[%s]".formatted(spend(fund, 1)))
                .json(
                        "POST /api/budget/v1/funds/{fund}/journal-entries/{key}/reverse",
                        "{\"reason\": \"Paid twice\"}")
                .json(
                        "POST /api/budget/v1/journal-entries/{entry}/reverse",
                        "{\"reason\": \"Paid twice\"}");
    }

    private static String entries(WalkedFund fund) {
        return "/funds/%s/journal-entries".formatted(fund.reference());
    }

    private static String keyed(WalkedFund fund) {
        return spend(fund, 5_000).replaceFirst("\\{", "{\"key\": \"ACCESS-1\", ");
    }

    private static String spend(WalkedFund fund, long pence) {
        return """
        {"effectiveDate": "2014-06-30", "description": "Reablement, first quarter",
         "postings": [{"account": "SPEND", "lineId": "%s", "amountPence": %d},
                      {"account": "HOST_CASH", "amountPence": -%d}]}
        """
                .formatted(fund.line(), pence, pence);
    }
}
