package locality.budget.contribution;

import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.receive;
import static locality.budget.testing.Partners.sendCsv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import locality.budget.testing.AtOnce;
import locality.budget.testing.InTheDatabase;
import locality.budget.testing.Partners;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// One line of a bank statement is money that came once, whatever it pays.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class BankLineTest {

    @Test
    void isTakenForOneContributionOfTheFundUntilItIsTakenBack() {
        var fund = aPooledFund();
        var allocation = monthly(fund, 1_200);
        var transfer = alsoMonthly(fund, "00W", "NHS England transfer");
        var taken = receive(allocation, 100, "2014-05-20", "BACS 1");

        receive(transfer, 100, "2014-05-20", "BACS 1")
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_RECEIVED"))
                .body("contribution", equalTo(allocation))
                .body("document", equalTo("BACS 1"))
                .body("amountPence", equalTo(100))
                .body("receivedOn", equalTo("2014-05-20"));
        assertThat(balance(fund, "HOST_CASH", "2014-05-20")).isEqualTo(100);

        takeBack(allocation, taken).statusCode(200);
        receive(transfer, 100, "2014-05-20", "BACS 1").then().statusCode(201);
        assertThat(balance(fund, "HOST_CASH", "2014-05-20")).isEqualTo(100);
    }

    @Test
    void isTakenOnceWhenTwoContributionsAreOfferedItAtOnce() throws Exception {
        var fund = aPooledFund();
        var contributions =
                List.of(monthly(fund, 1_200), alsoMonthly(fund, "00W", "NHS England transfer"));
        var number = new AtomicInteger();

        var answers =
                AtOnce.ask(
                        2,
                        () ->
                                receive(
                                                contributions.get(number.getAndIncrement()),
                                                100,
                                                "2014-05-20",
                                                "BACS 1")
                                        .statusCode());

        assertThat(answers).containsExactlyInAnyOrder(201, 409);
        assertThat(balance(fund, "HOST_CASH", "2014-05-20")).isEqualTo(100);
        InTheDatabase.refuses(
                """
                insert into bank_line (fund_id, document, first_receipt_id)
                select b.fund_id, b.document, b.first_receipt_id
                from bank_line b join fund f on f.id = b.fund_id where f.reference = '%s'
                """
                        .formatted(fund),
                "bank_line_is_taken_once");
    }

    @Test
    void isSplitBetweenContributionsOfAPartnerInOneFile() {
        var fund = aPooledFund();
        var allocation = monthly(fund, 1_200);
        var transfer = alsoMonthly(fund, "00W", "NHS England transfer");
        var file = file(row(allocation, 100, "2014-05-20"), row(transfer, 50, "2014-05-20"));

        send(fund, file)
                .statusCode(200)
                .body("received", equalTo(2))
                .body("receivedPence", equalTo(150));
        send(fund, file).statusCode(200).body("received", equalTo(0)).body("unchanged", equalTo(2));
        assertThat(balance(fund, "HOST_CASH", "2014-05-20")).isEqualTo(150);
        send(fund, Partners.csv("/funds/" + fund + "/receipts"))
                .statusCode(200)
                .body("unchanged", equalTo(2));
    }

    @Test
    void isNotSplitWithMoreLaterNorFreeWhileAPartOfItIsKept() {
        var fund = aPooledFund();
        var allocation = monthly(fund, 1_200);
        var transfer = alsoMonthly(fund, "00W", "NHS England transfer");
        var third = alsoMonthly(fund, "00W", "Programme office");
        send(fund, file(row(allocation, 100, "2014-05-20"), row(transfer, 50, "2014-05-20")))
                .statusCode(200);

        send(fund, file(row(third, 1, "2014-05-20")))
                .statusCode(400)
                .body("errors.where", contains("line 2, document"))
                .body("errors[0].message", containsString("ALREADY_RECEIVED"));
        takeBack(allocation, receiptOf(allocation)).statusCode(200);
        receive(third, 1, "2014-05-20", "BACS 1").then().statusCode(409);
        takeBack(transfer, receiptOf(transfer)).statusCode(200);
        receive(third, 1, "2014-05-20", "BACS 1").then().statusCode(201);
    }

    @Test
    void isPaidByOnePartnerOnOneDay() {
        var fund = aPooledFund();
        var allocation = monthly(fund, 1_200);
        var transfer = alsoMonthly(fund, "00W", "NHS England transfer");
        var council = alsoMonthly(fund, "E08000003", "Adult social care");

        send(
                        fund,
                        file(
                                row(allocation, 100, "2014-05-20"),
                                row(transfer, 50, "2014-05-21"),
                                row(council, 50, "2014-05-20")))
                .statusCode(400)
                .body("errors.where", contains("line 3, document", "line 4, document"))
                .body(
                        "errors.message",
                        contains(
                                "was received on 2014-05-20, as line 2 says, and not on 2014-05-21",
                                "was paid by 00W, as line 2 says, and not by E08000003"));

        assertThat(balance(fund, "HOST_CASH", "2015-03-31")).isZero();
    }

    private static String alsoMonthly(String fund, String partner, String source) {
        return finance()
                .body(
                        """
                        {"partner": "%s", "source": "%s", "annualPence": 1200,
                         "profile": "MONTHLY_12"}
                        """
                                .formatted(partner, source))
                .post("/api/budget/v1/funds/{fund}/contributions", fund)
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }

    private static String file(String... rows) {
        return "contribution,receivedOn,amountPence,document\n" + String.join("", rows);
    }

    private static String row(String contribution, long pence, String on) {
        return "%s,%s,%d,BACS 1\n".formatted(contribution, on, pence);
    }

    private static ValidatableResponse send(String fund, String file) {
        return sendCsv("/funds/" + fund + "/receipts", file);
    }

    private static String receiptOf(String contribution) {
        return Partners.contribution(contribution, "/movements")
                .getString("items.find { it.kind == 'RECEIVED' }.id");
    }

    private static ValidatableResponse takeBack(String contribution, Response taken) {
        return takeBack(contribution, taken.jsonPath().getString("receipt.id"));
    }

    private static ValidatableResponse takeBack(String contribution, String receipt) {
        return finance()
                .body("{\"reason\": \"Returned by the bank\"}")
                .post(
                        "/api/budget/v1/contributions/{contribution}/receipts/{receipt}/take-back",
                        contribution,
                        receipt)
                .then();
    }
}
