package locality.intervention.theme;

import static locality.intervention.Service.aReference;
import static locality.intervention.Service.as;
import static locality.intervention.Service.get;
import static locality.intervention.Service.post;
import static locality.platform.place.Locality.GREATER_MANCHESTER;
import static locality.platform.place.Locality.MANCHESTER;
import static locality.platform.place.Locality.ROCHDALE;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("I1")
class ThemeResourceTest {

    @Test
    void putsAThemeOnRecordUnderOneOfGreaterManchestersFive() {
        var pillar = aReference();

        record(pillar, "PILLAR", ROCHDALE, "\"gmTheme\": \"COMMUNITY_BASED_CARE\"")
                .statusCode(201)
                .header("ETag", equalTo("\"0\""))
                .body("state", equalTo("ACTIVE"))
                .body("gmThemeName", equalTo("Transforming community based care & support"))
                .body("provenance.kind", equalTo("STATED"))
                .body("provenance.document", equalTo("Entered by E08000003"));
        get(as("viewer", ROCHDALE), "/themes/" + pillar)
                .statusCode(200)
                .body("kind", equalTo("PILLAR"))
                .body("parent", nullValue());
    }

    @Test
    void inheritsGreaterManchestersThemeFromItsParent() {
        var pillar = aReference();
        record(pillar, "PILLAR", ROCHDALE, "\"gmTheme\": \"BACK_OFFICE\"").statusCode(201);

        record(aReference(), "PRIORITY", ROCHDALE, "\"parent\": \"%s\"".formatted(pillar))
                .statusCode(201)
                .body("gmTheme", equalTo("BACK_OFFICE"));
    }

    @Test
    void putsNoPillarUnderAPillar() {
        var pillar = aReference();
        record(pillar, "PILLAR", ROCHDALE, "\"gmTheme\": \"BACK_OFFICE\"").statusCode(201);

        record(aReference(), "PILLAR", ROCHDALE, "\"parent\": \"%s\"".formatted(pillar))
                .statusCode(422)
                .body("code", equalTo("WRONG_PARENT"))
                .body("parentKind", equalTo("PILLAR"));
    }

    @Test
    void refusesAReferenceThatIsTaken() {
        var reference = aReference();
        record(reference, "PILLAR", ROCHDALE, "\"gmTheme\": \"BACK_OFFICE\"").statusCode(201);

        record(reference, "PILLAR", ROCHDALE, "\"gmTheme\": \"BACK_OFFICE\"")
                .statusCode(409)
                .body("code", equalTo("REFERENCE_TAKEN"));
    }

    @Test
    void takesNothingNewOnceItIsRetired() {
        var theme = aReference();
        record(theme, "THEME", ROCHDALE, "\"gmTheme\": \"BACK_OFFICE\"").statusCode(201);

        post(as("programme", ROCHDALE), "/themes/%s/retire".formatted(theme), "{}")
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("RETIRED"));

        post(as("programme", ROCHDALE), "/themes/%s/retire".formatted(theme), "{}")
                .statusCode(409)
                .body("code", equalTo("THEME_RETIRED"));
        post(
                        as("programme", ROCHDALE),
                        "/interventions",
                        """
                        {"reference": "%s", "name": "Too late", "locality": "E08000005", "themes": ["%s"]}
                        """
                                .formatted(aReference(), theme))
                .statusCode(409)
                .body("code", equalTo("THEME_RETIRED"));
    }

    @Test
    void standsUnderGreaterManchestersOwnThemesToo() {
        var theme = aReference();
        record(theme, "THEME", GREATER_MANCHESTER, "\"gmTheme\": \"ENABLING_BETTER_CARE\"")
                .statusCode(201);

        post(
                        as("programme", ROCHDALE),
                        "/interventions",
                        """
                        {"reference": "%s", "name": "One of ten", "locality": "E08000005", "themes": ["%s"]}
                        """
                                .formatted(aReference(), theme))
                .statusCode(201)
                .body("themes[0].gmTheme", equalTo("ENABLING_BETTER_CARE"));
        get(as("viewer", ROCHDALE), "/themes?limit=1000")
                .statusCode(200)
                .body("items.reference", hasItem(theme));
    }

    @Test
    void isNotSeenFromAnotherLocality() {
        var theme = aReference();
        record(theme, "THEME", ROCHDALE, "\"gmTheme\": \"BACK_OFFICE\"").statusCode(201);

        get(as("programme", MANCHESTER), "/themes/" + theme).statusCode(404);
        get(as("programme", MANCHESTER), "/themes?locality=E08000005&limit=1000")
                .statusCode(200)
                .body("items.reference", not(hasItem(theme)));
        post(as("programme", MANCHESTER), "/themes/%s/retire".formatted(theme), "{}")
                .statusCode(404);
    }

    private static ValidatableResponse record(
            String reference, String kind, Locality locality, String more) {
        return post(
                as("programme", locality),
                "/themes",
                """
                {"reference": "%s", "name": "A theme", "kind": "%s", "locality": "%s", %s}
                """
                        .formatted(reference, kind, locality, more));
    }
}
