package locality.governance.delegation;

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

/// A delegation rests on a decision of the body that grants it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G13")
class GrantingDecisionTest {

    private Manchester manchester;
    private String meeting;
    private int item;

    @BeforeEach
    void tableTheDelegation() {
        manchester = Manchester.in2014();
        meeting = manchester.meets(manchester.governingBody);
        item =
                manchester
                        .secretary
                        .does(
                                "/meetings/%s/items".formatted(meeting),
                                """
                                {"title": "Delegate the pool",
                                 "decision": {"type": "APPROVE", "function": "pooled-budget",
                                              "valuePence": 100, "basis": "POOLED",
                                              "owners": [{"organisation": "%s"}]}}
                                """
                                        .formatted(manchester.ccg))
                        .extract()
                        .path("number");
        manchester.attend(meeting, 4);
    }

    @Test
    void theGrantorsOwnDecisionInEffectGrantsFromItsDayOn() {
        carry();

        grant(manchester.governingBody, decision(), Manchester.DAY)
                .statusCode(201)
                .body("grantingDecision", equalTo(decision()));
        grant(manchester.governingBody, decision(), "2014-05-13")
                .statusCode(422)
                .body("code", equalTo("GRANTING_DECISION_NOT_VALID"))
                .body("takenOn", equalTo(Manchester.DAY))
                .body("effectiveOn", equalTo("2014-05-13"));
    }

    @Test
    void oneThatIsNotInEffectGrantsNothing() {
        grant(manchester.governingBody, decision(), "2014-06-01")
                .statusCode(422)
                .body("code", equalTo("GRANTING_DECISION_NOT_VALID"))
                .body("state", equalTo("TABLED"));
        manchester.vote(meeting, item, Manchester.all(4, "AGAINST"));
        manchester.outcome(meeting, item);
        grant(manchester.governingBody, decision(), "2014-06-01")
                .statusCode(422)
                .body("state", equalTo("LOST"));
    }

    @Test
    void aPaperThatWasNotedGrantsNothing() {
        int noted =
                manchester
                        .secretary
                        .does(
                                "/meetings/%s/items".formatted(meeting),
                                """
                                {"title": "A paper", "decision": {"type": "NOTE"}}
                                """)
                        .extract()
                        .path("number");
        manchester.outcome(meeting, noted);

        grant(manchester.governingBody, meeting + "/" + noted, "2014-06-01")
                .statusCode(422)
                .body("code", equalTo("GRANTING_DECISION_NOT_VALID"))
                .body("state", equalTo("IN_EFFECT"));
    }

    @Test
    void anotherBodysDecisionGrantsNothing() {
        carry();
        manchester.organisation("V" + manchester.ccg, "CCG");
        var other = "V" + manchester.governingBody;
        manchester.body(other, "V" + manchester.ccg, true);

        grant(other, decision(), "2014-06-01")
                .statusCode(422)
                .body("code", equalTo("GRANTING_DECISION_NOT_VALID"))
                .body("takenBy", equalTo("Body " + manchester.governingBody))
                .body("from", equalTo(other));
    }

    @Test
    void theWordsOfAnOlderMinuteAreItsLegalBasis() {
        grant(manchester.governingBody, "Minute 14 of March 2013", "2014-06-01")
                .statusCode(422)
                .body("code", equalTo("GRANTING_DECISION_NOT_VALID"))
                .body("grantingDecision", equalTo("Minute 14 of March 2013"));
        manchester
                .secretary
                .post(
                        "/delegations",
                        """
                        {"from": "%s", "to": "%s", "functions": ["pooled-budget"],
                         "place": "E08000003", "effectiveOn": "2014-06-01",
                         "legalBasis": "Minute 14 of March 2013"}
                        """
                                .formatted(manchester.governingBody, manchester.board))
                .statusCode(201)
                .body("legalBasis", equalTo("Minute 14 of March 2013"));
    }

    private void carry() {
        manchester.vote(meeting, item, Manchester.all(4, "FOR"));
        manchester.outcome(meeting, item);
    }

    private String decision() {
        return meeting + "/" + item;
    }

    private ValidatableResponse grant(String from, String decision, String effectiveOn) {
        return manchester.secretary.post(
                "/delegations",
                """
                {"from": "%s", "to": "%s", "functions": ["pooled-budget"], "place": "E08000003",
                 "effectiveOn": "%s", "grantingDecision": "%s"}
                """
                        .formatted(from, manchester.board, effectiveOn, decision));
    }
}
