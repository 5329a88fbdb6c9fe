package locality.governance.decision;

import static locality.governance.story.Manchester.all;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import locality.governance.story.Manchester;
import org.junit.jupiter.api.BeforeEach;

/// The board decides under a delegation of up to 1,000 pence a decision, unless a test says
/// otherwise.
abstract class TheBoardDecides {

    static final String FAR_AHEAD = "2999-01-01T00:00:00Z";

    @Inject AgroalDataSource database;

    Manchester manchester;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
    }

    /// A meeting of the board, which may decide up to a limit.
    String boardWithin(long pence, String limitKind) {
        grantToTheBoard(pence, limitKind);
        return manchester.meets(manchester.board);
    }

    void grantToTheBoard(long pence, String limitKind) {
        manchester.secretary.does(
                "/delegations",
                """
                {"from": "%s", "to": "%s", "functions": ["commissioning"], "place": "E08000003",
                 "limitPence": %d, "limitKind": "%s", "maySubDelegate": true,
                 "effectiveOn": "2014-04-01"}
                """
                        .formatted(manchester.governingBody, manchester.board, pence, limitKind));
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

    /// Up to where the record reaches once everything told so far has its position.
    Instant reached() {
        await().atMost(Duration.ofSeconds(30)).until(this::nothingIsPending);
        return Instant.parse(
                manchester
                        .secretary
                        .get(
                                "/authority?function=commissioning&place=E08000003&valuePence=100"
                                        + "&on=2014-05-14&owner=%s&knownAt=%s"
                                                .formatted(manchester.ccg, FAR_AHEAD))
                        .statusCode(200)
                        .extract()
                        .path("knownAt"));
    }

    private boolean nothingIsPending() throws SQLException {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select not exists (select from event_pending)");
                var row = query.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
