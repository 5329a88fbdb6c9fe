package locality.governance.decision;

import static locality.governance.story.Manchester.all;

import io.restassured.response.ValidatableResponse;
import java.util.Map;
import locality.governance.story.Manchester;
import org.junit.jupiter.api.BeforeEach;

/// The board decides under a delegation of up to 1,000 pence a decision, unless a test says
/// otherwise.
abstract class TheBoardDecides {

    Manchester manchester;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
    }

    /// A meeting of the board, which may decide up to a limit.
    String boardWithin(long pence, String limitKind) {
        manchester.secretary.does(
                "/delegations",
                """
                {"from": "%s", "to": "%s", "functions": ["commissioning"], "place": "E08000003",
                 "limitPence": %d, "limitKind": "%s", "maySubDelegate": true,
                 "effectiveOn": "2014-04-01"}
                """
                        .formatted(manchester.governingBody, manchester.board, pence, limitKind));
        return manchester.meets(manchester.board);
    }

    static String whole() {
        return "[{\"organisation\": \"%s\"}]";
    }

    String approval(long pence, String owners, String subject) {
        return """
        {"title": "A matter",
         "decision": {"type": "APPROVE", "function": "commissioning", "valuePence": %d,
                      "owners": %s, "subject": {"type": "service", "id": "%s"}}}
        """
                .formatted(pence, owners.formatted(manchester.ccg), subjectOf(subject));
    }

    private String subjectOf(String name) {
        return manchester.board + name;
    }

    ValidatableResponse post(String meeting, String item) {
        return manchester.secretary.post("/meetings/%s/items".formatted(meeting), item);
    }

    int tabled(String meeting, String item) {
        return manchester
                .secretary
                .does("/meetings/%s/items".formatted(meeting), item)
                .extract()
                .path("number");
    }

    /// Tabled, attended and voted for.
    int ready(String meeting, long pence, String subject) {
        int item = tabled(meeting, approval(pence, whole(), subject));
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));
        return item;
    }

    Map<String, Object> taken(String meeting, int item) {
        manchester.attend(meeting, 3);
        manchester.vote(meeting, item, all(3, "FOR"));
        return manchester.outcome(meeting, item).getMap("$");
    }
}
