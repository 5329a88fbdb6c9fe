package locality.budget.laws;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What history is kept in is only inserted into: the run-time role has no right to anything else,
/// and triggers stop its owner.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class AppendOnlyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreement_terms",
                "agreement_version_told",
                "contribution_entry",
                "contribution_movement",
                "contribution_terms",
                "decision_attempt",
                "event_log",
                "event_position",
                "figure_statement",
                "journal_entry",
                "line_basis",
                "plan_approval",
                "plan_version",
                "posting",
                "recycled_saving",
                "saving_taken_back"
            })
    void isOnlyInsertedInto(String table) throws SQLException {
        var column =
                Rows.of(
                                """
                                select column_name from information_schema.columns
                                where table_name = '%s' and is_identity = 'NO' limit 1
                                """
                                        .formatted(table))
                        .getFirst();
        for (var change :
                new String[] {
                    "update %1$s set %2$s = %2$s".formatted(table, column),
                    "delete from %s".formatted(table),
                    "truncate %s cascade".formatted(table)
                }) {
            assertRefused(Postgres.APP, change, "permission denied");
            assertRefused(Postgres.OWNER, change, "keeps what it was told");
        }
    }

    /// A variation that waits becomes what is decided; then it is kept.
    @ParameterizedTest
    @ValueSource(strings = {"delete from commitment_variation", "truncate commitment_variation"})
    void isNeverDeleted(String change) throws SQLException {
        assertRefused(Postgres.APP, change, "permission denied");
        assertRefused(Postgres.OWNER, change, "keeps what it was told");
    }

    private static void assertRefused(String role, String change, String because)
            throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(role, "suite");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> statement.execute(change))
                    .as("%s as %s", change, role)
                    .hasMessageContaining(because);
        }
    }
}
