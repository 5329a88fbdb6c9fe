package locality.budget.figure;

import locality.budget.testing.WalkedFund;
import locality.platform.testing.AccessTable.Things;

/// A figure of Manchester, for the walk of the access table.
public final class FiguresToWalk {

    private static final String FIGURE =
            """
            {"locality": "E08000003", "reference": "MCR-ACCESS-FIGURE", "label": "Fund",
             "stated": "13.2", "unit": "GBP_M"}
            """;

    private FiguresToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        things.named("figure", Statements.stated("£13.2m"))
                .json("POST /api/budget/v1/figures", FIGURE)
                .csv(
                        "POST /api/budget/v1/figures",
                        "reference,label,stated,unit\nMCR-ACCESS-SHEET,Fund,13.2,GBP_M\n")
                .query("POST /api/budget/v1/figures", "locality=E08000003")
                .json(
                        "POST /api/budget/v1/figures/{figure}/correct",
                        """
                        {"label": "Fund", "stated": "13.3", "unit": "GBP_M", "reason": "Misread"}
                        """);
    }
}
