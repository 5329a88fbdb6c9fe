package locality.budget.testing;

import static locality.budget.testing.Manchester.finance;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;

/// Manchester's partners, as the tests let them contribute to a fund.
public final class Partners {

    private static final String BUDGET = "/api/budget/v1";

    private Partners() {}

    /// A fund whose agreement pools from April 2014, its plan approved: contributions are owed.
    public static String aPooledFund() {
        return aFundOn("POOLED");
    }

    /// @param basis of its agreement from April 2014, and of its one line of £10,000
    public static String aFundOn(String basis) {
        var fund = withALineOn(basis, Manchester.aFundUnderAnAgreement(basis), 1_000_000);
        Manchester.approve(fund, Manchester.approves("fund-plan", fund, 1_000_000)).statusCode(200);
        return fund;
    }

    public static String withALineOn(String basis, String fund, long pence) {
        var line = Manchester.aLine("Integrated care", pence).replace("ALIGNED", basis);
        Manchester.plan(fund, Manchester.PLAN_HEADER + line).statusCode(200);
        return fund;
    }

    /// What Central Manchester CCG contributes monthly.
    ///
    /// @return its reference
    public static String monthly(String fund, long annualPence) {
        return schedule(fund, annualPence, "\"profile\": \"MONTHLY_12\"")
                .statusCode(201)
                .extract()
                .path("reference");
    }

    /// As [#monthly], owed under a decision about the fund, and not under its plan.
    public static String monthlyByDecision(String fund, long annualPence) {
        var decision = Manchester.approves("fund", fund, annualPence).reference();
        return schedule(
                        fund,
                        annualPence,
                        "\"profile\": \"MONTHLY_12\", \"decisionId\": \"%s\"".formatted(decision))
                .statusCode(201)
                .extract()
                .path("reference");
    }

    public static ValidatableResponse schedule(String fund, long annualPence, String more) {
        return schedule(fund, "00W", "CCG allocation", annualPence, more);
    }

    public static ValidatableResponse schedule(
            String fund, String partner, String source, long annualPence, String more) {
        return finance()
                .body(
                        """
                        {"partner": "%s", "source": "%s", "annualPence": %d, %s}
                        """
                                .formatted(partner, source, annualPence, more))
                .post(BUDGET + "/funds/{fund}/contributions", fund)
                .then();
    }

    public static Response receive(String contribution, long pence, String on, String document) {
        return finance()
                .body(receipt(pence, on, document))
                .post(BUDGET + "/contributions/{contribution}/receipts", contribution);
    }

    public static String receipt(long pence, String on, String document) {
        return """
        {"amountPence": %d, "receivedOn": "%s", "document": "%s"}
        """
                .formatted(pence, on, document);
    }

    public static Response vary(String contribution, String body) {
        return finance()
                .body(body)
                .post(BUDGET + "/contributions/{contribution}/vary", contribution);
    }

    public static JsonPath contribution(String reference, String query) {
        return finance()
                .get(BUDGET + "/contributions/" + reference + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// What an account of a fund held on a day, whatever the partner and the source.
    public static long balance(String fund, String account, String on) {
        List<Number> balances =
                finance()
                        .get(BUDGET + "/funds/" + fund + "/balances?effectiveAt=" + on)
                        .then()
                        .statusCode(200)
                        .extract()
                        .jsonPath()
                        .getList(
                                "items.findAll { it.account == '%s' }.balancePence"
                                        .formatted(account));
        return balances.stream().mapToLong(Number::longValue).sum();
    }

    public static ValidatableResponse sendCsv(String path, String csv) {
        return finance()
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(csv)
                .post(BUDGET + path)
                .then();
    }

    public static String csv(String path) {
        return finance()
                .accept("text/csv")
                .get(BUDGET + path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
