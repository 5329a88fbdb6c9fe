package locality.budget.line;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.as;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.plan;
import static locality.budget.testing.Manchester.withALine;
import static locality.budget.testing.SignedAgreements.terminate;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import locality.budget.testing.Partners;
import locality.budget.testing.SignedAgreements;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B5")
class LineBasisResourceTest {

    private static final String BASES = "/api/budget/v1/lines/{line}/bases";

    @Test
    void poolsALineFromAPeriodOnUnderTheAgreementsVersion() {
        var fund = withALine(aFundUnderAnAgreement("POOLED"), 1_000);

        change(fund, "POOLED", "2014-10-01", "")
                .statusCode(200)
                .body("basis", equalTo("POOLED"))
                .body("bases.basis", contains("ALIGNED", "POOLED"))
                .body("bases.startsOn", contains("2014-04-01", "2014-10-01"))
                .body("bases[1].agreementVersion", equalTo(1));

        basisOn(fund, "2014-09-30").body("items[0].basis", equalTo("ALIGNED"));
        basisOn(fund, "2014-10-01").body("items[0].basis", equalTo("POOLED"));
    }

    @Test
    void changesMoreThanOnceInAYear() {
        var fund = withALine(aFundUnderAnAgreement("POOLED"), 1_000);

        change(fund, "POOLED", "2014-10-01", "").statusCode(200);
        change(fund, "SHADOW", "2015-01-01", "")
                .statusCode(200)
                .body("bases.basis", contains("ALIGNED", "POOLED", "SHADOW"))
                .body("bases.startsOn", contains("2014-04-01", "2014-10-01", "2015-01-01"));

        basisOn(fund, "2014-09-30").body("items[0].basis", equalTo("ALIGNED"));
        basisOn(fund, "2014-10-01").body("items[0].basis", equalTo("POOLED"));
        basisOn(fund, "2014-12-31").body("items[0].basis", equalTo("POOLED"));
        basisOn(fund, "2015-01-01")
                .body("items[0].basis", equalTo("SHADOW"))
                .body("items[0].bases.basis", contains("ALIGNED", "POOLED", "SHADOW"));
    }

    @Test
    void poolsOnlyWhereTheAgreementPoolsThatDay() {
        change(withALine(aFundUnderAnAgreement("SHADOW"), 1_000), "POOLED", "2014-10-01", "")
                .statusCode(422)
                .body("code", equalTo("AGREEMENT_DOES_NOT_POOL"))
                .body("agreementBasis", equalTo("SHADOW"))
                .body("startsOn", equalTo("2014-10-01"));
        change(aFundWithALine(1_000), "POOLED", "2014-10-01", "")
                .statusCode(422)
                .body("code", equalTo("AGREEMENT_DOES_NOT_POOL"))
                .body("agreement", nullValue());
    }

    @Test
    void poolsOnlyWhileTheAgreementIsInForce() {
        var fund = withALine(aFundUnderAnAgreement("POOLED"), 1_000);
        terminate(fund, "2014-10-01");

        change(fund, "POOLED", "2014-10-01", "")
                .statusCode(422)
                .body("code", equalTo("AGREEMENT_NOT_IN_FORCE"))
                .body("day", equalTo("2014-10-01"));
        change(fund, "SHADOW", "2014-10-01", "")
                .statusCode(422)
                .body("code", equalTo("NO_AUTHORITY"))
                .body("line", equalTo(fund + "-L01"));
        var decision = approves("fund", fund, 1).reference();
        change(fund, "SHADOW", "2014-10-01", citing(decision))
                .statusCode(200)
                .body("bases[1].agreementVersion", nullValue());
    }

    @Test
    void leavesTheAgreementUnderASignedVersionOrADecisionAlone() {
        var reference = "MCR-S75-" + UUID.randomUUID();
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "name": "Drafted",
                         "legalPowers": ["S75"], "host": "E08000003", "basis": "ALIGNED",
                         "startsOn": "2014-04-01"}
                        """
                                .formatted(reference))
                .post("/api/budget/v1/agreements")
                .then()
                .statusCode(201);
        var fund = withALine(SignedAgreements.aFundUnder(reference), 1_000);

        change(fund, "IN_VIEW", "2014-10-01", "")
                .statusCode(422)
                .body("code", equalTo("NO_AUTHORITY"));
        SignedAgreements.inForce(reference);
        change(fund, "IN_VIEW", "2014-10-01", "")
                .statusCode(200)
                .body("bases[1].agreementVersion", equalTo(1));
    }

    @Test
    @Tag("B6")
    void standsUnderTheVersionThatHoldsThatDay() {
        var fund = withALine(aFundUnderAnAgreement("POOLED"), 1_000);

        change(fund, "POOLED", "2014-10-01", ", \"agreementVersion\": 2")
                .statusCode(422)
                .body("code", equalTo("OTHER_AGREEMENT_VERSION"))
                .body("agreementVersion", equalTo(2))
                .body("versionInForce", equalTo(1));
        change(fund, "POOLED", "2014-10-01", ", \"agreementVersion\": 1").statusCode(200);
    }

    @Test
    void needsADecisionWhereNoAgreementHolds() {
        var fund = aFundWithALine(1_000);

        change(fund, "SHADOW", "2014-10-01", "")
                .statusCode(422)
                .body("code", equalTo("NO_AUTHORITY"))
                .body("line", equalTo(fund + "-L01"));
        var other = approves("fund", "MCR-OTHER-FUND", 1_000);
        change(fund, "SHADOW", "2014-10-01", citing(other.reference()))
                .statusCode(422)
                .body("code", equalTo("DECISION_SUBJECT"));
        var decision = approves("fund", fund, 1_000);
        change(fund, "SHADOW", "2014-10-01", citing(decision.reference()))
                .statusCode(200)
                .body("bases[1].decisionId", equalTo(decision.decisionId().toString()));
    }

    @Test
    void changesFromALaterPeriodOnOnceMoneyIsPromised() {
        var fund = withALine(aFundUnderAnAgreement("POOLED"), 1_000);
        Partners.monthly(fund, 1_000);
        commit(fund, 600).then().statusCode(202).body("basis", equalTo("ALIGNED"));

        change(fund, "POOLED", "2014-05-01", "")
                .statusCode(422)
                .body("code", equalTo("MONEY_MOVED_SINCE"))
                .body("lastMovedOn", equalTo("2014-05-14"));
        change(fund, "POOLED", "2014-06-01", "").statusCode(200);

        commit(fund, 100).then().statusCode(202).body("basis", equalTo("ALIGNED"));
        finance()
                .body(
                        locality.budget.testing.Manchester.commitment(fund, 100, "")
                                .replace("2014-05-14", "2014-06-01"))
                .post("/api/budget/v1/funds/{fund}/commitments", fund)
                .then()
                .statusCode(202)
                .body("basis", equalTo("POOLED"));
    }

    @Test
    void movesMoneyBetweenPartnersOnlyFromTheDayOnWhichTheLineIsPooled() {
        var fund = withALine(aFundUnderAnAgreement("POOLED"), 1_000);
        var decision = approves("fund", fund, 10_000).reference();
        change(fund, "POOLED", "2014-10-01", "").statusCode(200);

        post(fund, decision, "2014-09-30")
                .statusCode(422)
                .body("code", equalTo("NOT_BETWEEN_PARTNERS"))
                .body("basis", equalTo("ALIGNED"));
        post(fund, decision, "2014-10-01").statusCode(201);
    }

    @Test
    void aPlanLeavesABasisAloneThatChangesByDate() {
        var fund = withALine(aFundUnderAnAgreement("POOLED"), 1_000);
        change(fund, "POOLED", "2014-10-01", "").statusCode(200);

        plan(fund, PLAN_HEADER + aLine("Integrated care", 2_000)).statusCode(200);
        plan(fund, PLAN_HEADER + aLine("Integrated care", 2_000).replace("ALIGNED", "SHADOW"))
                .statusCode(400)
                .body("errors.where", contains("line 2, basis"))
                .body("errors.message[0]", containsString("1 changes"));

        basisOn(fund, "2014-10-01").body("items[0].basis", equalTo("POOLED"));
    }

    @Test
    void triesAChangeOutWithoutKeepingIt() {
        var fund = withALine(aFundUnderAnAgreement("POOLED"), 1_000);

        finance()
                .queryParam("dryRun", true)
                .body("{\"basis\": \"POOLED\", \"startsOn\": \"2014-10-01\"}")
                .post(BASES, fund + "-L01")
                .then()
                .statusCode(200)
                .body("basis", equalTo("POOLED"));

        basisOn(fund, "2014-10-01").body("items[0].bases", hasSize(1));
    }

    @Test
    void isNotToBeFoundByAnotherPlace() {
        var fund = withALine(aFundUnderAnAgreement("POOLED"), 1_000);

        as(Tokens.of("finance").in(Locality.ROCHDALE))
                .body("{\"basis\": \"POOLED\", \"startsOn\": \"2014-10-01\"}")
                .post(BASES, fund + "-L01")
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    private static ValidatableResponse change(
            String fund, String basis, String startsOn, String more) {
        return finance()
                .body(
                        "{\"basis\": \"%s\", \"startsOn\": \"%s\"%s}"
                                .formatted(basis, startsOn, more))
                .post(BASES, fund + "-L01")
                .then();
    }

    private static String citing(String decision) {
        return ", \"decisionId\": \"%s\"".formatted(decision);
    }

    private static ValidatableResponse basisOn(String fund, String day) {
        return finance()
                .queryParam("on", day)
                .get("/api/budget/v1/funds/{fund}/lines", fund)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse post(String fund, String decision, String day) {
        return finance()
                .body(
                        """
                        {"effectiveDate": "%s", "description": "Contribution due",
                         "decisionId": "%s", "postings": [
                          {"account": "CONTRIBUTIONS_RECEIVABLE", "partner": "00W",
                           "lineId": "%s-L01", "amountPence": 500},
                          {"account": "HOST_CASH", "amountPence": -500}]}
                        """
                                .formatted(day, decision, fund))
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .then();
    }
}
