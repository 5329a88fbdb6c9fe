package locality.budget.statement;

import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// What the ledger says to people, on a day and as far as was known at a moment.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class StatementResourceTest {

    @Test
    void provesThatDebitsAreCredits() {
        var fund = spent();

        read(fund, "trial-balance")
                .then()
                .statusCode(200)
                .body("fund", equalTo(fund))
                .body("balances", equalTo(true))
                .body("differencePence", equalTo(0))
                .body("rows.find { it.account == 'SPEND' }.debitPence", equalTo(600))
                .body("rows.find { it.account == 'HOST_CASH' }.creditPence", equalTo(600))
                .body("proof", startsWith("debits 600 - credits 600 = 0"));
        read(fund, "trial-balance?effectiveAt=2014-05-31")
                .then()
                .body("rows.find { it.account == 'SPEND' }.debitPence", equalTo(100));
    }

    @Test
    void givesTheTrialBalanceAsASpreadsheet() {
        var fund = spent();

        finance()
                .accept("text/csv")
                .get("/api/budget/v1/funds/{fund}/trial-balance?on=2014-07-31", fund)
                .then()
                .statusCode(200)
                .header(
                        "Content-Disposition",
                        containsString(fund + "-trial-balance-2014-07-31.csv"))
                .body(containsString("SPEND,What is spent on a line,600,0"));
        finance()
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .get("/api/budget/v1/funds/{fund}/trial-balance?on=2014-07-31", fund)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".xlsx"));
    }

    @Test
    void drawsAStatementWithTheBalanceAfterEveryPosting() {
        var fund = spent();

        read(fund, "statement?account=SPEND&from=2014-06-01&to=2014-06-30")
                .then()
                .statusCode(200)
                .body("openingPence", equalTo(100))
                .body("items.amountPence", contains(200, -50))
                .body("items.balancePence", contains(300, 250))
                .body("items.line", everyItem(equalTo(fund + "-L01")))
                .body("items[0].description", equalTo("Reablement"))
                .body("closingPence", equalTo(250))
                .body("next", nullValue());
        read(fund, "statement?account=SPEND&line=" + fund + "-L01")
                .then()
                .body("openingPence", equalTo(0))
                .body("items.balancePence", contains(100, 300, 250, 600))
                .body("closingPence", equalTo(600));
        read(fund, "statement?account=SPEND&line=" + fund + "-L99").then().statusCode(404);
    }

    @Test
    void goesOnWithTheBalanceFromPageToPage() {
        var fund = spent();
        var whole = read(fund, "statement?limit=1000").jsonPath();

        var balances = new ArrayList<Object>();
        var next = "";
        do {
            var page = read(fund, "statement?limit=3" + next).jsonPath();
            balances.addAll(page.getList("items.balancePence"));
            assertThat(page.getLong("closingPence")).isEqualTo(whole.getLong("closingPence"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        } while (next != null);

        assertThat(balances).isEqualTo(whole.getList("items.balancePence")).hasSizeGreaterThan(6);
        assertThat(whole.getLong("closingPence")).isZero();
        read(fund, "statement?after=17").then().statusCode(400).body("code", equalTo("MALFORMED"));
    }

    @Test
    void isTheSameForEverAsFarAsWasKnown() {
        var fund = spent();
        var before = read(fund, "statement?account=SPEND").jsonPath();
        var known = before.getString("knownAt");
        var trial = read(fund, "trial-balance?knownAt=" + known).jsonPath().getMap("$");

        spend(fund, "2014-05-15", 7);

        assertThat(
                        read(fund, "statement?account=SPEND&knownAt=" + known)
                                .jsonPath()
                                .getList("items"))
                .isEqualTo(before.getList("items"));
        assertThat(read(fund, "trial-balance?knownAt=" + known).jsonPath().getMap("$"))
                .isEqualTo(trial);
        read(fund, "statement?account=SPEND").then().body("items", hasSize(5));
    }

    @Test
    void isASpreadsheetFromTheOpeningToTheClosingBalance() {
        var fund = spent();

        var table =
                finance()
                        .accept("text/csv")
                        .get(
                                "/api/budget/v1/funds/{fund}/statement?account=SPEND&from=2014-06-01&to=2014-06-30",
                                fund)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();

        assertThat(table.lines().toList())
                .hasSize(5)
                .first()
                .asString()
                .startsWith("effectiveDate,reference,key,description,account,line");
        assertThat(table)
                .contains("2014-06-01,,,Opening balance,,,,,,,100")
                .contains("Reablement,SPEND,%s-L01,,,200,,300".formatted(fund))
                .contains("2014-06-30,,,Closing balance,,,,,,,250");
    }

    @Test
    void filtersBalancesByAccountLinePartnerAndSource() {
        var fund = withALine(aFundUnderAnAgreement("POOLED"), 1_000);
        due(fund, "00W", 5);
        due(fund, "01N", 6);

        read(fund, "balances?account=CONTRIBUTIONS_RECEIVABLE")
                .then()
                .body("items.balancePence", contains(5, 6));
        read(fund, "balances?partner=01N").then().body("items.balancePence", contains(6));
        read(fund, "balances?source=DFG").then().body("items.balancePence", contains(-11));
        read(fund, "balances?line=" + fund + "-L01").then().body("items", hasSize(0));
        read(fund, "balances?account=SLUSH").then().statusCode(400);
    }

    /// Owed by a partner, as its own body decided.
    private static void due(String fund, String partner, long pence) {
        post(
                fund,
                """
                {"effectiveDate": "2014-06-30", "description": "Due", "decisionId": "%s", "postings": [
                  {"account": "CONTRIBUTIONS_RECEIVABLE", "partner": "%s", "amountPence": %d},
                  {"account": "SOURCE_BALANCE", "source": "DFG", "amountPence": %d}]}
                """
                        .formatted(
                                approves(partner, "fund", fund, pence).decisionId(),
                                partner,
                                pence,
                                -pence));
    }

    @Test
    void holdsPromisesInTheMemorandumAccounts() {
        var fund = anApprovedFund(1_000);
        var decision = approves("budget-line", fund + "-L01", 400).decisionId();
        commit(fund, 400, ", \"decisionId\": \"%s\"".formatted(decision)).then().statusCode(201);

        read(fund, "trial-balance")
                .then()
                .body("rows.find { it.account == 'COMMITMENTS' }.debitPence", equalTo(400))
                .body(
                        "rows.find { it.account == 'RESERVE_FOR_COMMITMENTS' }.creditPence",
                        equalTo(400))
                .body("balances", equalTo(true));
    }

    @Test
    void chartsEveryAccount() {
        finance()
                .get("/api/budget/v1/ledger/accounts")
                .then()
                .statusCode(200)
                .body("items", hasSize(13))
                .body("items.find { it.account == 'SPEND' }.names", equalTo("LINE"))
                .body("items.find { it.account == 'SPEND' }.normalSide", equalTo("DEBIT"))
                .body("items.find { it.account == 'BUDGET' }.memorandum", equalTo(true))
                .body("items.findAll { it.purpose == '' }", hasSize(0));
    }

    /// A fund on whose line was spent in May, June and July.
    private static String spent() {
        var fund = anApprovedFund(1_000);
        spend(fund, "2014-07-01", 350);
        spend(fund, "2014-05-31", 100);
        spend(fund, "2014-06-01", 200);
        spend(fund, "2014-06-30", -50);
        return fund;
    }

    private static void spend(String fund, String day, long pence) {
        post(
                fund,
                """
                {"effectiveDate": "%s", "description": "Reablement", "postings": [
                  {"account": "SPEND", "lineId": "%s-L01", "amountPence": %d},
                  {"account": "HOST_CASH", "amountPence": %d}]}
                """
                        .formatted(day, fund, pence, -pence));
    }

    private static void post(String fund, String entry) {
        finance()
                .body(entry)
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .then()
                .statusCode(201);
    }

    private static Response read(String fund, String what) {
        return finance().get("/api/budget/v1/funds/" + fund + "/" + what);
    }
}
