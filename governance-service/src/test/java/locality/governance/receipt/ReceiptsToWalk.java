package locality.governance.receipt;

import locality.governance.story.Manchester;
import locality.platform.testing.AccessTable.Things;

/// What the walk of the access table calls receipts of delegations with.
public final class ReceiptsToWalk {

    private ReceiptsToWalk() {}

    public static void add(Things things, Manchester manchester) {
        var receipts = "POST /api/governance/v1/delegation-receipts";
        var receipt =
                """
                {"reference": "%s", "fromOrganisation": "%s", "to": "%s",
                 "functions": ["pooled-budget"], "place": "E08000003",
                 "effectiveOn": "2014-04-01"}
                """;
        manchester.secretary.does(
                "/delegation-receipts",
                receipt.formatted("REC-ACCESS-1", manchester.ccg, manchester.board));
        things.named("receipt", "REC-ACCESS-1")
                .json(receipts, receipt.formatted("REC-ACCESS-2", manchester.ccg, manchester.board))
                .json(
                        receipts + "/{receipt}/correct",
                        receipt.formatted("REC-ACCESS-1", manchester.ccg, manchester.board));
    }
}
