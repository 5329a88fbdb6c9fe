package locality.budget.contribution;

import static locality.budget.testing.Partners.aFundOn;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.receive;
import static locality.budget.testing.SignedAgreements.terminate;
import static locality.budget.worklist.WorklistRows.clear;
import static locality.budget.worklist.WorklistRows.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What partners owe stands on the worklist from a month before its day until it is paid.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class ContributionsWaitingTest {

    @Test
    void anInstalmentWaitsFromAMonthBeforeItsDayUntilItIsPaid() {
        var contribution = monthly(aPooledFund(), 1_200);

        assertThat(rows("2014-03-01", contribution)).isEmpty();
        var due = rows("2014-03-15", contribution);
        assertThat(due).hasSize(1);
        assertThat(due.getFirst())
                .containsEntry("kind", "INSTALMENT_DUE")
                .containsEntry("dueOn", "2014-04-01")
                .containsEntry("overdueDays", 0)
                .containsEntry("amountPence", 100)
                .containsEntry("inWords", "00W owes £1.00 on 2014-04-01: record what it pays")
                .containsEntry("who", "finance");

        clear(rows("2014-04-01", contribution).getFirst()).statusCode(201);
        assertThat(rows("2014-04-01", contribution))
                .extracting(row -> row.get("dueOn"))
                .containsExactly("2014-05-01");
    }

    @Test
    void aPartnerThatIsBehindWaitsWithAllThatIsLateSinceTheOldestDay() {
        var contribution = monthly(aPooledFund(), 1_200);
        receive(contribution, 150, "2014-05-20", "BACS 1").then().statusCode(201);

        var behind =
                rows("2014-08-15", contribution).stream()
                        .filter(row -> "CONTRIBUTION_IN_ARREARS".equals(row.get("kind")))
                        .toList();
        assertThat(behind).hasSize(1);
        assertThat(behind.getFirst())
                .containsEntry("dueOn", "2014-05-01")
                .containsEntry("overdueDays", 106)
                .containsEntry("amountPence", 350)
                .containsEntry(
                        "inWords",
                        "00W is behind with £3.50 of 4 instalments since 2014-05-01: record what"
                                + " it pays");

        clear(behind.getFirst()).statusCode(201);
        assertThat(rows("2014-08-15", contribution))
                .extracting(row -> row.get("kind"))
                .containsExactly("INSTALMENT_DUE");
    }

    @Test
    void nothingWaitsOfWhatIsNotOwedToTheHost() {
        assertThat(rows("2014-08-15", monthly(aFundOn("ALIGNED"), 1_200))).isEmpty();

        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        terminate(fund, "2014-07-01");
        assertThat(rows("2014-12-01", contribution).getFirst()).containsEntry("amountPence", 300);
    }
}
