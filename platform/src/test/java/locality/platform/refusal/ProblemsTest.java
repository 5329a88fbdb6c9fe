package locality.platform.refusal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.OnInfrastructure;
import locality.platform.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(OnInfrastructure.class)
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ProblemsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"text": "a", "count": 1.5, "amountPence": 1}       | count
                    {"text": "a", "count": 1.0, "amountPence": 1}       | count
                    {"text": "a", "count": 1, "amountPence": 1.5}       | amountPence
                    {"text": "a\\u0000b", "count": 1, "amountPence": 1} | text
                    {"text": "a", "count": 1, "colour": 1}              | colour
                    """)
    void aFieldThatCannotBeReadIsNamed(String body, String field) {
        caller().body(body)
                .post("/test/manners/sum")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("errors.where", equalTo(java.util.List.of(field)));
    }

    @Test
    void aSumThatCannotBeCountedIsRefused() {
        caller().body(
                        """
                        {"text": "a", "count": 1, "amountPence": %d}
                        """
                                .formatted(Long.MAX_VALUE))
                .post("/test/manners/sum")
                .then()
                .statusCode(422)
                .body("code", equalTo("AMOUNT_OUT_OF_RANGE"));
    }

    @Test
    void aTextThatTheDatabaseCannotKeepIsTheCallersFault() {
        caller().queryParam("text", "a\0b")
                .get("/test/manners/stored")
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("detail", containsString("NUL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"55P03", "40P01", "40001"})
    void whoMeetsOthersIsToldToRepeat(String sqlState) {
        caller().queryParam("sqlState", sqlState)
                .get("/test/manners/database")
                .then()
                .statusCode(503)
                .header("Retry-After", "1")
                .body("code", equalTo("BUSY"));
    }

    @Test
    void aNumberTheDatabaseCannotHoldIsRefused() {
        caller().queryParam("sqlState", "22003")
                .get("/test/manners/database")
                .then()
                .statusCode(422)
                .body("code", equalTo("AMOUNT_OUT_OF_RANGE"));
    }

    @Test
    void aFaultOfOursSaysNothingOfItself() {
        caller().queryParam("sqlState", "XX000")
                .get("/test/manners/database")
                .then()
                .statusCode(500)
                .body("code", equalTo("FAULT"))
                .body("sqlState", nullValue());
    }

    private static RequestSpecification caller() {
        return given().auth()
                .oauth2(Tokens.of("finance").in(Locality.MANCHESTER))
                .contentType(ContentType.JSON);
    }
}
