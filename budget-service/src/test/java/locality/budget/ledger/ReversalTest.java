package locality.budget.ledger;

import static locality.budget.ledger.Books.assertKeepsNothing;
import static locality.budget.ledger.Books.balances;
import static locality.budget.ledger.Books.entry;
import static locality.budget.ledger.Books.post;
import static locality.budget.ledger.Books.reverse;
import static locality.budget.ledger.Books.spend;
import static locality.budget.ledger.Books.under;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.anApprovedFund;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.budget.testing.AtOnce;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

/// An entry is taken back whole, on its own day, and once.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ReversalTest {

    @Test
    void takesAnEntryBackOnceOnItsOwnDay() {
        var fund = anApprovedFund(100_000);
        var posted = post(fund, spend(fund, 70_000)).jsonPath().getString("reference");

        reverse(posted)
                .then()
                .statusCode(201)
                .body("effectiveDate", equalTo("2014-06-30"))
                .body("postings.amountPence", hasItem(-70_000));
        reverse(posted).then().statusCode(409).body("code", equalTo("ALREADY_REVERSED"));

        assertThat(line(fund + "-L01").getLong("spentPence")).isZero();
        balances(fund, "")
                .then()
                .body("items.findAll { it.account == 'SPEND' }.balancePence", hasItem(0));
    }

    @Test
    void takesAnEntryWithoutLinesBackOnceWhenManyAskAtTheSameMoment() throws Exception {
        var fund = aFundWithALine(100_000);
        var posted =
                post(
                                fund,
                                under(
                                        approves("fund", fund, 5),
                                        entry(
                                                """
                                                {"account": "PREPAYMENTS", "amountPence": 5},
                                                {"account": "HOST_CASH", "amountPence": -5}
                                                """)))
                        .jsonPath()
                        .getString("id");

        var statuses = AtOnce.ask(8, () -> reverse(posted).statusCode());

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void triesAReversalOutWithoutKeepingIt() {
        var fund = anApprovedFund(100_000);
        var posted = post(fund, spend(fund, 70_000)).jsonPath().getString("id");

        assertKeepsNothing(
                fund,
                () ->
                        finance()
                                .queryParam("dryRun", true)
                                .body("{\"reason\": \"Paid twice\"}")
                                .post("/api/budget/v1/journal-entries/{entry}/reverse", posted)
                                .then()
                                .statusCode(201)
                                .body("reverses", equalTo(posted)));

        reverse(posted).then().statusCode(201);
    }
}
