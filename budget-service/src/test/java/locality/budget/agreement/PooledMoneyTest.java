package locality.budget.agreement;

import static locality.budget.agreement.Agreed.AGREEMENT;
import static locality.budget.agreement.Agreed.aReference;
import static locality.budget.agreement.Agreed.anAgreement;
import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFundUnderAnAgreement;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.approve;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import locality.budget.partnership.Tellings;
import locality.budget.testing.Partners;
import locality.budget.testing.SignedAgreements;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
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
    void isPaidOutOfACommitmentOnlyWhileTheAgreementIsInForce() {
        var fund = aFundWithALine("POOLED");
        Partners.monthly(fund, 100_000);
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

        owed(fund, decision, "2014-05-31")
                .statusCode(201)
                .body("effectiveDate", equalTo("2014-05-31"))
                .body("retrospective", equalTo(true));
    }

    private static String aFundWithALine(String basis) {
        var fund = aFundUnderAnAgreement(basis);
        plan(fund, PLAN_HEADER + aLine("Integrated care", 100_000).replace("ALIGNED", basis))
                .statusCode(200);
        approve(fund, approves("fund-plan", fund, 100_000)).statusCode(200);
        return fund;
    }

    private static String aFundUnder(String agreement) {
        var reference = "F-" + Ids.next();
        finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "%s", "name": "Better Care Fund",
                         "kind": "POOLED_FUND", "financialYear": "2014/15", "agreement": "%s",
                         "decisionFunction": "bcf-investment-wave-one"}
                        """
                                .formatted(reference, agreement))
                .post("/api/budget/v1/funds")
                .then()
                .statusCode(201);
        return reference;
    }

    /// A pool as it was recorded while governance was not yet asked.
    private static void pooledBefore(String agreement) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(Postgres.APP, "suite");
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into agreement_terms (id, agreement_id, number, agreement_version,
                      starts_on, legal_powers, host, manager_post, manager_employer, basis,
                      provenance, recorded_at)
                    select gen_random_uuid(), t.agreement_id, 2, 1, '2014-05-01', t.legal_powers,
                      t.host, t.manager_post, t.manager_employer, 'POOLED', t.provenance, now()
                    from agreement_terms t join agreement a on a.id = t.agreement_id
                    where a.reference = '%s'
                    """
                            .formatted(agreement));
        }
    }

    private static String governedAs(String fund) {
        var agreement =
                finance()
                        .get("/api/budget/v1/funds/{fund}", fund)
                        .jsonPath()
                        .getString("agreementId");
        return finance().get(AGREEMENT, agreement).jsonPath().getString("governanceReference");
    }

    private static void terminate(String fund, String on) {
        var governance = Tellings.of(governedAs(fund), Locality.MANCHESTER);
        SignedAgreements.tell(governance, governance.version(1, "TERMINATED", on, "2014-04-01"));
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
        return post(
                fund,
                """
                {"effectiveDate": "%s", "description": "Owed", "decisionId": "%s", "postings": [
                 {"account": "CONTRIBUTIONS_RECEIVABLE", "partner": "00W", "amountPence": 5},
                 {"account": "CONTRIBUTION_INCOME", "partner": "00W", "amountPence": -5}]}
                """
                        .formatted(on, decision));
    }

    private static ValidatableResponse post(String fund, String entry) {
        return finance()
                .body(entry)
                .post("/api/budget/v1/funds/{fund}/journal-entries", fund)
                .then();
    }

    private static ValidatableResponse discharge(String commitment, String on) {
        return finance()
                .body("{\"amountPence\": 1000, \"effectiveDate\": \"%s\"}".formatted(on))
                .post("/api/budget/v1/commitments/{commitment}/discharge", commitment)
                .then();
    }
}
