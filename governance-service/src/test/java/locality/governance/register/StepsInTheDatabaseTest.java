package locality.governance.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What an entry, a rule and a strategy were on a day stays as it was whoever writes to the
/// database.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class StepsInTheDatabaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update register_entry_step set residual_likelihood = 1",
                "delete from register_entry_step",
                "truncate register_entry_step",
                "update escalation_rule set threshold = 25",
                "delete from escalation_rule",
                "update strategy_step set review_on = null",
                "delete from strategy_step"
            })
    @Tag("G42")
    @Tag("G43")
    @Tag("G56")
    void nobodyChangesAStepNotEvenTheSuperuser(String change) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as("postgres", "suite");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> statement.executeUpdate(change))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("23001"));
            connection.rollback();
        }
    }
}
