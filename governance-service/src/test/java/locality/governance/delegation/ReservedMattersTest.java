package locality.governance.delegation;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import locality.governance.story.Manchester;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// *Living Longer, Living Better: Progress Update*: investments of the first wave rest with each
/// CCG (3.5.5), those of the second with the Health and Wellbeing Board (3.6).
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G16")
class ReservedMattersTest {

    private Manchester manchester;

    @BeforeEach
    void settleManchester() {
        manchester = Manchester.in2014();
    }

    @Test
    void theFirstWaveRestsWithTheCcgAndNobodyElse() {
        asked("bcf-investment-wave-one")
                .body("holders.reference", contains(manchester.governingBody))
                .body("officers", empty())
                .body(refusal(manchester.board), equalTo("RESERVED"));
        granted(manchester.governingBody, manchester.board, "bcf-investment-wave-one")
                .statusCode(422)
                .body("code", equalTo("RESERVED"))
                .body("function", equalTo("bcf-investment-wave-one"))
                .body("place", equalTo("E08000003"));
    }

    @Test
    void theSecondWaveRestsWithTheBoardAndAnotherBodyIsRefused() {
        manchester.body("CWLG-" + manchester.board, manchester.council, false);

        asked("bcf-investment-wave-two")
                .body(
                        "holders.reference",
                        containsInAnyOrder(manchester.governingBody, manchester.board))
                .body(refusal("CWLG-" + manchester.board), equalTo("NO_CHAIN"));
        granted(manchester.board, "CWLG-" + manchester.board, "bcf-investment-wave-two")
                .statusCode(422)
                .body("code", equalTo("NOT_THEIRS_TO_DELEGATE"));
    }

    private ValidatableResponse asked(String function) {
        return manchester
                .secretary
                .get(
                        "/authority?function=%s&place=E08000003&valuePence=279100000&on=%s&owner=%s"
                                .formatted(function, Manchester.DAY, manchester.ccg))
                .statusCode(200);
    }

    private ValidatableResponse granted(String from, String to, String function) {
        return manchester.secretary.post(
                "/delegations",
                """
                {"from": "%s", "to": "%s", "functions": ["%s"], "place": "E08000003",
                 "effectiveOn": "2014-05-01"}
                """
                        .formatted(from, to, function));
    }

    private static String refusal(String body) {
        return "refused.find { it.reference == '%s' }.code".formatted(body);
    }
}
