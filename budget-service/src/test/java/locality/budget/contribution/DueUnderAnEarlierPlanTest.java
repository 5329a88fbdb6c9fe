package locality.budget.contribution;

import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.contribution;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.receive;
import static locality.budget.testing.Partners.schedule;
import static locality.budget.testing.Partners.sendCsv;
import static locality.budget.testing.Partners.withALineOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A plan of £100m let partners owe £90m and £10m, of which a half fell due; then one of £99.9m is
/// approved. What the ledger holds as due stays receivable, and the rest of the last waits.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class DueUnderAnEarlierPlanTest {

    private static final LocalDate SEPTEMBER = LocalDate.of(2014, 9, 15);
    private static final long MILLION = 100_000_000;
    private static final long FELL_DUE = 500_000_002;

    @Inject PostWhatFellDue postWhatFellDue;

    @Test
    void isReceivedThroughABankFileThoughALaterPlanIsSmaller() {
        var fund = aFundOf100Million();
        var first = monthly(fund, 90 * MILLION);
        var last = last(fund);
        postWhatFellDue.handle(SEPTEMBER);
        replan(fund);

        receive(last, FELL_DUE + 1, "2014-09-10", "BACS 4")
                .then()
                .statusCode(422)
                .body("code", equalTo("PLAN_DOES_NOT_COVER"))
                .body("othersPence", equalTo(90 * MILLION))
                .body("overPence", equalTo(10_000_000));
        sendCsv(
                        "/funds/" + fund + "/receipts",
                        """
                        contribution,receivedOn,amountPence,document
                        %s,2014-09-10,4500000000,BACS 1
                        %s,2014-09-10,416666669,BACS 2
                        %s,2014-09-11,83333333,BACS 3
                        """
                                .formatted(first, last, last))
                .statusCode(200)
                .body("received", equalTo(3))
                .body("receivedPence", equalTo(4_500_000_000L + FELL_DUE));

        assertThat(contribution(last, "").getLong("paidPence")).isEqualTo(FELL_DUE);
        assertThat(contribution(last, "").getList("instalments.posted", Boolean.class))
                .filteredOn(posted -> posted)
                .as("nothing more fell due")
                .hasSize(6);
        assertThat(balance(fund, "CONTRIBUTIONS_RECEIVABLE", "2014-09-30")).isZero();
        receive(last, 1, "2014-09-15", "BACS 4")
                .then()
                .statusCode(422)
                .body("code", equalTo("PLAN_DOES_NOT_COVER"));
    }

    private static String aFundOf100Million() {
        var fund = withALineOn("POOLED", aFundUnderAnAgreement("POOLED"), 100 * MILLION);
        approve(fund, approves("fund-plan", fund, 100 * MILLION)).statusCode(200);
        return fund;
    }

    private static String last(String fund) {
        return schedule(fund, "00W", "Reablement", 10 * MILLION, "\"profile\": \"MONTHLY_12\"")
                .statusCode(201)
                .extract()
                .path("reference");
    }

    private static void replan(String fund) {
        var pence = 100 * MILLION - 10_000_000;
        withALineOn("POOLED", fund, pence);
        approve(fund, approves("fund-plan", fund, pence)).statusCode(200);
    }
}
