package locality.governance.register;

import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import locality.governance.story.Caller;
import org.junit.jupiter.api.BeforeEach;

/// What tests of Bury's register say to the service.
abstract class RegisterOfBury {

    Bury bury;
    Caller secretary;

    @BeforeEach
    void thereIsBury() {
        bury = Bury.in2016();
        secretary = bury.secretary;
    }

    ValidatableResponse list(String query, Object... values) {
        return secretary
                .get(
                        "/register-entries?"
                                + query.formatted(
                                        Arrays.stream(values)
                                                .map(value -> encoded(value.toString()))
                                                .toArray()))
                .statusCode(200);
    }

    ValidatableResponse show(String reference) {
        return secretary.get("/register-entries/" + reference).statusCode(200);
    }

    ValidatableResponse does(String reference, String verb, String json) {
        return secretary.does("/register-entries/%s/%s".formatted(reference, verb), json);
    }

    ValidatableResponse post(String reference, String verb, String json) {
        return secretary.post("/register-entries/%s/%s".formatted(reference, verb), json);
    }

    static String encoded(String text) {
        return text.replace(" ", "%20");
    }
}
