package locality.budget.arrears;

import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Partners.aFundOn;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.contribution;
import static locality.budget.testing.Partners.csv;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.receive;
import static locality.budget.testing.Partners.vary;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import locality.budget.testing.Manchester;
import locality.budget.testing.Pools;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class ArrearsTest {

    @Test
    void agesWhatEachPartnerOwesAndProvesItsSums() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        receive(contribution, 150, "2014-05-20", "BACS 1").then().statusCode(201);

        var total = arrears(fund, "?on=2014-09-01");

        assertThat(total.getLong("ageing.over90DaysPence")).as("May and June").isEqualTo(150);
        assertThat(total.getLong("ageing.days61To90Pence")).as("July: 62 days").isEqualTo(100);
        assertThat(total.getLong("ageing.days31To60Pence")).as("August: 31 days").isEqualTo(100);
        assertThat(total.getLong("ageing.dueOnTheDayPence")).isEqualTo(100);
        assertThat(total.getLong("ageing.notYetDuePence")).isEqualTo(600);
        assertThat(total.getLong("arrearsPence")).isEqualTo(350);
        assertThat(total.getLong("unpaidPence")).as("1200 - 0 - 150").isEqualTo(1_050);
        assertThat(balance(fund, "CONTRIBUTIONS_RECEIVABLE", "2014-09-01"))
                .as("what is late and what is due on the day is what the ledger holds as due")
                .isEqualTo(450);
    }

    @Test
    void saysTheSameOfADayWhateverIsKnownLater() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        var known =
                receive(contribution, 100, "2014-05-20", "BACS 1")
                        .jsonPath()
                        .getString("receipt.recordedAt");
        receive(contribution, 300, "2014-05-21", "BACS 2").then().statusCode(201);
        vary(
                        contribution,
                        """
                        {"annualPence": 1000, "effectiveOn": "2014-08-15", "reason": "Began late",
                         "decisionId": "%s"}
                        """
                                .formatted(
                                        Manchester.approves("contribution", contribution, 1_000)
                                                .reference()))
                .then()
                .statusCode(200);

        assertThat(arrears(fund, "?on=2014-08-14").getLong("annualPence")).isEqualTo(1_200);
        assertThat(arrears(fund, "?on=2014-08-15").getLong("annualPence")).isEqualTo(1_000);
        assertThat(arrears(fund, "?on=2014-05-20").getLong("paidPence")).isEqualTo(100);
        assertThat(arrears(fund, "?on=2014-09-01&knownAt=" + known).getLong("paidPence"))
                .isEqualTo(100);
    }

    @Test
    void saysTheSameOfADayWhenTermsAreSetLaterThatEndThePool() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        var known =
                "&knownAt="
                        + contribution(contribution, "/versions").getString("items[0].recordedAt");
        var before = arrears(fund, "?on=2014-09-15" + known);
        var owedBefore = contribution(contribution, "?on=2014-09-15" + known);

        Pools.endFrom(fund, "2014-06-01");

        assertThat(before.getLong("arrearsPence")).as("April to September").isEqualTo(600);
        assertThat(arrears(fund, "?on=2014-09-15" + known).getMap("ageing"))
                .isEqualTo(before.getMap("ageing"));
        assertThat(contribution(contribution, "?on=2014-09-15" + known).getList("instalments"))
                .isEqualTo(owedBefore.getList("instalments"));
        assertThat(arrears(fund, "?on=2014-09-15").getLong("keptPence")).isEqualTo(1_000);
        assertThat(arrears(fund, "?on=2014-09-15").getLong("arrearsPence")).isEqualTo(200);
    }

    @Test
    void nobodyIsInArrearsWithMoneyThatIsItsOwnToKeep() {
        var fund = aFundOn("ALIGNED");
        monthly(fund, 1_200);

        var total = arrears(fund, "?on=2015-04-30");

        assertThat(total.getLong("keptPence")).isEqualTo(1_200);
        assertThat(total.getLong("unpaidPence")).isZero();
        assertThat(total.getLong("arrearsPence")).isZero();
    }

    @Test
    void listsThoseOfTheCallersLocalitiesAsASheetToo() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);

        assertThat(csv("/arrears?on=2014-05-15"))
                .contains(
                        "E08000003,00W,%s,%s,CCG allocation,1200,0,0,0,1200,1000,0,100,100,0,0,200"
                                .formatted(fund, contribution));
        assertThat(csv("/funds/" + fund + "/arrears?on=2014-05-15").lines()).hasSize(2);
        var rochdale = Tokens.of("finance").from("01D").in(Locality.ROCHDALE);
        assertThat(
                        Manchester.as(rochdale)
                                .get("/api/budget/v1/arrears?on=2014-05-15")
                                .jsonPath()
                                .getList("items"))
                .isEmpty();
        Manchester.as(rochdale)
                .get("/api/budget/v1/funds/{fund}/arrears", fund)
                .then()
                .statusCode(404);
    }

    private static JsonPath arrears(String fund, String query) {
        return finance()
                .get("/api/budget/v1/funds/" + fund + "/arrears" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("total");
    }
}
