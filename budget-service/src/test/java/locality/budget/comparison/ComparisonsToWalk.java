package locality.budget.comparison;

import locality.budget.testing.WalkedFund;
import locality.platform.testing.AccessTable.Things;

/// A comparison of figures of Manchester, for the walk of the access table.
public final class ComparisonsToWalk {

    private ComparisonsToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        var figure = things.thing("figure");
        var first = comparison(figure, "MCR-ACCESS-1");
        things.named("comparison", WalkedFund.make("/comparisons", first, "id"))
                .json("POST /api/budget/v1/comparisons", comparison(figure, "MCR-ACCESS-2"));
    }

    private static String comparison(String figure, String reference) {
        return """
        {"locality": "E08000003", "reference": "%1$s", "title": "Twice as much",
         "terms": [{"figure": "%2$s"}, {"figure": "%2$s"}], "against": {"figure": "%2$s"}}
        """
                .formatted(reference, figure);
    }
}
