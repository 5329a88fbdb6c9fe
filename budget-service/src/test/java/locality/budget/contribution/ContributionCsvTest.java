package locality.budget.contribution;

import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.contribution;
import static locality.budget.testing.Partners.csv;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.sendCsv;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.budget.testing.Manchester;
import locality.budget.testing.Partners;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ContributionCsvTest {

    private static final String HEADER =
            "partner,source,annualPence,profile,grossPence,clientChargesPence,instalments\n";

    @Test
    void whatWasExportedComesBackAndChangesNothing() {
        var fund = aPooledFund();
        monthly(fund, 1_200);
        send(
                        fund,
                        HEADER
                                + "E08000003,Public"
                                + " health,10000,CUSTOM,,,2014-05-01=6000;2014-10-01=4000\n")
                .statusCode(200)
                .body("added", equalTo(1));

        send(fund, csv("/funds/" + fund + "/contributions"))
                .statusCode(200)
                .body("added", equalTo(0))
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(2));
    }

    @Test
    @Tag("B13")
    void eightPartnersOfTheProgrammeOfficePayFiftyThousandPoundsEach() {
        var fund = Manchester.aFundUnderAnAgreement("POOLED");
        var sheet = new StringBuilder(HEADER);
        for (var partner :
                new String[] {"E08000003", "00W", "01M", "01N", "R0A", "RW3", "RXA", "RM2"}) {
            sheet.append(partner).append(",Programme office,5000000,QUARTERLY_4,,,\n");
        }

        send(fund, sheet.toString()).statusCode(200).body("added", equalTo(8));

        var contributions =
                Manchester.finance()
                        .get("/api/budget/v1/funds/{fund}/contributions", fund)
                        .jsonPath()
                        .getList("items.annualPence", Long.class);
        assertThat(contributions).hasSize(8);
        assertThat(contributions.stream().mapToLong(Long::longValue).sum()).isEqualTo(40_000_000);
        send(fund, sheet.toString()).statusCode(200).body("unchanged", equalTo(8));
    }

    @Test
    void aChangedRowVariesItsContribution() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        var decision = approves("contribution", contribution, 1_500);

        send(fund, changed(contribution, 0, 1_500, decision.reference(), "Winter pressures"))
                .statusCode(200)
                .body("changed", equalTo(1));

        assertThat(contribution(contribution, "").getLong("annualPence")).isEqualTo(1_500);
        assertThat(contribution(contribution, "/versions").getString("items[1].reason"))
                .isEqualTo("Winter pressures");
    }

    @Test
    void aSheetThatLeavesOutTheGrossLeavesItAsItIs() {
        var fund = aPooledFund();
        send(fund, HEADER + "E08000003,Adult social care,50000,QUARTERLY_4,52000,2000,\n")
                .statusCode(200)
                .body("added", equalTo(1));

        send(
                        fund,
                        "partner,source,annualPence,profile\n"
                                + "E08000003,Adult social care,50000,QUARTERLY_4\n")
                .statusCode(200)
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(1));
        send(fund, HEADER + "E08000003,Adult social care,,QUARTERLY_4,52000,2000,\n")
                .statusCode(200)
                .body("unchanged", equalTo(1));
    }

    @Test
    void aChangedRowSentAgainWithItsVersionChangesNothing() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        var decision = approves("contribution", contribution, 1_500);
        var sheet = changed(contribution, 0, 1_500, decision.reference(), "Winter pressures");
        send(fund, sheet).statusCode(200).body("changed", equalTo(1));

        send(fund, sheet).statusCode(200).body("changed", equalTo(0)).body("unchanged", equalTo(1));

        assertThat(contribution(contribution, "").getInt("termsVersion")).isEqualTo(2);
    }

    @Test
    void aRowThatCitesTheDecisionOfThePlanChangesNothingSentAgain() {
        var fund =
                Partners.withALineOn(
                        "POOLED", Manchester.aFundUnderAnAgreement("POOLED"), 1_000_000);
        var decision = approves("fund-plan", fund, 1_000_000);
        Manchester.approve(fund, decision).statusCode(200);
        var sheet =
                """
                partner,source,annualPence,profile,decision,reason
                00W,CCG allocation,1200,MONTHLY_12,%s,As planned
                """
                        .formatted(decision.reference());
        send(fund, sheet).statusCode(200).body("added", equalTo(1));

        send(fund, sheet).statusCode(200).body("changed", equalTo(0)).body("unchanged", equalTo(1));
    }

    @Test
    void namesWhatIsStaleAndWhatBreaksARule() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);

        var decision = approves("contribution", contribution, 1_300).reference();
        send(fund, changed(contribution, 7, 1_300, decision, "Late"))
                .statusCode(400)
                .body("errors.where", contains("line 2, version"))
                .body("errors[0].message", containsString("you read version 7"));
        send(fund, changed(contribution, 0, 1_300, "", "Winter pressures"))
                .statusCode(400)
                .body("errors.where", contains("line 2, decision"))
                .body("errors[0].message", containsString("RISE_NEEDS_A_DECISION"));
        send(fund, changed(contribution, 0, 1_100, "", ""))
                .statusCode(400)
                .body("errors.where", contains("line 2, reason"));
        send(fund, HEADER + "01M,CCG allocation,100,MONTHLY_12,90,1,\n")
                .statusCode(400)
                .body("errors[0].message", containsString("CONTRIBUTION_DOES_NOT_ADD_UP"));

        assertThat(contribution(contribution, "").getInt("termsVersion")).isEqualTo(1);
    }

    @Test
    void theTemplateIsTheEmptySheet() {
        var fund = aPooledFund();

        var template = csv("/funds/" + fund + "/contributions/template");

        assertThat(template).startsWith("reference,version,partner,source,annualPence,profile");
        send(fund, template).statusCode(200).body("added", equalTo(0));
    }

    private static io.restassured.response.ValidatableResponse send(String fund, String sheet) {
        return sendCsv("/funds/" + fund + "/contributions", sheet);
    }

    private static String changed(
            String reference, long version, long annual, String decision, String reason) {
        return """
        reference,version,partner,source,annualPence,profile,decision,reason
        %s,%d,00W,CCG allocation,%d,MONTHLY_12,%s,%s
        """
                .formatted(reference, version, annual, decision, reason);
    }
}
