package locality.budget.testing;

import static locality.budget.testing.Manchester.finance;

/// The fund of Manchester that the walk of the access table acts on: it has two lines, and its plan
/// is approved.
///
/// @param reference its lines' are the same with `-L01` and `-L02`
/// @param planDecision the reference of the decision that approved its plan
/// @param fundDecision the reference of a decision about the fund
public record WalkedFund(String reference, String planDecision, String fundDecision) {

    /// What is planned on its lines.
    public static final String PLAN =
            Manchester.PLAN_HEADER
                    + Manchester.aLine("Integrated care", 1_000_000)
                    + Manchester.aLine("Carers and reablement", 1_000);

    private static final String BUDGET = "/api/budget/v1";

    public static WalkedFund approved() {
        var fund = Manchester.aFund();
        Manchester.plan(fund, PLAN).statusCode(200);
        var plan = Manchester.approves("fund-plan", fund, 1_001_000);
        Manchester.approve(fund, plan).statusCode(200);
        var onFund = Manchester.approves("fund", fund, 1_000_000);
        return new WalkedFund(fund, plan.reference(), onFund.reference());
    }

    public String line() {
        return reference + "-L01";
    }

    public String otherLine() {
        return reference + "-L02";
    }

    /// Makes something of Manchester that the walk acts on.
    ///
    /// @param path below the root of the service
    /// @param answer the field that names what was made
    /// @return what that field says
    public static String make(String path, String body, String answer) {
        return make(path, body, 201, answer);
    }

    /// As [#make(String, String, String)], of what may be made only to wait.
    ///
    /// @param status how making it is answered
    public static String make(String path, String body, int status, String answer) {
        return finance()
                .body(body)
                .post(BUDGET + path)
                .then()
                .statusCode(status)
                .extract()
                .path(answer);
    }
}
