package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the board approves of £10 or more is key.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class KeyDecisionTest extends TheBoardDecidesToday {

    @BeforeEach
    void tenPoundsAreKey() {
        terms(manchester.board, "2014-04-01", ", \"keyDecisionFromPence\": 1000");
        grantToTheBoard(5_000, "PER_DECISION");
    }

    @Test
    void aKeyDecisionNobodyWasToldOfDoesNotBind() {
        var key = approved(meetsToday(manchester.board), 1_000, "a");

        assertThat(key.getString("state")).isEqualTo("INVALID");
        assertThat(key.getList("validityCodes")).containsExactly("KEY_NOTICE_SHORT");
        assertThat(key.getBoolean("evidence.keyNotice.inTime")).isFalse();
        assertThat(key.getInt("evidence.keyNotice.clearDaysNeeded")).isEqualTo(28);
    }

    @Test
    void aKeyDecisionThatWasOnTheForwardPlanInTimeBindsAndIsOffThePlan() throws SQLException {
        var entry = expected(today().minusDays(29), 2_000);

        var key = tabledAs(entry, 2_000, "a");

        assertThat(key.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(key.getInt("evidence.keyNotice.clearDaysGiven")).isEqualTo(28);
        assertThat(stateOfEntry(entry)).isEqualTo("DECIDED");
        manchester
                .secretary
                .post(
                        "/meetings/%s/items".formatted(meetsToday(manchester.board)),
                        onThePlan(entry, 2_000, "b"))
                .statusCode(409)
                .body("code", equalTo("FORWARD_PLAN_ENTRY_NOT_OPEN"));
    }

    @Test
    void oneThatWasOnItADayTooShortDoesNotBindAndIsExpectedAgain() throws SQLException {
        var entry = expected(today().minusDays(28), 2_000);

        var key = tabledAs(entry, 2_000, "a");

        assertThat(key.getList("validityCodes")).containsExactly("KEY_NOTICE_SHORT");
        assertThat(stateOfEntry(entry)).isEqualTo("PLANNED");
        tabledAs(entry, 2_000, "b");
    }

    @Test
    void anEntryIsTabledForADecisionOfItsOwnBody() throws SQLException {
        var entry = expected(today().minusDays(29), 2_000);

        manchester
                .secretary
                .post(
                        "/meetings/%s/items".formatted(meetsToday(manchester.board)),
                        "{\"title\": \"A talk\", \"forwardPlan\": \"%s\"}".formatted(entry))
                .statusCode(422)
                .body("code", equalTo("EXPECTED_FOR_DECISION"));
        manchester
                .secretary
                .post(
                        "/meetings/%s/items".formatted(meetsToday(manchester.governingBody)),
                        onThePlan(entry, 2_000, "b"))
                .statusCode(422)
                .body("code", equalTo("FORWARD_PLAN_ENTRY_OF_ANOTHER_BODY"));
    }

    @Test
    void anEntryVouchesForNoMoreThanItsValue() throws SQLException {
        var entry = expected(today().minusDays(29), 2_000);

        manchester
                .secretary
                .post(
                        "/meetings/%s/items".formatted(meetsToday(manchester.board)),
                        onThePlan(entry, 2_001, "a"))
                .statusCode(422)
                .body("code", equalTo("FORWARD_PLAN_VALUE_EXCEEDED"))
                .body("plannedPence", equalTo(2_000))
                .body("tabledPence", equalTo(2_001));
    }

    private JsonPath tabledAs(String entry, long pence, String subject) {
        return carried(meetsToday(manchester.board), onThePlan(entry, pence, subject));
    }

    private String onThePlan(String entry, long pence, String subject) {
        return approval(pence, whole(), subject)
                .replace(
                        "\"title\": \"A matter\"",
                        "\"title\": \"A matter\", \"forwardPlan\": \"%s\"".formatted(entry));
    }

    /// An entry of the board's forward plan, key by its value.
    private String expected(LocalDate publishedOn, long pence) throws SQLException {
        var id = UUID.randomUUID();
        var reference = "FP-" + manchester.board;
        execute(
                """
                insert into forward_plan_entry
                  (id, reference, number, title, body_id, body_reference, body_name, locality, place,
                   expected_from, expected_on, key_because, value_pence, documents, state, provenance,
                   version)
                select '%s', '%s', 1, 'A scheme', id, reference, name, locality, locality,
                       current_date, current_date, 'VALUE', %d, '{}', 'PLANNED',
                       '{"kind": "ILLUSTRATIVE"}', 0
                from body where reference = '%s'
                """
                        .formatted(id, reference, pence, manchester.board));
        execute(
                """
                insert into forward_plan_version
                  (entry_id, ordinal, published_on, expected_from, expected_on, recorded_at, provenance)
                values ('%s', 1, '%s', current_date, current_date, now(), '{"kind": "ILLUSTRATIVE"}')
                """
                        .formatted(id, publishedOn));
        return reference;
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String stateOfEntry(String reference) throws SQLException {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select state from forward_plan_entry where reference = ?")) {
            query.setString(1, reference);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Test
    void nothingIsSplitToStayBelowWhatIsKey() {
        var first = approved(meetsToday(manchester.board), 600, "a");
        var second = approved(meetsToday(manchester.board), 400, "a");

        assertThat(first.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(second.getList("validityCodes")).containsExactly("KEY_NOTICE_SHORT");
    }

    @Test
    void oneOfLessValueOrThatOnlyRecommendsIsNotKey() {
        var below = approved(meetsToday(manchester.board), 999, "a");
        var recommended =
                carried(
                        meetsToday(manchester.board),
                        approval(1_000, whole(), "b").replace("APPROVE", "RECOMMEND"));

        assertThat(below.getString("state")).isEqualTo("IN_EFFECT");
        assertThat(below.getMap("evidence.keyNotice")).isNull();
        assertThat(recommended.getString("state")).isEqualTo("IN_EFFECT");
    }
}
