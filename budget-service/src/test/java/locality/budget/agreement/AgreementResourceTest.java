package locality.budget.agreement;

import static locality.budget.testing.Manchester.as;
import static locality.budget.testing.Manchester.finance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B5")
class AgreementResourceTest {

    private static final String AGREEMENT = "/api/budget/v1/agreements/{agreement}";

    @Test
    void answersAChangeWithTheTagOfWhatItBecame() {
        var agreement = anAgreement();
        var before = finance().get(AGREEMENT, agreement).header("ETag");

        var changed = change(agreement, "2015-04-01", before);

        changed.then().statusCode(200).body("agreementVersion", equalTo(2));
        assertThat(changed.header("ETag"))
                .isNotEqualTo(before)
                .isEqualTo(finance().get(AGREEMENT, agreement).header("ETag"));
    }

    @Test
    void changesNothingForWhoReadAnEarlierVersion() {
        var agreement = anAgreement();
        var before = finance().get(AGREEMENT, agreement).header("ETag");
        change(agreement, "2015-04-01", before).then().statusCode(200);

        change(agreement, "2016-04-01", before)
                .then()
                .statusCode(412)
                .body("code", equalTo("STALE"));

        finance().get(AGREEMENT, agreement).then().body("agreementVersion", equalTo(2));
    }

    @Test
    void isNotThereForAnotherPlace() {
        var agreement = anAgreement();
        var rochdale = Tokens.of("finance").from("01D").in(Locality.ROCHDALE);

        as(rochdale).get(AGREEMENT, agreement).then().statusCode(404);
        as(rochdale)
                .body("{\"basis\": \"POOLED\", \"startsOn\": \"2015-04-01\"}")
                .post(AGREEMENT + "/bases", agreement)
                .then()
                .statusCode(404);
    }

    private static Response change(String agreement, String startsOn, String ifMatch) {
        return finance()
                .header("If-Match", ifMatch)
                .body("{\"basis\": \"POOLED\", \"startsOn\": \"%s\"}".formatted(startsOn))
                .post(AGREEMENT + "/bases", agreement);
    }

    private static String anAgreement() {
        return finance()
                .body(
                        """
                        {"locality": "E08000003", "reference": "MCR-S75-%s",
                         "name": "Section 75 agreement", "legalPowers": ["S75"],
                         "host": "E08000003", "basis": "ALIGNED", "startsOn": "2014-04-01",
                         "fundManager": {"post": "Fund manager", "employer": "E08000003"}}
                        """
                                .formatted(UUID.randomUUID()))
                .post("/api/budget/v1/agreements")
                .then()
                .statusCode(201)
                .extract()
                .path("reference");
    }
}
