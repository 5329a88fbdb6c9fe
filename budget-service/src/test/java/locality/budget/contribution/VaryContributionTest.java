package locality.budget.contribution;

import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.contribution;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.receive;
import static locality.budget.testing.Partners.schedule;
import static locality.budget.testing.Partners.vary;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import locality.budget.testing.Manchester;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class VaryContributionTest {

    @Test
    void variesWhatIsUnpaidFromADayOnAndKeepsEveryVersion() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        receive(contribution, 300, "2014-06-02", "BACS 1").then().statusCode(201);
        var known = contribution(contribution, "/versions").getString("items[0].recordedAt");

        vary(contribution, less(900, approves("contribution", contribution, 900)))
                .then()
                .statusCode(200)
                .body("annualPence", equalTo(900))
                .body("termsVersion", equalTo(2))
                .body("instalments.amountPence", hasItems(100, 67, 66));

        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2014-08-14")).isEqualTo(-500);
        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2014-08-15")).isEqualTo(-434);
        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2015-03-31")).isEqualTo(-900);
        assertThat(contribution(contribution, "?on=2014-08-14").getLong("annualPence"))
                .isEqualTo(1_200);
        assertThat(contribution(contribution, "?on=2014-08-15").getLong("annualPence"))
                .isEqualTo(900);
        assertThat(contribution(contribution, "?on=2014-06-01").getLong("paidPence")).isZero();
        assertThat(contribution(contribution, "?knownAt=" + known).getLong("annualPence"))
                .isEqualTo(1_200);
        assertThat(contribution(contribution, "/versions").getList("items.version", Integer.class))
                .containsExactly(1, 2);
    }

    @Test
    void risesOnlyUnderADecisionThatCoversTheNewAmount() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);

        vary(contribution, more(1_300, ""))
                .then()
                .statusCode(422)
                .body("code", equalTo("RISE_NEEDS_A_DECISION"))
                .body("fromPence", equalTo(1_200))
                .body("annualPence", equalTo(1_300))
                .body("risePence", equalTo(100));
        var tooLittle = approves("contribution", contribution, 1_299);
        vary(contribution, more(1_300, tooLittle.reference()))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_AMOUNT"))
                .body("coveredPence", equalTo(1_299))
                .body("neededPence", equalTo(1_300));
        var enough = approves("contribution", contribution, 1_300);
        vary(contribution, more(1_300, enough.reference()))
                .then()
                .statusCode(200)
                .body("decisionId", equalTo(enough.decisionId().toString()));

        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2030-03-31")).isEqualTo(-1_300);
    }

    @Test
    void whatIsOwedUnderADecisionCountsAgainstItOnce() {
        var fund = aPooledFund();
        var decision = approves("fund", fund, 1_500);
        var contribution =
                schedule(
                                fund,
                                1_200,
                                "\"profile\": \"MONTHLY_12\", \"decisionId\": \"%s\""
                                        .formatted(decision.reference()))
                        .statusCode(201)
                        .extract()
                        .<String>path("reference");
        receive(contribution, 1_000, "2014-06-02", "BACS 1").then().statusCode(201);

        vary(contribution, more(1_500, decision.reference())).then().statusCode(200);
        vary(contribution, more(1_501, decision.reference()))
                .then()
                .statusCode(422)
                .body("neededPence", equalTo(1_501));
    }

    @Test
    void whatWasPostedUnderADecisionStaysUsedWhenAnotherTakesItsPlace() {
        var fund = aPooledFund();
        var first = approves("fund", fund, 1_200).reference();
        var contribution =
                scheduleUnder(fund, "CCG allocation", 1_200, first)
                        .statusCode(201)
                        .extract()
                        .<String>path("reference");
        receive(contribution, 600, "2014-06-02", "BACS 1").then().statusCode(201);
        var second = approves("fund", fund, 1_200).reference();
        vary(contribution, more(1_200, second)).then().statusCode(200);

        scheduleUnder(fund, "Reablement", 1, first)
                .statusCode(422)
                .body("code", equalTo("DECISION_AMOUNT"))
                .body("coveredPence", equalTo(1_200))
                .body("neededPence", equalTo(1_201));
        vary(contribution, more(1_200, first)).then().statusCode(200);
        scheduleUnder(fund, "Reablement", 1_200, second).statusCode(201);
    }

    @Test
    void citesADecisionAboutThePartnersMoneyAlone() {
        var fund = aPooledFund();
        var decision = approves("01M", "fund", fund, 1_500);

        schedule(
                        fund,
                        1_200,
                        "\"profile\": \"MONTHLY_12\", \"decisionId\": \"%s\""
                                .formatted(decision.reference()))
                .statusCode(422)
                .body("code", equalTo("DECISION_OWNER"))
                .body("neededOwner", equalTo("00W"));
    }

    @Test
    void isVariedByNobodyWithoutAnAuthority() {
        var contribution = monthly(aFundUnderAnAgreement("POOLED"), 1_200);

        vary(contribution, less(900, null))
                .then()
                .statusCode(422)
                .body("code", equalTo("NO_AUTHORITY"));

        assertThat(contribution(contribution, "").getInt("termsVersion")).isEqualTo(1);
    }

    @Test
    void neverFallsBelowWhatWasPaid() {
        var contribution = monthly(aPooledFund(), 1_200);
        receive(contribution, 901, "2014-06-02", "BACS 1").then().statusCode(201);

        vary(contribution, less(900, approves("contribution", contribution, 900)))
                .then()
                .statusCode(422)
                .body("code", equalTo("BELOW_WHAT_WAS_PAID"))
                .body("annualPence", equalTo(900))
                .body("paidPence", equalTo(901));
    }

    @Test
    void takesOtherInstalmentsForWhatIsUnpaid() {
        var contribution = monthly(aPooledFund(), 1_200);
        receive(contribution, 150, "2014-06-02", "BACS 1").then().statusCode(201);

        vary(
                        contribution,
                        """
                        {"instalments": [{"dueOn": "2015-03-01", "amountPence": 1050}],
                         "reason": "Paid once the grant has come", "decisionId": "%s"}
                        """
                                .formatted(
                                        approves("contribution", contribution, 1_200).reference()))
                .then()
                .statusCode(200)
                .body("annualPence", equalTo(1_200))
                .body("profile", equalTo("CUSTOM"))
                .body("instalments.amountPence", contains(100, 50, 1_050));
    }

    @Test
    void aTryAndAStaleVersionKeepNothing() {
        var contribution = monthly(aPooledFund(), 1_200);
        var less = less(900, approves("contribution", contribution, 900));
        var tag = contribution(contribution, "").getLong("version");

        Manchester.finance()
                .queryParam("dryRun", true)
                .body(less)
                .post("/api/budget/v1/contributions/{contribution}/vary", contribution)
                .then()
                .statusCode(200)
                .body("annualPence", equalTo(900));
        Manchester.finance()
                .header("If-Match", "\"%d\"".formatted(tag + 7))
                .body(less)
                .post("/api/budget/v1/contributions/{contribution}/vary", contribution)
                .then()
                .statusCode(412);

        assertThat(contribution(contribution, "").getLong("annualPence")).isEqualTo(1_200);
    }

    @Test
    void sayingGrossSaysItAgainWhenTheAmountChanges() {
        var fund = aPooledFund();
        var contribution =
                Manchester.finance()
                        .body(
                                """
                                {"partner": "E08000003", "source": "Adult social care",
                                 "grossPence": 1250, "clientChargesPence": 50,
                                 "profile": "MONTHLY_12"}
                                """)
                        .post("/api/budget/v1/funds/{fund}/contributions", fund)
                        .then()
                        .statusCode(201)
                        .body("annualPence", equalTo(1_200))
                        .extract()
                        .<String>path("reference");

        var decision = approves("E08000003", "contribution", contribution, 900);
        vary(contribution, less(900, decision))
                .then()
                .statusCode(422)
                .body("code", equalTo("GROSS_NOT_SAID"));
        vary(
                        contribution,
                        """
                        {"grossPence": 1000, "clientChargesPence": 100, "reason": "Charges rose",
                         "decisionId": "%s"}
                        """
                                .formatted(decision.reference()))
                .then()
                .statusCode(200)
                .body("annualPence", equalTo(900))
                .body("grossPence", equalTo(1_000))
                .body("clientChargesPence", equalTo(100));
    }

    @Test
    void theDatabaseKeepsWhatWas() throws SQLException {
        var contribution = monthly(aPooledFund(), 1_200);
        receive(contribution, 150, "2014-06-02", "BACS 1").then().statusCode(201);

        for (var change :
                new String[] {
                    "update contribution_terms set annual_pence = 1",
                    "delete from contribution_movement",
                    "delete from contribution_entry"
                }) {
            refused(Postgres.APP, change, "permission denied");
            refused(Postgres.OWNER, change, "keeps what it was told");
        }
        refused(
                Postgres.APP,
                "update contribution_schedule set paid_pence = annual_pence + 1",
                "contribution_schedule_is_paid_no_more_than_it_is");
        refused(
                Postgres.APP,
                "update contribution_schedule set gross_pence = 1, client_charges_pence = 0",
                "contribution_schedule_is_gross_less_client_charges");
    }

    private static void refused(String role, String change, String because) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(role, "suite");
                var statement = connection.createStatement()) {
            Assertions.assertThatThrownBy(() -> statement.execute(change))
                    .hasMessageContaining(because);
        }
    }

    private static String less(long annual, @Nullable DecisionTaken decision) {
        return """
        {"annualPence": %d, "effectiveOn": "2014-08-15", "reason": "The scheme began late"%s}
        """
                .formatted(
                        annual,
                        decision == null
                                ? ""
                                : ", \"decisionId\": \"%s\"".formatted(decision.decisionId()));
    }

    private static ValidatableResponse scheduleUnder(
            String fund, String source, long annual, String decision) {
        return schedule(
                fund,
                "00W",
                source,
                annual,
                "\"profile\": \"MONTHLY_12\", \"decisionId\": \"%s\"".formatted(decision));
    }

    private static String more(long annual, String decision) {
        return """
        {"annualPence": %d, %s "reason": "Winter pressures"}
        """
                .formatted(
                        annual,
                        decision.isEmpty() ? "" : "\"decisionId\": \"%s\",".formatted(decision));
    }
}
