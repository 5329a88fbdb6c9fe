package locality.budget.agreement;

import static locality.budget.agreement.Agreed.AGREEMENT;
import static locality.budget.agreement.Agreed.aReference;
import static locality.budget.agreement.Agreed.anAgreement;
import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.afterDecisions;
import static locality.budget.testing.Manchester.answer;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.governance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static locality.budget.testing.SignedAgreements.aFundUnder;
import static locality.budget.testing.SignedAgreements.agreementOf;
import static locality.budget.testing.SignedAgreements.governedAs;
import static locality.budget.testing.SignedAgreements.pooledBefore;
import static locality.budget.testing.SignedAgreements.terminate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import locality.budget.partnership.Tellings;
import locality.budget.testing.Manchester;
import locality.budget.testing.Partners;
import locality.budget.testing.SignedAgreements;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Pooled money moves while its agreement is in force, as governance tells; other money is each
/// partner's own and asks no agreement.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B5")
class PooledMoneyTest {

    @Test
    void movesOnlyWhileTheAgreementIsInForce() {
        var fund = aFundWithALine("POOLED");
        terminate(fund, "2014-07-01");

        spend(fund, "2014-06-30").statusCode(201);
        spend(fund, "2014-07-01")
                .statusCode(422)
                .body("code", equalTo("AGREEMENT_NOT_IN_FORCE"))
                .body("agreement", equalTo(governedAs(fund)))
                .body("day", equalTo("2014-07-01"))
                .body("lastTold", equalTo("version 1 TERMINATED from 2014-07-01"));
        assertThat(line(fund + "-L01").getLong("spentPence")).isEqualTo(1_000);
    }

    @Test
    void movesBetweenPartnersOnlyWhileTheAgreementIsInForce() {
        var fund = aFundUnderAnAgreement("POOLED");
        terminate(fund, "2014-07-01");
        var decision = approves("fund", fund, 10).reference();

        owed(fund, decision, "2014-06-30").statusCode(201);
        owed(fund, decision, "2014-07-01")
                .statusCode(422)
                .body("code", equalTo("AGREEMENT_NOT_IN_FORCE"));
    }

    @Test
    void isNotPooledOnALineLongerThanItsAgreementIs() {
        var fund = aFundWithALine("POOLED");
        var agreement = agreementOf(fund);
        finance()
                .body("{\"basis\": \"ALIGNED\", \"startsOn\": \"2014-10-01\"}")
                .post(AGREEMENT + "/bases", agreement)
                .then()
                .statusCode(200);
        var decision = approves("fund", fund, 20).reference();

        owedOnTheLine(fund, decision, "2014-09-30").statusCode(201);
        owedOnTheLine(fund, decision, "2014-10-01")
                .statusCode(422)
                .body("code", equalTo("NOT_BETWEEN_PARTNERS"))
                .body("line", equalTo(fund + "-L01"))
                .body("basis", equalTo("ALIGNED"));
        spend(fund, "2014-10-01").statusCode(201);
    }

    @Test
    void isPaidOutOfACommitmentOnlyWhileTheAgreementIsInForce() {
        var fund = aFundWithALine("POOLED");
        var decision = approves("budget-line", fund + "-L01", 5_000).reference();
        var commitment =
                commit(fund, 5_000, ", \"decisionId\": \"%s\"".formatted(decision))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id");
        terminate(fund, "2014-07-01");

        discharge(commitment, "2014-06-30").statusCode(200);
        discharge(commitment, "2014-07-01")
                .statusCode(422)
                .body("code", equalTo("AGREEMENT_NOT_IN_FORCE"));
        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(4_000);
    }

    @Test
    void isPromisedOnlyForDaysOnWhichTheAgreementIsInForce() {
        var fund = aFundWithALine("POOLED");
        terminate(fund, "2014-07-01");

        promise(fund, "2014-06-30").statusCode(202);
        promise(fund, "2014-07-01")
                .statusCode(422)
                .body("code", equalTo("AGREEMENT_NOT_IN_FORCE"))
                .body("day", equalTo("2014-07-01"));
        assertThat(line(fund + "-L01").getLong("requestedPence")).isEqualTo(1_000);
    }

    @Test
    void isPromisedByNoDecisionThatComesWhenTheAgreementIsOver() {
        var fund = aFundWithALine("POOLED");
        var asked = promise(fund, "2014-05-14").statusCode(202).extract().jsonPath();
        terminate(fund, "2014-05-01");

        governance().tell(answer(asked, "IN_EFFECT", 1_000));

        var waiting = afterDecisions(asked.getString("id"), 1);
        assertThat(waiting.getString("state")).isEqualTo("PENDING_APPROVAL");
        assertThat(waiting.getList("attempts[0].reasons"))
                .containsExactly("AGREEMENT_NOT_IN_FORCE");
        assertThat(line(fund + "-L01").getLong("committedPence")).isZero();
    }

    @Test
    void isCarriedOnlyIntoAYearInWhichTheAgreementIsInForce() {
        var fund = aFundWithALine("POOLED");
        var decision = approves("budget-line", fund + "-L01", 5_000).reference();
        var commitment =
                commit(fund, 5_000, ", \"decisionId\": \"%s\"".formatted(decision))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("reference");
        var next = aFundUnder(agreementOf(fund), "2015/16");
        plan(next, PLAN_HEADER + aLine("Integrated care", 100_000).replace("ALIGNED", "POOLED"))
                .statusCode(200);
        Partners.monthly(next, 100_000);
        var carries = approves("commitment", commitment, 5_000).reference();
        terminate(fund, "2015-04-01");

        carry(commitment, next, carries)
                .statusCode(422)
                .body("code", equalTo("AGREEMENT_NOT_IN_FORCE"))
                .body("day", equalTo("2015-04-01"));
        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(5_000);
    }

    @Test
    void asksNoAgreementOfMoneyThatIsEachPartnersOwn() {
        for (var basis : new String[] {"ALIGNED", "SHADOW"}) {
            var fund = aFundWithALine(basis);
            terminate(fund, "2014-07-01");

            spend(fund, "2014-07-01").statusCode(201);
        }
    }

    @Test
    void movesNothingUnderAnAgreementOfWhichGovernanceToldNothing() throws SQLException {
        var reference = anAgreement(aReference());
        pooledBefore(reference);
        var fund = aFundUnder(reference);
        var decision = approves("fund", fund, 10).reference();

        owed(fund, decision, "2014-06-30")
                .statusCode(422)
                .body("code", equalTo("AGREEMENT_NOT_IN_FORCE"))
                .body("lastTold", equalTo("nothing"));
        SignedAgreements.inForce(reference);
        owed(fund, decision, "2014-06-30").statusCode(201);
    }

    @Test
    @Tag("B6")
    void movesForDaysBeforeTheSignatureOnceItIsSigned() throws SQLException {
        var reference = anAgreement(aReference());
        pooledBefore(reference);
        var fund = aFundUnder(reference);
        var decision = approves("fund", fund, 10).reference();
        var governance = Tellings.of(reference, Locality.MANCHESTER);
        SignedAgreements.tell(
                governance, governance.version(1, "FOR_RATIFICATION", "2014-06-01", "2014-04-01"));
        owed(fund, decision, "2014-05-31").statusCode(422);

        SignedAgreements.tell(
                governance,
                governance.version(1, "RATIFIED", "2014-09-01", "2014-04-01"),
                governance.version(1, "IN_FORCE", "2014-09-01", "2014-04-01"));

        var flagged =
                owed(fund, decision, "2014-05-31")
                        .statusCode(201)
                        .body("effectiveDate", equalTo("2014-05-31"))
                        .body("retrospective", equalTo(true))
                        .extract()
                        .<String>path("id");
        finance()
                .body("{\"reason\": \"Owed by another\"}")
                .post("/api/budget/v1/journal-entries/{entry}/reverse", flagged)
                .then()
                .statusCode(201)
                .body("retrospective", equalTo(true));
    }

    private static String aFundWithALine(String basis) {
        var fund = aFundUnderAnAgreement(basis);
        plan(fund, PLAN_HEADER + aLine("Integrated care", 100_000).replace("ALIGNED", basis))
                .statusCode(200);
        approve(fund, approves("fund-plan", fund, 100_000)).statusCode(200);
        Partners.monthly(fund, 100_000);
        return fund;
    }

    private static ValidatableResponse spend(String fund, String on) {
        return post(
                fund,
                """
                {"effectiveDate": "%s", "description": "Reablement",
                 "postings": [{"account": "SPEND", "lineId": "%s-L01", "amountPence": 1000},
                              {"account": "HOST_CASH", "amountPence": -1000}]}
                """
                        .formatted(on, fund));
    }

    private static ValidatableResponse owed(String fund, String decision, String on) {
        return owed(fund, decision, on, "");
    }

    private static ValidatableResponse owedOnTheLine(String fund, String decision, String on) {
        return owed(fund, decision, on, ", \"lineId\": \"%s-L01\"".formatted(fund));
    }

    private static ValidatableResponse owed(
            String fund, String decision, String on, String whereElse) {
        return post(
                fund,
                """
                {"effectiveDate": "%s", "description": "Owed", "decisionId": "%s", "postings": [
                 {"account": "CONTRIBUTIONS_RECEIVABLE", "partner": "00W", "amountPence": 5%s},
                 {"account": "CONTRIBUTION_INCOME", "partner": "00W", "amountPence": -5%s}]}
                """
                        .formatted(on, decision, whereElse, whereElse));
    }

    private static ValidatableResponse post(String fund, String entry) {
        return finance()
                .body(entry)
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .then();
    }

    private static ValidatableResponse promise(String fund, String on) {
        return finance()
                .body(Manchester.commitment(fund, 1_000, "").replace("2014-05-14", on))
                .post(Manchester.commitments(fund))
                .then();
    }

    private static ValidatableResponse carry(String commitment, String fund, String decision) {
        return finance()
                .body(
                        "{\"toLineId\": \"%s-L01\", \"decisionId\": \"%s\"}"
                                .formatted(fund, decision))
                .post("/api/budget/v1/commitments/{commitment}/carry", commitment)
                .then();
    }

    private static ValidatableResponse discharge(String commitment, String on) {
        return finance()
                .body("{\"amountPence\": 1000, \"effectiveDate\": \"%s\"}".formatted(on))
                .post("/api/budget/v1/commitments/{commitment}/discharge", commitment)
                .then();
    }
}
