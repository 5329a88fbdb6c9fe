package locality.governance.action;

import io.restassured.response.ValidatableResponse;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import org.junit.jupiter.api.BeforeEach;

/// Actions of Manchester's board, as tests that go over HTTP take them along.
abstract class ActionsOfManchester {

    Manchester manchester;
    Caller secretary;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
        secretary = manchester.secretary;
    }

    String given(String more) {
        return secretary
                .does(
                        "/actions",
                        "{\"title\": \"An action\", \"post\": \"Chief Officer\", \"body\": \"%s\", %s}"
                                .formatted(manchester.board, more))
                .extract()
                .path("reference");
    }

    ValidatableResponse shown(String action, String query) {
        return secretary
                .get("/actions/" + action + (query.isEmpty() ? "" : "?" + query))
                .statusCode(200);
    }

    ValidatableResponse listed(String query) {
        return secretary
                .get("/actions?body=%s&%s".formatted(manchester.board, query))
                .statusCode(200);
    }
}
