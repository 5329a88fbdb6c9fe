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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"text": "a", "count": 1.5, "amountPence": 1}   | must be a whole number of no more than 32 bits
                    {"text": "a", "count": 1, "amountPence": 1.5}   | must be a whole number of no more than 64 bits
                    {"text": "a", "count": 1, "amountPence": "ten"} | must be a whole number of no more than 64 bits
                    {"text": "a", "count": 1, "amountPence": 99999999999999999999} | must be a whole number of no more than 64 bits
                    {"text": "a", "day": "lately"}                  | must be a date, as in 2014-05-14
                    {"text": "a", "verb": "SHOUT"}                  | must be one of ADD, TAKE
                    {"text": "a", "sure": "maybe"}                  | must be true or false
                    {"text": "a", "days": "2014-05-14"}             | must be a list
                    """)
    void whatItShouldBeIsSaidInTheWordsOfTheSender(String body, String message) {
        caller().body(body)
                .post("/test/manners/sum")
                .then()
                .statusCode(400)
                .body("errors.message", equalTo(java.util.List.of(message)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    limit=ten      | limit  | must be a whole number of no more than 32 bits
                    limit=0        | limit  | must be greater than or equal to 1
                    on=lately      | on     | must be a date, as in 2014-05-14
                    known=today    | known  | must be an instant, as in 2014-05-14T10:30:00Z
                    id=7           | id     | must be an id, as in 01930b2a-0120-7c3e-9a41-5b7d2e8f2120
                    verb=SHOUT     | verb   | must be one of ADD, TAKE
                    sure=maybe     | sure   | must be true or false
                    code=00w       | code[0] | must be in capitals
                    year=14        | year   | A financial year is written like 2014/15, not 14
                    place=Narnia   | place  | Narnia is not a locality of Greater Manchester; the ten are E08000001 to E08000010, all of it is E47000001
                    """)
    void aParameterThatCannotBeReadIsNamed(String query, String where, String message) {
        caller().get("/test/manners/asked?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("MALFORMED"))
                .body("errors.where", equalTo(java.util.List.of(where)))
                .body("errors.message", equalTo(java.util.List.of(message)));
    }

    @Test
    void parametersThatCanBeReadAre() {
        caller().get(
                        "/test/manners/asked?limit=2&on=2014-05-14&verb=ADD&sure=true&year=2014/15&place=E08000003&id=")
                .then()
                .statusCode(200)
                .body(equalTo("2 2014-05-14 ADD true 2014/15 E08000003 null"));
        caller().get("/test/manners/asked")
                .then()
                .statusCode(200)
                .body(equalTo("1 null null false null null null"));
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
