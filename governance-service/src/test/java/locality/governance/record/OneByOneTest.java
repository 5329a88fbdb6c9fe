package locality.governance.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import locality.governance.story.Caller;
import locality.governance.story.Manchester;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The same meeting recorded twice: by one call after another, and in one document.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class OneByOneTest {

    @Inject AgroalDataSource database;

    private Manchester one;
    private Manchester other;

    @BeforeEach
    void thereIsManchesterTwice() {
        one = Manchester.in2014();
        other = Manchester.in2014();
    }

    @Test
    @Tag("G22")
    void oneDocumentDecidesAndTellsWhatTheSingleCallsDo() throws SQLException {
        var called = meeting(one);
        var written = meeting(other);

        byCalls(one.secretary, called);
        other.secretary.does("/meetings/%s/record".formatted(written), DOCUMENT).statusCode(200);

        for (int item = 1; item <= 4; item++) {
            assertThat(decision(other, written, item)).isEqualTo(decision(one, called, item));
        }
        assertThat(record(other, written)).isEqualTo(record(one, called));
        var told = told(written, other);
        assertThat(told).isEqualTo(told(called, one));
        assertThat(told)
                .anyMatch(line -> line.matches("governance.meeting-changed.v1 \\d .*\"OPEN\".*"))
                .anyMatch(line -> line.startsWith("governance.decision-taken.v1"))
                .anyMatch(line -> line.startsWith("governance.action-changed.v1"));
    }

    private static final String DOCUMENT =
            """
            {"attendance": [{"seat": "S1"}, {"seat": "S2"}, {"seat": "S3", "arrivedAt": "10:05"},
                            {"seat": "S4", "substitute": "post:deputy"}],
             "items": [
               {"item": 1, "votedAt": "10:20", "votes": {"S1": "FOR", "S2": "FOR", "S3": "AGAINST"},
                "outcome": "BY_VOTES",
                "actions": [{"title": "Sign", "post": "Chief Officer", "dueOn": "2014-06"},
                            {"title": "Report", "post": "Chief Officer"}]},
               {"item": 2, "votedAt": "10:40", "votes": {"S1": "FOR", "S2": "AGAINST"},
                "interests": [{"seat": "S3", "effect": "LEFT", "nature": "Owner"},
                              {"seat": "S4", "effect": "NO_VOTE", "nature": "Partner"}],
                "outcome": "BY_VOTES", "castingVote": "FOR"},
               {"item": 3, "outcome": "DEFERRED"},
               {"item": 4, "outcome": "BY_VOTES"},
               {"title": "Any other business"}],
             "close": true}
            """;

    private static void byCalls(Caller secretary, String meeting) {
        var at = "/meetings/" + meeting;
        secretary.does(at + "/open", "{}");
        secretary.does(
                at + "/attendance",
                """
                {"attendance": [{"member": "S1"}, {"member": "S2"},
                                {"member": "S3", "arrivedAt": "10:05"},
                                {"member": "S4", "substitute": "post:deputy"}]}
                """);
        secretary.does(at + "/items", "{\"title\": \"Any other business\"}");
        var interest = "{\"member\": \"%s\", \"effect\": \"%s\", \"nature\": \"%s\"}";
        secretary.does(at + "/items/2/interests", interest.formatted("S3", "LEFT", "Owner"));
        secretary.does(at + "/items/2/interests", interest.formatted("S4", "NO_VOTE", "Partner"));
        secretary.does(
                at + "/items/1/votes",
                """
                {"votedAt": "10:20",
                 "votes": [{"member": "S1", "vote": "FOR"}, {"member": "S2", "vote": "FOR"},
                           {"member": "S3", "vote": "AGAINST"}]}
                """);
        secretary.does(
                at + "/items/2/votes",
                """
                {"votedAt": "10:40",
                 "votes": [{"member": "S1", "vote": "FOR"}, {"member": "S2", "vote": "AGAINST"}]}
                """);
        secretary.does(at + "/items/1/outcome", "{}");
        secretary.does(at + "/items/2/outcome", "{\"castingVote\": \"FOR\"}");
        secretary.does(at + "/items/3/outcome", "{\"declared\": \"DEFERRED\"}");
        secretary.does(at + "/items/4/outcome", "{}");
        var action = "{\"item\": \"%s/1\", \"title\": \"%s\", \"post\": \"Chief Officer\"%s}";
        secretary.does("/actions", action.formatted(meeting, "Sign", ", \"dueOn\": \"2014-06\""));
        secretary.does("/actions", action.formatted(meeting, "Report", ""));
        secretary.does(at + "/close", "{}");
    }

    /// Noticed: two approvals, a matter to defer, a paper to note.
    private static String meeting(Manchester manchester) {
        var meeting = manchester.noticed(manchester.governingBody);
        for (var title : List.of("Investment", "Contract", "Service")) {
            manchester.secretary.does(
                    "/meetings/%s/items".formatted(meeting),
                    """
                    {"title": "%s",
                     "decision": {"function": "commissioning", "valuePence": 600,
                                  "owners": [{"organisation": "%s"}]}}
                    """
                            .formatted(title, manchester.ccg));
        }
        manchester.secretary.does(
                "/meetings/%s/items".formatted(meeting),
                "{\"title\": \"Paper\", \"decision\": {\"type\": \"NOTE\"}}");
        return meeting;
    }

    private static String decision(Manchester manchester, String meeting, int item) {
        return unnamed(
                manchester,
                manchester
                        .secretary
                        .get("/decisions/%s/%d".formatted(meeting, item))
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    private static String record(Manchester manchester, String meeting) {
        return unnamed(
                manchester,
                manchester
                        .secretary
                        .get("/meetings/%s/record".formatted(meeting))
                        .extract()
                        .asString());
    }

    /// What the log holds of the meeting, its record, its decisions and its actions: of each
    /// subject its events in order.
    private List<String> told(String meeting, Manchester manchester) throws SQLException {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                """
                                with held as (select id from meeting where reference = ?)
                                select type || ' ' || row_number() over (
                                         partition by subject_type, subject_id
                                         order by subject_version)
                                       || ' ' || data as told
                                from event_log, held
                                where (subject_id = held.id::text
                                       or data ->> 'meetingId' = held.id::text)
                                  and type not like '%agenda-written%'
                                  and (data ->> 'state' is null
                                       or data ->> 'state' not in ('PLANNED', 'NOTICED'))
                                """)) {
            query.setString(1, meeting);
            var told = new ArrayList<String>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    told.add(unnamed(manchester, rows.getString("told")));
                }
            }
            return told.stream().sorted().toList();
        }
    }

    private static String unnamed(Manchester manchester, String text) {
        return text.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "id")
                .replace(manchester.governingBody, "GB")
                .replace(manchester.ccg, "CCG")
                .replaceAll("\"recordedAt\":\"[^\"]*\"", "");
    }
}
