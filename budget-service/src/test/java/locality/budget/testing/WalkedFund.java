package locality.budget.testing;

import static locality.budget.testing.Manchester.finance;

/// The fund of Manchester that the walk of the access table acts on: it has one line, and its plan
/// is approved.
///
/// @param reference its line's is the same with `-L01`
/// @param planDecision the reference of the decision that approved its plan
/// @param fundDecision the reference of a decision about the fund
public record WalkedFund(String reference, String planDecision, String fundDecision) {

    private static final String BUDGET = "/api/budget/v1";

    public static WalkedFund approved() {
        var fund = Manchester.aFundWithALine(1_000_000);
        var plan = Manchester.approves("fund-plan", fund, 1_000_000);
        Manchester.approve(fund, plan).statusCode(200);
        var onFund = Manchester.approves("fund", fund, 1_000_000);
        return new WalkedFund(fund, plan.reference(), onFund.reference());
    }

    public String line() {
        return reference + "-L01";
    }

    /// Makes something of Manchester that the walk acts on.
    ///
    /// @param path below the root of the service
    /// @param answer the field that names what was made
    /// @return what that field says
    public static String make(String path, String body, String answer) {
        return finance()
                .body(body)
                .post(BUDGET + path)
                .then()
                .statusCode(201)
                .extract()
                .path(answer);
    }
}
