package locality.budget.performance;

import locality.budget.testing.WalkedFund;
import locality.platform.testing.AccessTable.Things;

/// A rule of performance pay of Manchester, for the walk of the access table.
public final class PerformancePayToWalk {

    private PerformancePayToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        var first = performancePay("MCR-ACCESS-P4P");
        things.named("rule", WalkedFund.make("/performance-pay-rules", first, "id"))
                .json(
                        "POST /api/budget/v1/performance-pay-rules",
                        performancePay("MCR-ACCESS-P4P-2"))
                .json(
                        "POST /api/budget/v1/performance-pay-rules/{rule}/calculate",
                        """
                        {"on": "2014-01-31", "basePence": 100, "target": 2, "achieved": 1}
                        """)
                .json(
                        "POST /api/budget/v1/performance-pay-rules/{rule}/end",
                        "{\"endsOn\": \"2014-03-31\"}");
    }

    private static String performancePay(String reference) {
        return """
        {"locality": "E08000003", "reference": "%s", "name": "Payment for performance",
         "basisPoints": 2500, "startsOn": "2013-06-26"}
        """
                .formatted(reference);
    }
}
