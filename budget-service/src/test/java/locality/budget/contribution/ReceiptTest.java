package locality.budget.contribution;

import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Partners.aFundOn;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.contribution;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.receipt;
import static locality.budget.testing.Partners.receive;
import static locality.budget.testing.Partners.sendCsv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.budget.testing.AtOnce;
import locality.budget.testing.Partners;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class ReceiptTest {

    @Test
    void paysTheOldestInstalmentsAndIsCashOfTheHost() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);

        receive(contribution, 150, "2014-05-20", "BACS 1")
                .then()
                .statusCode(201)
                .body("receipt.kind", equalTo("RECEIVED"))
                .body("contribution.paidPence", equalTo(150))
                .body("contribution.instalments[0].paidPence", equalTo(100))
                .body("contribution.instalments[1].paidPence", equalTo(50));

        assertThat(balance(fund, "HOST_CASH", "2014-05-20")).isEqualTo(150);
        assertThat(balance(fund, "CONTRIBUTIONS_RECEIVABLE", "2014-05-19")).isEqualTo(200);
        assertThat(balance(fund, "CONTRIBUTIONS_RECEIVABLE", "2014-05-20")).isEqualTo(50);
        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2015-03-31")).isEqualTo(-1_200);
    }

    @Test
    void whatIsEarlyIsIncomeInAdvanceUntilItFallsDue() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);

        receive(contribution, 350, "2014-05-20", "BACS 1").then().statusCode(201);

        assertThat(balance(fund, "INCOME_IN_ADVANCE", "2014-05-20")).isEqualTo(-150);
        assertThat(balance(fund, "CONTRIBUTIONS_RECEIVABLE", "2014-05-20")).isZero();
        assertThat(balance(fund, "INCOME_IN_ADVANCE", "2014-06-01")).isEqualTo(-50);
        assertThat(balance(fund, "INCOME_IN_ADVANCE", "2014-07-01")).isZero();
        assertThat(balance(fund, "CONTRIBUTIONS_RECEIVABLE", "2014-07-01")).isEqualTo(50);
    }

    @Test
    void isTakenBackOnItsOwnDayAndOwedAgain() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        var id =
                receive(contribution, 350, "2014-05-20", "BACS 1")
                        .jsonPath()
                        .getString("receipt.id");

        takeBack(contribution, id)
                .statusCode(200)
                .body("contribution.paidPence", equalTo(0))
                .body("receipt.amountPence", equalTo(-350));

        assertThat(balance(fund, "HOST_CASH", "2014-05-20")).isZero();
        assertThat(balance(fund, "INCOME_IN_ADVANCE", "2014-05-20")).isZero();
        assertThat(balance(fund, "CONTRIBUTIONS_RECEIVABLE", "2014-07-01")).isEqualTo(400);
        takeBack(contribution, id).statusCode(409).body("code", equalTo("ALREADY_TAKEN_BACK"));
        receive(contribution, 350, "2014-05-20", "BACS 1").then().statusCode(201);
    }

    @Test
    void refusesMoreThanIsLeftWithTheSum() {
        var contribution = monthly(aPooledFund(), 1_200);
        receive(contribution, 1_000, "2014-05-20", "BACS 1").then().statusCode(201);

        receive(contribution, 201, "2014-05-21", "BACS 2")
                .then()
                .statusCode(422)
                .body("code", equalTo("MORE_THAN_IS_LEFT"))
                .body("duePence", equalTo(1_200))
                .body("paidPence", equalTo(1_000))
                .body("leftPence", equalTo(200));

        assertThat(contribution(contribution, "").getLong("paidPence")).isEqualTo(1_000);
    }

    @Test
    void takesAPaymentOnce() {
        var contribution = monthly(aPooledFund(), 1_200);
        receive(contribution, 100, "2014-05-20", "BACS 1").then().statusCode(201);

        receive(contribution, 100, "2014-05-20", "BACS 1")
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_RECEIVED"))
                .body("document", equalTo("BACS 1"));
    }

    @Test
    void manyAtOnceAreReceivedNoMoreThanIsLeft() throws Exception {
        var contribution = monthly(aPooledFund(), 1_200);
        var number = new java.util.concurrent.atomic.AtomicInteger();

        var answers =
                AtOnce.ask(
                        16,
                        () ->
                                receive(
                                                contribution,
                                                100,
                                                "2014-05-20",
                                                "BACS " + number.incrementAndGet())
                                        .statusCode());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(12);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(4);
        assertThat(contribution(contribution, "").getLong("paidPence")).isEqualTo(1_200);
    }

    @Test
    void refusesWhatEachPartnerKeepsWhatLiesAheadAndWhatNobodyAllowed() {
        var aligned = monthly(aFundOn("ALIGNED"), 1_200);
        receive(aligned, 100, "2014-05-20", "BACS 1")
                .then()
                .statusCode(422)
                .body("code", equalTo("NOT_POOLED"))
                .body("basis", equalTo("ALIGNED"));

        var pooled = monthly(aPooledFund(), 1_200);
        receive(pooled, 100, "2999-01-01", "BACS 1")
                .then()
                .statusCode(422)
                .body("code", equalTo("LIES_AHEAD"));

        var unplanned = monthly(aFundUnderAnAgreement("POOLED"), 1_200);
        receive(unplanned, 100, "2014-05-20", "BACS 1")
                .then()
                .statusCode(422)
                .body("code", equalTo("NO_AUTHORITY"))
                .body("contribution", equalTo(unplanned));
    }

    @Test
    void aTryKeepsNothing() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);

        finance()
                .queryParam("dryRun", true)
                .body(receipt(100, "2014-05-20", "BACS 1"))
                .post("/api/budget/v1/contributions/{contribution}/receipts", contribution)
                .then()
                .statusCode(201);

        assertThat(contribution(contribution, "").getLong("paidPence")).isZero();
        assertThat(balance(fund, "HOST_CASH", "2015-03-31")).isZero();
    }

    @Test
    void anEntryOfItIsUndoneHereAndNotInTheJournal() {
        var contribution = monthly(aPooledFund(), 1_200);
        var entry =
                receive(contribution, 100, "2014-05-20", "BACS 1")
                        .jsonPath()
                        .getString("receipt.entryId");

        finance()
                .body("{\"reason\": \"Paid twice\"}")
                .post("/api/budget/v1/journal-entries/{entry}/reverse", entry)
                .then()
                .statusCode(409)
                .body("code", equalTo("NOT_REVERSIBLE"));
    }

    @Test
    void aBankFileIsTakenOnceAndWhole() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        var file =
                """
                contribution,receivedOn,amountPence,document
                %1$s,2014-04-03,100,BACS 1
                %1$s,2014-05-02,100,BACS 2
                """
                        .formatted(contribution);

        sendCsv("/funds/" + fund + "/receipts", file)
                .statusCode(200)
                .body("received", equalTo(2))
                .body("receivedPence", equalTo(200));
        sendCsv("/funds/" + fund + "/receipts", file)
                .statusCode(200)
                .body("received", equalTo(0))
                .body("unchanged", equalTo(2));

        assertThat(balance(fund, "HOST_CASH", "2014-05-02")).isEqualTo(200);
    }

    @Test
    void whatWasReceivedIsExportedAndChangesNothingWhenItComesBack() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        receive(contribution, 100, "2014-05-20", "BACS 1").then().statusCode(201);
        var wrong = receive(contribution, 50, "2014-05-21", "BACS 2");
        takeBack(contribution, wrong.jsonPath().getString("receipt.id")).statusCode(200);

        var sheet = Partners.csv("/funds/" + fund + "/receipts");

        assertThat(sheet.lines())
                .containsExactly(
                        "contribution,partner,source,receivedOn,amountPence,document",
                        contribution + ",00W,CCG allocation,2014-05-20,100,BACS 1");
        sendCsv("/funds/" + fund + "/receipts", sheet)
                .statusCode(200)
                .body("received", equalTo(0))
                .body("unchanged", equalTo(1));
    }

    @Test
    void aBadRowRefusesTheWholeBankFileByLineAndColumn() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);

        sendCsv(
                        "/funds/" + fund + "/receipts",
                        """
                        contribution,receivedOn,amountPence,document
                        %1$s,2014-04-03,1000,BACS 1
                        %1$s,2014-05-02,201,BACS 2
                        MCR-OTHER-C01,2014-05-02,1,BACS 3
                        %1$s,2014-05-03,1,BACS 1
                        """
                                .formatted(contribution))
                .statusCode(400)
                .body("errors", hasSize(3))
                .body(
                        "errors.where",
                        contains("line 3, amountPence", "line 4, contribution", "line 5, document"))
                .body("errors[0].message", containsString("MORE_THAN_IS_LEFT"));

        assertThat(contribution(contribution, "").getLong("paidPence")).isZero();
    }

    @Test
    void theSheetToFillInNamesEveryContributionAndSaysNothingAsItIs() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);

        var template = Partners.csv("/funds/" + fund + "/receipts/template");

        assertThat(template).contains(contribution + ",00W,CCG allocation,,,");
        sendCsv("/funds/" + fund + "/receipts", template)
                .statusCode(200)
                .body("received", equalTo(0));
    }

    private static io.restassured.response.ValidatableResponse takeBack(
            String contribution, String receipt) {
        return finance()
                .body("{\"reason\": \"Returned by the bank\"}")
                .post(
                        "/api/budget/v1/contributions/{contribution}/receipts/{receipt}/take-back",
                        contribution,
                        receipt)
                .then();
    }
}
