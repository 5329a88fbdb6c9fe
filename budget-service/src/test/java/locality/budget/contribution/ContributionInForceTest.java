package locality.budget.contribution;

import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.withALine;
import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.contribution;
import static locality.budget.testing.Partners.monthly;
import static locality.budget.testing.Partners.monthlyByDecision;
import static locality.budget.testing.Partners.receipt;
import static locality.budget.testing.Partners.receive;
import static locality.budget.testing.Partners.sendCsv;
import static locality.budget.testing.SignedAgreements.aFundUnder;
import static locality.budget.testing.SignedAgreements.governedAs;
import static locality.budget.testing.SignedAgreements.pooledBefore;
import static locality.budget.testing.SignedAgreements.terminate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import locality.budget.partnership.Tellings;
import locality.budget.testing.SignedAgreements;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Partners owe the host only for days on which their agreement is in force, as governance tells.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class ContributionInForceTest {

    private static final LocalDate JUNE = LocalDate.of(2014, 6, 15);
    private static final LocalDate NEXT_YEAR = LocalDate.of(2015, 4, 1);

    @Inject PostWhatFellDue postWhatFellDue;

    @Test
    void nothingIsReceivedForADayOnWhichTheAgreementIsNotInForce() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        terminate(fund, "2014-07-01");
        receive(contribution, 300, "2014-06-30", "BACS 1").then().statusCode(201);

        receive(contribution, 100, "2014-07-01", "BACS 2")
                .then()
                .statusCode(422)
                .body("code", equalTo("AGREEMENT_NOT_IN_FORCE"))
                .body("agreement", equalTo(governedAs(fund)))
                .body("day", equalTo("2014-07-01"))
                .body("lastTold", equalTo("version 1 TERMINATED from 2014-07-01"));

        assertThat(balance(fund, "HOST_CASH", "2015-03-31")).isEqualTo(300);
    }

    @Test
    void aBankFileNamesTheRowOfSuchADay() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        terminate(fund, "2014-07-01");

        sendCsv(
                        "/funds/" + fund + "/receipts",
                        "contribution,receivedOn,amountPence,document\n%1$s,2014-06-30,300,BACS 1\n%1$s,2014-07-01,100,BACS 2\n"
                                .formatted(contribution))
                .statusCode(400)
                .body("errors.where", contains("line 3, receivedOn"));
    }

    @Test
    void whatFallsDueAfterTheAgreementsEndIsNotOwedAndHoldsNothingUp() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        terminate(fund, "2014-07-01");

        postWhatFellDue.handle(NEXT_YEAR);

        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2015-03-31")).isEqualTo(-300);
        finance()
                .body(receipt(301, "2014-06-30", "BACS 1"))
                .post("/api/budget/v1/contributions/{contribution}/receipts", contribution)
                .then()
                .statusCode(422)
                .body("code", equalTo("MORE_THAN_IS_LEFT"));
        finance()
                .get("/api/budget/v1/funds/{fund}/arrears?on=2015-03-31", fund)
                .then()
                .statusCode(200)
                .body("total.keptPence", equalTo(900))
                .body("total.arrearsPence", equalTo(300));
    }

    @Test
    void whatFellDueStaysDueWhenTheEndIsToldLater() {
        var fund = aPooledFund();
        var contribution = monthly(fund, 1_200);
        postWhatFellDue.handle(JUNE);

        terminate(fund, "2014-05-15");
        postWhatFellDue.handle(NEXT_YEAR);

        assertThat(balance(fund, "CONTRIBUTION_INCOME", "2015-03-31")).isEqualTo(-300);
        assertThat(contribution(contribution, "/movements").getList("items.effectiveOn"))
                .containsExactly("2014-04-01", "2014-05-01", "2014-06-01");
        finance()
                .get("/api/budget/v1/funds/{fund}/arrears?on=2015-03-31", fund)
                .then()
                .body("total.arrearsPence", equalTo(300));
    }

    @Test
    @Tag("B6")
    void whatFellDueBeforeTheSignatureWaitsForItAndIsFlagged() throws SQLException {
        var agreement = anAgreementOfWhichNothingIsTold();
        var fund = withALine(aFundUnder(agreement), 1_000);
        approve(fund, approves("fund-plan", fund, 1_000)).statusCode(200);
        var contribution = monthlyByDecision(fund, 1_200);
        postWhatFellDue.handle(JUNE);
        assertThat(contribution(contribution, "/movements").getList("items")).isEmpty();

        var governance = Tellings.of(agreement, Locality.MANCHESTER);
        SignedAgreements.tell(
                governance,
                governance.version(1, "RATIFIED", "2014-09-01", "2014-04-01"),
                governance.version(1, "IN_FORCE", "2014-09-01", "2014-04-01"));
        postWhatFellDue.handle(JUNE);
        receive(contribution, 50, "2014-05-20", "BACS 1").then().statusCode(201);
        receive(contribution, 50, "2014-10-20", "BACS 2").then().statusCode(201);

        assertThat(retrospective(fund, "2014-05-01")).isTrue();
        assertThat(retrospective(fund, "2014-06-01")).isTrue();
        assertThat(retrospective(fund, "2014-05-20")).isTrue();
        assertThat(retrospective(fund, "2014-10-01")).isFalse();
        assertThat(retrospective(fund, "2014-10-20")).isFalse();
    }

    /// Terms that pool from May 2014, as they were before governance was asked.
    ///
    /// @return the agreement's reference
    private static String anAgreementOfWhichNothingIsTold() throws SQLException {
        var reference = "MCR-S75-" + UUID.randomUUID();
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "name": "Section 75 agreement",
                         "legalPowers": ["S75"], "host": "E08000003", "basis": "ALIGNED",
                         "fundManager": {"post": "Pooled fund manager", "employer": "E08000003"},
                         "startsOn": "2014-04-01"}
                        """
                                .formatted(reference))
                .post("/api/budget/v1/agreements")
                .then()
                .statusCode(201);
        pooledBefore(reference);
        return reference;
    }

    /// Whether the entry of a day, the only one of a fund, is flagged.
    private static boolean retrospective(String fund, String day) {
        return finance()
                .get("/api/budget/v1/funds/{fund}/journal-entries?limit=200", fund)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getBoolean("items.find { it.effectiveDate == '%s' }.retrospective".formatted(day));
    }
}
