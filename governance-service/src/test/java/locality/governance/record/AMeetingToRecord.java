package locality.governance.record;

import io.agroal.api.AgroalDataSource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import org.junit.jupiter.api.BeforeEach;

/// A meeting of the governing body on an investment, and the document that is recorded of it.
abstract class AMeetingToRecord {

    static final String WHOLE =
            """
            {"attendance": [{"seat": "S1"}, {"seat": "S2", "arrivedAt": "10:10"},
                            {"seat": "S3", "substitute": "post:deputy", "leftAt": "11:30"},
                            {"seat": "S4", "present": false}],
             "items": [
               {"item": 1, "votedAt": "10:40",
                "interests": [{"seat": "S2", "effect": "DECLARED",
                               "nature": "Governor of the hospital"}],
                "votes": {"S1": "FOR", "S2": "FOR", "S3": "ABSTAIN"},
                "outcome": "BY_VOTES",
                "actions": [{"title": "Sign the agreement", "post": "Chief Officer",
                             "dueOn": "2014-06"}]},
               {"title": "Any other business", "note": "The next meeting is in July"}],
             "close": true}
            """;

    @Inject AgroalDataSource database;

    Manchester manchester;
    Caller secretary;

    @BeforeEach
    void thereIsManchester() {
        manchester = Manchester.in2014();
        secretary = manchester.secretary;
    }

    ValidatableResponse records(String meeting, String document) {
        return secretary.post("/meetings/%s/record".formatted(meeting), document);
    }

    String document(String meeting) {
        return secretary
                .get("/meetings/%s/record".formatted(meeting))
                .statusCode(200)
                .extract()
                .asString();
    }

    /// Noticed, with an investment to approve that the governing body may.
    String meetingOnTheInvestment() {
        return tabledAt(manchester.noticed(manchester.governingBody));
    }

    String tabledAt(String meeting) {
        secretary.does(
                "/meetings/%s/items".formatted(meeting),
                """
                {"title": "Investment",
                 "decision": {"type": "APPROVE", "function": "commissioning", "valuePence": 600,
                              "owners": [{"organisation": "%s"}]}}
                """
                        .formatted(manchester.ccg));
        return meeting;
    }

    /// Every row that a record may write.
    String everything() {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                select concat_ws(' ',
                                  (select count(*) from event_log),
                                  (select count(*) from attendance),
                                  (select count(*) from interest),
                                  (select count(*) from decision_vote),
                                  (select count(*) from decision_outcome),
                                  (select count(*) from agenda_item),
                                  (select count(*) from action),
                                  (select count(*) from item_note),
                                  (select sum(version) from meeting),
                                  (select sum(version) from decision))
                                """);
                var row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
