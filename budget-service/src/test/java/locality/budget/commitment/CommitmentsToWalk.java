package locality.budget.commitment;

import locality.budget.testing.Manchester;
import locality.budget.testing.WalkedFund;
import locality.platform.testing.AccessTable.Things;

/// Commitments of Manchester, one to be noted among them, for the walk of the access table.
public final class CommitmentsToWalk {

    private CommitmentsToWalk() {}

    public static void add(Things things, WalkedFund fund) {
        toBeNoted();
        things.named("commitment", Manchester.commit(fund.reference(), 7_000).path("id"))
                .json(
                        "POST /api/budget/v1/commitments/{commitment}/carry",
                        "{\"toLineId\": \"%s\", \"decisionId\": \"%s\"}"
                                .formatted(fund.line(), fund.planDecision()))
                .json(
                        "POST /api/budget/v1/commitments/{commitment}/discharge",
                        "{\"amountPence\": 1000, \"effectiveDate\": \"2014-07-31\"}")
                .json(
                        "POST /api/budget/v1/commitments/{commitment}/release",
                        "{\"reason\": \"The contract cost less\"}")
                .json(
                        "POST /api/budget/v1/commitments/{commitment}/vary",
                        "{\"amountPence\": 8000, \"reason\": \"A second ward joins\"}")
                .json(
                        "POST /api/budget/v1/commitments/{commitment}/withdraw",
                        "{\"reason\": \"Funded by the trust\"}")
                .json(
                        "POST /api/budget/v1/funds/{fund}/commitments",
                        Manchester.commitment(fund.reference(), 1_000, ""));
    }

    /// Made under a delegation, which a body notes.
    private static void toBeNoted() {
        Manchester.delegates("access-noting", 1_000);
        Manchester.commit(Manchester.withALine(Manchester.aFund("access-noting"), 1_000), 1_000)
                .then()
                .statusCode(201);
    }
}
