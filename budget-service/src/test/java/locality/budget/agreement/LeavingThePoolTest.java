package locality.budget.agreement;

import static locality.budget.agreement.Agreed.change;
import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.plan;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.SignedAgreements.agreementOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import locality.budget.contribution.InstalmentsFallDue;
import locality.budget.testing.InTheDatabase;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B5")
class LeavingThePoolTest {

    @Test
    void isPossibleOnlyFromADayAfterContributionsFellDue() {
        var fund = aPooledFund();
        monthly(fund, 1_200);
        InstalmentsFallDue.by(LocalDate.of(2014, 6, 15));
        var agreement = agreementOf(fund);

        refused(agreement, "2014-05-01", "2014-06-01");
        refused(agreement, "2014-06-01", "2014-06-01");
        change(agreement, "ALIGNED", "2014-07-01").then().statusCode(200);

        InstalmentsFallDue.by(LocalDate.of(2014, 8, 15));
        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2014-08-15")).isEqualTo(-300);
    }

    @Test
    void isPossibleOnlyFromADayAfterAPooledLineSpent() {
        var fund = aFundUnderAnAgreement("POOLED");
        var pooled = aLine("Integrated care", 1_000).replace("ALIGNED", "POOLED");
        plan(fund, PLAN_HEADER + pooled + aLine("Carers", 1_000)).statusCode(200);
        approve(fund, approves("fund-plan", fund, 2_000)).statusCode(200);
        spend(fund, "L01", "2014-06-30");
        spend(fund, "L02", "2014-09-30");

        refused(agreementOf(fund), "2014-06-01", "2014-06-30");
        change(agreementOf(fund), "SHADOW", "2014-07-01").then().statusCode(200);
    }

    @Test
    void leavesThePlanOnTheBasisOfTheYearsFirstDay() {
        var fund = aFundUnderAnAgreement("POOLED");
        var pooled = aLine("Integrated care", 1_000).replace("ALIGNED", "POOLED");
        plan(fund, PLAN_HEADER + pooled).statusCode(200);
        approve(fund, approves("fund-plan", fund, 1_000)).statusCode(200);
        spend(fund, "L01", "2014-06-30");
        change(agreementOf(fund), "ALIGNED", "2014-10-01").then().statusCode(200);

        plan(fund, PLAN_HEADER + pooled).statusCode(200).body("unchanged", equalTo(1));
        plan(fund, PLAN_HEADER + pooled.replace("1000", "1100"))
                .statusCode(200)
                .body("changed", equalTo(1))
                .body("plannedPence", equalTo(1_100));
    }

    @Test
    void isAskedOfTheDatabaseToo() {
        var fund = aPooledFund();
        monthly(fund, 1_200);
        InstalmentsFallDue.by(LocalDate.of(2014, 6, 15));

        InTheDatabase.refuses(
                """
                insert into agreement_terms (id, agreement_id, number, agreement_version,
                  starts_on, legal_powers, host, basis, provenance, recorded_at)
                select gen_random_uuid(), id, 2, 1, '2014-06-01', '{S75}', 'E08000003',
                  'ALIGNED', provenance, now()
                from agreement where reference = '%s'
                """
                        .formatted(agreementOf(fund)),
                "agreement_terms_leave_the_pool_after_its_money_moved");
    }

    private static void refused(String agreement, String startsOn, String lastMovedOn) {
        change(agreement, "ALIGNED", startsOn)
                .then()
                .statusCode(422)
                .body("code", equalTo("MONEY_MOVED_SINCE"))
                .body("agreement", equalTo(agreement))
                .body("basis", equalTo("ALIGNED"))
                .body("startsOn", equalTo(startsOn))
                .body("lastMovedOn", equalTo(lastMovedOn));
        finance()
                .get(Agreed.AGREEMENT + "?on=" + startsOn, agreement)
                .then()
                .body("basisOn.basis", equalTo("POOLED"));
    }

    private static void spend(String fund, String line, String on) {
        finance()
                .body(
                        """
                        {"effectiveDate": "%s", "description": "Paid", "postings": [
                          {"account": "SPEND", "lineId": "%s-%s", "amountPence": 10},
                          {"account": "HOST_CASH", "amountPence": -10}]}
                        """
                                .formatted(on, fund, line))
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .then()
                .statusCode(201);
    }
}
