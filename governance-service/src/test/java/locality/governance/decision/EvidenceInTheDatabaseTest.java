package locality.governance.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a decision rests on stays as it was, whoever asks the database to change it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class EvidenceInTheDatabaseTest extends TheBoardDecidesToday {

    private String decision;
    private JsonPath taken;

    @BeforeEach
    void aDecisionWasTaken() {
        grantToTheBoard(1_000, "PER_DECISION");
        taken = approved(meetsToday(manchester.board), 600, "a");
        decision = taken.getString("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update decision set evidence = jsonb_set(evidence, '{heldOn}', '\"2014-01-01\"')"
                        + " where id = '%s'",
                "update decision set evidence = null, outcome = null where id = '%s'",
                "update decision set outcome = 'LOST' where id = '%s'",
                "update decision set taken_as = 'NOTE' where id = '%s'",
                "update decision set validity_codes = '{NO_NOTICE}', state = 'INVALID' where id ="
                        + " '%s'",
                "update decision set decided_on = '2014-01-01' where id = '%s'",
                "update decision set type = 'NOTE' where id = '%s'",
                "update decision set locality = 'E08000005' where id = '%s'",
                "update decision set function_code = 'pooled-budget' where id = '%s'",
                "update decision set value_pence = value_pence - 1 where id = '%s'",
                "update decision set basis = 'POOLED' where id = '%s'",
                "update decision set owners = '[]' where id = '%s'",
                "update decision set subject_id = 'another' where id = '%s'",
                "update decision set state = 'TABLED' where id = '%s'",
                "update decision set state = 'RATIFIED' where id = '%s'",
                "update decision set evidence = null, outcome = null, tabling = tabling + 2 where"
                        + " id = '%s'",
                "delete from decision where id = '%s'",
                "delete from decision_vote where decision_id = '%s'",
                "update decision_vote set choice = 'AGAINST' where decision_id = '%s'",
                "update decision_vote set seat = seat || 'x' where decision_id = '%s'",
                "insert into decision_vote (decision_id, tabling, seat, choice) values ('%s', 1,"
                        + " 'S5', 'FOR')",
                "update decision_outcome set explanation = '' where decision_id = '%s'",
                "delete from decision_outcome where decision_id = '%s'",
                "update decision_step set reason = '' where decision_id = '%s'"
            })
    void nobodyChangesItNotEvenTheSuperuser(String change) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as("postgres", "suite");
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = origin");
            assertThatThrownBy(() -> statement.execute(change.formatted(decision)))
                    .isInstanceOf(SQLException.class)
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo("23001");
        }
        assertThat(shown(taken).getMap("evidence")).isEqualTo(taken.getMap("evidence"));
        assertThat(shown(taken).getList("votes")).isEqualTo(taken.getList("votes"));
    }

    @Test
    void theDatabaseLetsADecisionTakeTheStepsOfItsLifeAndNoOthers() throws SQLException {
        try (var connection = Infrastructure.get().postgres().as("postgres", "suite");
                var query = connection.prepareStatement("select decision_may_become(?, ?)")) {
            for (var from : DecisionState.values()) {
                for (var to : DecisionState.values()) {
                    query.setString(1, from.name());
                    query.setString(2, to.name());
                    try (var row = query.executeQuery()) {
                        row.next();
                        assertThat(row.getBoolean(1))
                                .as("%s to %s", from, to)
                                .isEqualTo(writtenNext(from).contains(to));
                    }
                }
            }
        }
    }

    /// What is carried and settled at once is never written as only carried.
    private static Set<DecisionState> writtenNext(DecisionState from) {
        var written = from.next();
        if (from == DecisionState.TABLED) {
            written.addAll(EnumSet.of(DecisionState.IN_EFFECT, DecisionState.INVALID));
        }
        return written;
    }

    /// Evidence frozen before there were routes has not the fields of today's: what becomes of the
    /// decision leaves it as it was.
    @Test
    void whatBecomesOfADecisionLeavesEvidenceOfAnOlderShapeAsItWas() throws SQLException {
        var later = about(taken, manchester.board);
        try (var connection = Infrastructure.get().postgres().as("postgres", "suite");
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute(
                    "update decision set evidence = evidence - '{mode,route,keyNotice}'::text[]"
                            + " where id = '%s'".formatted(decision));
        }

        var rescinded =
                does(
                        taken,
                        "rescind",
                        "{\"byDecision\": \"%s\", \"reason\": \"Why\"}"
                                .formatted(later.getString("id")));

        assertThat(rescinded.getString("state")).isEqualTo("RESCINDED");
        try (var connection = Infrastructure.get().postgres().as("postgres", "suite");
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select evidence ? 'mode' from decision where id = '%s'"
                                        .formatted(decision))) {
            row.next();
            assertThat(row.getBoolean(1)).isFalse();
        }
    }
}
