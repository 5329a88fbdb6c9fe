package locality.budget.agreement;

import static locality.budget.agreement.Agreed.AGREEMENT;
import static locality.budget.agreement.Agreed.aReference;
import static locality.budget.agreement.Agreed.anAgreement;
import static locality.budget.agreement.Agreed.change;
import static locality.budget.testing.Manchester.as;
import static locality.budget.testing.Manchester.finance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.budget.partnership.Tellings;
import locality.budget.testing.SignedAgreements;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B5")
class AgreementResourceTest {

    @Test
    void answersAChangeWithTheTagOfWhatItBecame() {
        var agreement = anAgreement();
        var before = finance().get(AGREEMENT, agreement).header("ETag");

        var changed = change(agreement, "SHADOW", "2015-04-01", before);

        changed.then().statusCode(200).body("bases.basis", contains("ALIGNED", "SHADOW"));
        assertThat(changed.header("ETag"))
                .isNotEqualTo(before)
                .isEqualTo(finance().get(AGREEMENT, agreement).header("ETag"));
    }

    @Test
    void changesNothingForWhoReadAnEarlierVersion() {
        var agreement = anAgreement();
        var before = finance().get(AGREEMENT, agreement).header("ETag");
        change(agreement, "SHADOW", "2015-04-01", before).then().statusCode(200);

        change(agreement, "IN_VIEW", "2016-04-01", before)
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE"));

        finance().get(AGREEMENT, agreement).then().body("basisOn.basis", equalTo("SHADOW"));
    }

    @Test
    void answersHostManagerPowersAndBasisOfADay() {
        var agreement = anAgreement();
        change(agreement, "IN_VIEW", "2015-04-01").then().statusCode(200);

        finance()
                .get(AGREEMENT + "?on=2015-03-31", agreement)
                .then()
                .body("host", equalTo("E08000003"))
                .body("fundManager.post", equalTo("Fund manager"))
                .body("legalPowers", contains("S75"))
                .body("basisOn.basis", equalTo("ALIGNED"));
        finance()
                .get(AGREEMENT + "?on=2014-03-31", agreement)
                .then()
                .body("host", nullValue())
                .body("legalPowers", empty())
                .body("basisOn.basis", nullValue());
    }

    @Test
    void poolsUnderTheSignedVersionAloneThatHoldsThatDay() {
        var reference = aReference();
        var agreement = anAgreement(reference);
        change(agreement, "POOLED", "2015-04-01")
                .then()
                .statusCode(422)
                .body("code", equalTo("VERSION_NOT_SIGNED"))
                .body("agreement", equalTo(reference))
                .body("lastTold", equalTo("nothing"));
        var governance = Tellings.of(reference, Locality.MANCHESTER);
        SignedAgreements.tell(
                governance, governance.version(1, "FOR_RATIFICATION", "2015-01-20", "2015-04-01"));
        change(agreement, "POOLED", "2015-04-01")
                .then()
                .body("lastTold", equalTo("version 1 FOR_RATIFICATION from 2015-01-20"));
        SignedAgreements.tell(
                governance, governance.version(1, "RATIFIED", "2015-03-15", "2015-04-01"));

        change(agreement, "POOLED", "2015-03-01")
                .then()
                .statusCode(422)
                .body("code", equalTo("VERSION_DOES_NOT_HOLD"))
                .body("beginsOn", equalTo("2015-04-01"));
        change(agreement, "POOLED", "2015-04-01")
                .then()
                .statusCode(200)
                .body("basisOn.basis", equalTo("POOLED"))
                .body("agreementVersion", equalTo(1));
    }

    @Test
    void recordsNoPoolWithoutSection75OrAManager() {
        finance()
                .body(Agreed.body(aReference(), "POOLED").replace("\"S75\"", "\"S256\""))
                .post("/api/budget/v1/agreements")
                .then()
                .statusCode(422)
                .body("code", equalTo("MAY_NOT_POOL"))
                .body("lacks", contains("legalPowers S75"));
    }

    @Test
    void keepsNothingOfATry() {
        var agreement = anAgreement();

        finance()
                .queryParam("dryRun", true)
                .body("{\"basis\": \"SHADOW\", \"startsOn\": \"2015-04-01\"}")
                .post(AGREEMENT + "/bases", agreement)
                .then()
                .statusCode(200)
                .body("bases.basis", contains("ALIGNED", "SHADOW"));
        finance()
                .queryParam("dryRun", true)
                .body(Agreed.body("MCR-S75-NEVER", "ALIGNED"))
                .post("/api/budget/v1/agreements")
                .then()
                .statusCode(201);

        finance().get(AGREEMENT, agreement).then().body("bases.basis", contains("ALIGNED"));
        finance().get(AGREEMENT, "MCR-S75-NEVER").then().statusCode(404);
    }

    @Test
    void isNotThereForAnotherPlace() {
        var agreement = anAgreement();
        var rochdale = Tokens.of("finance").from("01D").in(Locality.ROCHDALE);

        as(rochdale).get(AGREEMENT, agreement).then().statusCode(404);
        as(rochdale)
                .body("{\"basis\": \"SHADOW\", \"startsOn\": \"2015-04-01\"}")
                .post(AGREEMENT + "/bases", agreement)
                .then()
                .statusCode(404);
    }
}
