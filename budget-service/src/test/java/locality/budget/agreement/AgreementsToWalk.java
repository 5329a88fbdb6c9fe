package locality.budget.agreement;

import locality.budget.testing.WalkedFund;
import locality.platform.testing.AccessTable.Things;

/// An agreement of Manchester, for the walk of the access table.
public final class AgreementsToWalk {

    private static final String TERMS =
            """
            {"legalPowers": ["S75"], "host": "E08000003", "basis": "SHADOW",
             "startsOn": "2016-04-01"}
            """;

    private AgreementsToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        things.named("agreement", WalkedFund.make("/agreements", agreement("MCR-ACCESS-S75"), "id"))
                .json("POST /api/budget/v1/agreements", agreement("MCR-ACCESS-S75-2"))
                .json(
                        "POST /api/budget/v1/agreements/{agreement}/bases",
                        "{\"basis\": \"SHADOW\", \"startsOn\": \"2015-04-01\"}")
                .json(
                        "POST /api/budget/v1/agreements/{agreement}/governed-as",
                        "{\"governanceReference\": \"MCR-ACCESS-S75\"}")
                .json("POST /api/budget/v1/agreements/{agreement}/terms", TERMS);
    }

    /// Aligned from April 2014.
    public static String agreement(String reference) {
        return Agreed.body(reference, "ALIGNED");
    }
}
