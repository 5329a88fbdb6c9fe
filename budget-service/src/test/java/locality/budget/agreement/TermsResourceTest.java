package locality.budget.agreement;

import static locality.budget.agreement.Agreed.AGREEMENT;
import static locality.budget.agreement.Agreed.aReference;
import static locality.budget.agreement.Agreed.anAgreement;
import static locality.budget.agreement.Agreed.set;
import static locality.budget.agreement.Agreed.terms;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.decision;
import static locality.budget.testing.Manchester.finance;
import static locality.budget.testing.Manchester.governance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import locality.budget.partnership.Tellings;
import locality.budget.testing.SignedAgreements;
import locality.platform.event.BoardEvent.Subject;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B5")
class TermsResourceTest {

    private static final String TERMS = AGREEMENT + "/terms";
    private static final String MANAGER =
            "{\"post\": \"Chief finance officer\", \"employer\": \"01M\"}";
    private static final String SCHEMES =
            """
            , "virementScheme": {"tiers": [
                {"upToPence": 10000000, "yearUpToPence": 25000000, "decides": "FUND_MANAGER"},
                {"decides": "pooled-budget"}]},
              "carryForwardScheme": {"sources": [
                {"source": "CCG allocation", "upToBasisPoints": 500,
                 "decisionFunction": "pooled-budget"}]}
            """;

    @Test
    void holdsWhatIsAgreedFromADayOnAndKeepsWhatHeldBefore() {
        var agreement = anAgreement();
        SignedAgreements.inForce(agreement);

        set(agreement, terms("ALIGNED", "2014-09-15", MANAGER, SCHEMES))
                .then()
                .statusCode(200)
                .body("on", equalTo("2014-09-15"))
                .body("terms.number", equalTo(2))
                .body("terms.host", equalTo("01M"))
                .body("terms.fundManager.post", equalTo("Chief finance officer"))
                .body(
                        "terms.virementScheme.tiers.decides",
                        contains("FUND_MANAGER", "pooled-budget"))
                .body("terms.virementScheme.tiers[0].yearUpToPence", equalTo(25_000_000))
                .body("terms.virementScheme.tiers[1].upToPence", nullValue())
                .body("terms.carryForwardScheme.sources[0].upToBasisPoints", equalTo(500));

        finance()
                .get(TERMS + "?on=2014-09-14", agreement)
                .then()
                .body("terms.number", equalTo(1))
                .body("terms.host", equalTo("E08000003"))
                .body("terms.virementScheme", nullValue());
        finance().get(TERMS + "?on=2014-03-31", agreement).then().body("terms", nullValue());
        finance()
                .get(AGREEMENT + "?on=2014-09-15", agreement)
                .then()
                .body("host", equalTo("01M"))
                .body("basisOn.basis", equalTo("ALIGNED"));
    }

    @Test
    @Tag("B6")
    void answersAsWasKnownAtAMoment() {
        var reference = aReference();
        var agreement = anAgreement(reference);
        var known =
                finance().get(TERMS + "?on=2015-06-01", agreement).jsonPath().getString("knownAt");
        var governance = Tellings.of(reference, Locality.MANCHESTER);
        SignedAgreements.tell(
                governance,
                governance.version(1, "RATIFIED", "2015-07-01", "2015-04-01"),
                governance.version(1, "IN_FORCE", "2015-07-01", "2015-04-01"));
        set(agreement, terms("POOLED", "2015-04-01", MANAGER, "")).then().statusCode(200);

        finance()
                .get(TERMS + "?on=2015-06-01", agreement)
                .then()
                .body("terms.basis", equalTo("POOLED"))
                .body("terms.agreementVersion", equalTo(1))
                .body("inForce.agreementVersion", equalTo(1))
                .body("inForce.signedOn", equalTo("2015-07-01"))
                .body("inForce.retrospective", equalTo(true))
                .body("lastTold.state", equalTo("IN_FORCE"));
        finance()
                .queryParam("knownAt", known)
                .get(TERMS + "?on=2015-06-01", agreement)
                .then()
                .body("terms.basis", equalTo("ALIGNED"))
                .body("inForce", nullValue())
                .body("lastTold", nullValue());
        finance().queryParam("knownAt", "yesterday").get(TERMS, agreement).then().statusCode(400);
    }

    @Test
    void listsWhatGovernanceToldInItsOrder() {
        var reference = aReference();
        var agreement = anAgreement(reference);
        var governance = Tellings.of(reference, Locality.MANCHESTER);
        SignedAgreements.tell(governance, governance.inForce(1, "2014-04-01"));

        var first = finance().get(AGREEMENT + "/versions?limit=3", agreement);
        first.then().body("items.state", contains("DRAFT", "IN_REVIEW", "FOR_RATIFICATION"));
        finance()
                .queryParam("after", first.jsonPath().getString("next"))
                .get(AGREEMENT + "/versions", agreement)
                .then()
                .body("items.state", contains("RATIFIED", "IN_FORCE"))
                .body("items.agreementVersion", contains(1, 1))
                .body("next", nullValue());
    }

    @Test
    void isGovernedUnderAnotherReferenceWhereItSaysSo() {
        var governed = aReference();
        SignedAgreements.inForce(governed);
        var reference = aReference();

        finance()
                .body(
                        Agreed.body(reference, "POOLED")
                                .replace(
                                        "\"name\"",
                                        "\"governanceReference\": \"%s\", \"name\""
                                                .formatted(governed)))
                .post("/api/budget/v1/agreements")
                .then()
                .statusCode(201)
                .body("governanceReference", equalTo(governed))
                .body("basisOn.basis", equalTo("POOLED"));
    }

    @Test
    void saysLaterByWhichReferenceItIsGovernedUntilGovernanceTells() {
        var agreement = anAgreement();
        var governed = aReference();
        SignedAgreements.inForce(governed);

        governedAs(agreement, governed)
                .statusCode(200)
                .body("governanceReference", equalTo(governed))
                .body("inForce.agreementVersion", equalTo(1));
        governedAs(agreement, aReference())
                .statusCode(409)
                .body("code", equalTo("ALREADY_GOVERNED"))
                .body("governanceReference", equalTo(governed));
        governedAs(agreement, governed).statusCode(200);
    }

    @Test
    void takesAManagerAppointedByADecisionAboutTheAgreement() {
        var agreement = anAgreement();
        var appointed = approves("agreement", agreement, 1);
        var other = approves("fund", agreement, 1);

        set(agreement, terms("ALIGNED", "2014-05-01", managerBy(other.reference()), ""))
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_SUBJECT"))
                .body("subjectType", equalTo("fund"));
        set(agreement, terms("ALIGNED", "2014-05-01", managerBy("MCR-NONE"), ""))
                .then()
                .statusCode(409)
                .body("code", equalTo("DECISION_NOT_KNOWN"));
        set(agreement, terms("ALIGNED", "2014-05-01", managerBy(appointed.reference()), ""))
                .then()
                .statusCode(200)
                .body("terms.fundManager.decisionId", equalTo(appointed.decisionId().toString()));
    }

    @Test
    void takesNoVirementSchemeThatNobodySigned() {
        var agreement = anAgreement();
        set(agreement, terms("ALIGNED", "2014-09-15", MANAGER, SCHEMES))
                .then()
                .statusCode(422)
                .body("code", equalTo("VERSION_NOT_SIGNED"))
                .body("agreementVersion", equalTo(1))
                .body("lastTold", equalTo("nothing"));
        SignedAgreements.inForce(agreement);
        set(agreement, terms("ALIGNED", "2014-09-15", MANAGER, SCHEMES)).then().statusCode(200);
        var governance = Tellings.of(agreement, Locality.MANCHESTER);
        SignedAgreements.tell(
                governance, governance.version(1, "TERMINATED", "2015-04-01", "2014-04-01"));

        refused(agreement, terms("ALIGNED", "2015-04-01", MANAGER, ""), "VERSION_DOES_NOT_HOLD");
        set(agreement, terms("ALIGNED", "2015-04-01", MANAGER, SCHEMES)).then().statusCode(200);
    }

    @Test
    void takesNoManagerAppointedByADecisionThatDoesNotBind() {
        var agreement = anAgreement();
        var invalid =
                decision(
                        new Subject("agreement", agreement), "INVALID", 1, null, null, "INQUORATE");
        governance().tell(invalid);
        var asked = terms("ALIGNED", "2014-05-01", managerBy(invalid.reference()), "");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> set(agreement, asked).statusCode() != 409);

        set(agreement, asked)
                .then()
                .statusCode(422)
                .body("code", equalTo("DECISION_NOT_IN_EFFECT"))
                .body("validityCodes", contains("INQUORATE"));
        finance().get(TERMS, agreement).then().body("terms.number", equalTo(1));
    }

    @Test
    void refusesTermsThatDoNotHoldTogether() {
        var agreement = anAgreement();
        refused(agreement, terms("ALIGNED", "2014-05-01", "null", SCHEMES), "NO_FUND_MANAGER");
        refused(
                agreement,
                terms(
                        "ALIGNED",
                        "2014-05-01",
                        MANAGER,
                        SCHEMES.replace("{\"decides\"", "{\"upToPence\": 5, \"decides\"")),
                "TIERS_OUT_OF_ORDER");
        refused(agreement, terms("SHADOW", "2014-05-02", MANAGER, ""), "NOT_A_PERIOD_BOUNDARY");
        refused(agreement, terms("ALIGNED", "2014-04-01", MANAGER, ""), "TERMS_NOT_AFTER_THE_LAST");
        SignedAgreements.inForce(agreement);
        refused(
                agreement,
                terms("ALIGNED", "2014-05-01", MANAGER, ", \"agreementVersion\": 2"),
                "NO_SUCH_VERSION");
        set(agreement, terms("ALIGNED", "2014-05-01", MANAGER, SCHEMES.replace("500,", "10001,")))
                .then()
                .statusCode(400);
        finance().get(TERMS, agreement).then().body("terms.number", equalTo(1));
    }

    @Test
    void keepsNothingOfATry() {
        var agreement = anAgreement();

        finance()
                .queryParam("dryRun", true)
                .body(terms("ALIGNED", "2014-09-15", MANAGER, ""))
                .post(TERMS, agreement)
                .then()
                .statusCode(200)
                .body("terms.number", equalTo(2));

        finance().get(TERMS, agreement).then().body("terms.number", equalTo(1));
    }

    @Test
    void isAppendOnlyForEverybodyInTheDatabase() throws SQLException {
        var reference = aReference();
        anAgreement(reference);
        SignedAgreements.inForce(reference);

        var postgres = Infrastructure.get().postgres();
        for (var role : new String[] {Postgres.APP, Postgres.OWNER}) {
            try (var connection = postgres.as(role, "suite");
                    var statement = connection.createStatement()) {
                for (var table : new String[] {"agreement_terms", "agreement_version_told"}) {
                    for (var change :
                            new String[] {
                                "update %s set provenance = provenance",
                                "delete from %s",
                                "truncate %s"
                            }) {
                        assertThatThrownBy(() -> statement.execute(change.formatted(table)))
                                .as("%s of %s as %s", change, table, role)
                                .isInstanceOf(SQLException.class);
                    }
                }
            }
        }
    }

    @Test
    void holdsItsRulesInTheDatabaseToo() throws SQLException {
        var agreement = anAgreement();
        var wrong =
                Map.of(
                        "2, '2014-03-01', '{S75}', 'ALIGNED'", "do not follow",
                        "3, '2014-05-01', '{S75}', 'ALIGNED'", "do not follow",
                        "2, '2014-05-02', '{S75}', 'SHADOW'", "within a period",
                        "2, '2014-05-01', '{S75}', 'POOLED'",
                                "agreement_terms_pool_under_section_75_with_a_manager",
                        "2, '2014-05-01', '{}', 'ALIGNED'", "agreement_terms_name_a_legal_power");
        try (var connection = Infrastructure.get().postgres().as(Postgres.APP, "suite");
                var statement = connection.createStatement()) {
            wrong.forEach(
                    (values, because) ->
                            assertThatThrownBy(() -> statement.execute(insert(agreement, values)))
                                    .hasMessageContaining(because));
            assertThat(
                            statement.executeUpdate(
                                    insert(agreement, "2, '2014-05-01', '{S75}', 'SHADOW'")))
                    .isEqualTo(1);
        }
    }

    private static String insert(String agreement, String values) {
        return """
        insert into agreement_terms (number, starts_on, legal_powers, basis, id, agreement_id,
          agreement_version, host, provenance, recorded_at)
        select %s, '%s', id, 1, 'E08000003', provenance, now() from agreement where reference = '%s'
        """
                .formatted(values, Ids.next(), agreement);
    }

    private static void refused(String agreement, String terms, String code) {
        set(agreement, terms).then().statusCode(422).body("code", equalTo(code));
    }

    private static ValidatableResponse governedAs(String agreement, String reference) {
        return finance()
                .body("{\"governanceReference\": \"%s\"}".formatted(reference))
                .post(AGREEMENT + "/governed-as", agreement)
                .then();
    }

    private static String managerBy(String decision) {
        return MANAGER.replace("}", ", \"decisionId\": \"%s\"}".formatted(decision));
    }
}
