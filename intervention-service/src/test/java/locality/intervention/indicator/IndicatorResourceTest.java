package locality.intervention.indicator;

import static locality.intervention.Service.aReference;
import static locality.intervention.Service.anIndicator;
import static locality.intervention.Service.anIntervention;
import static locality.intervention.Service.as;
import static locality.intervention.Service.get;
import static locality.intervention.Service.post;
import static locality.platform.place.Locality.MANCHESTER;
import static locality.platform.place.Locality.ROCHDALE;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class IndicatorResourceTest {

    @Test
    @Tag("I23")
    void refusesATransformationIndicatorThatIsBusinessAsUsual() {
        define("\"kind\": \"TPI\", \"businessAsUsual\": true, \"outcome\": \"Fewer admissions\"")
                .statusCode(422)
                .body("code", equalTo("BUSINESS_AS_USUAL"));
    }

    @Test
    @Tag("I23")
    void refusesATransformationIndicatorThatChangesNoOutcome() {
        define("\"kind\": \"TPI\"").statusCode(422).body("code", equalTo("OUTCOME_LINK_MISSING"));
    }

    @Test
    @Tag("I23")
    void refusesAnIndicatorWithoutASource() {
        define("\"source\": \"\"").statusCode(400).body("errors[0].where", equalTo("source"));
    }

    @Test
    @Tag("I23")
    void definesATransformationIndicatorOfAnIntervention() {
        var intervention = anIntervention(ROCHDALE);

        define(
                        "\"kind\": \"TPI\", \"outcome\": \"Fewer admissions\", \"intervention\": \"%s\""
                                .formatted(intervention))
                .statusCode(201)
                .body("kind", equalTo("TPI"))
                .body("improvementDirection", equalTo("decrease"))
                .body("target", nullValue());
    }

    @Test
    @Tag("R5")
    void keepsItsSourceAndPublicationSchedule() {
        define("\"target\": 0.95")
                .statusCode(201)
                .body("source", equalTo("NHS England"))
                .body("publicationSchedule", equalTo("monthly, second Thursday"))
                .body("ownerPost", equalTo("Head of performance"))
                .body("target", equalTo(0.95f));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2000", "1234567890123456789", "0.0000000000001"})
    void setsNoTargetThatNoMeasurementCanReach(String target) {
        define("\"target\": " + target).statusCode(400).body("errors[0].where", equalTo("target"));
    }

    @Test
    void namesTheDirectionItCannotRead() {
        define("\"improvementDirection\": \"up\"")
                .statusCode(400)
                .body("detail", containsString("improvementDirection"));
    }

    @Test
    void isHiddenFromAnotherLocality() {
        var indicator = anIndicator(ROCHDALE, "MONTH", "FLOW");

        get(as("analyst", MANCHESTER), "/indicators/" + indicator).statusCode(404);
        get(as("analyst", MANCHESTER), "/indicators?limit=1000")
                .body("items.reference", not(hasItem(indicator)));
        get(as("viewer", ROCHDALE), "/indicators?limit=1000")
                .body("items.reference", hasItem(indicator));
        post(as("programme", ROCHDALE), "/indicators", "{}").statusCode(403);
    }

    /// A good definition, with what is given in place of its own.
    private static ValidatableResponse define(String more) {
        var fields =
                """
                "reference": "%s", "name": "Admissions", "unit": "admissions", "frequency": "MONTH",
                "aggregation": "FLOW", "publicationSchedule": "monthly, second Thursday",
                "ownerPost": "Head of performance", "locality": "E08000005"
                """
                        .formatted(aReference());
        var body = new StringBuilder("{").append(fields).append(", ").append(more);
        if (!more.contains("improvementDirection")) {
            body.append(", \"improvementDirection\": \"decrease\"");
        }
        if (!more.contains("source")) {
            body.append(", \"source\": \"NHS England\"");
        }
        return post(as("analyst", ROCHDALE), "/indicators", body.append('}').toString());
    }
}
