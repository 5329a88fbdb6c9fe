package locality.budget.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.Objects;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.postgresql.util.PSQLException;

/// What somebody does in the database without the service.
public final class InTheDatabase {

    private InTheDatabase() {}

    /// That history stays as it is: the role of the service lacks the right, or is stopped as the
    /// owner of the tables is.
    public static void nobodyMay(String change) {
        assertThatThrownBy(() -> does(Postgres.APP, change))
                .as("%s as %s", change, Postgres.APP)
                .hasMessageMatching("(?s).*(permission denied for table|keeps what it).*");
        assertThatThrownBy(() -> does(Postgres.OWNER, change))
                .as("%s as %s", change, Postgres.OWNER)
                .hasMessageContaining("keeps what it");
    }

    /// That the service and the owner of its tables are refused by the rule of this name.
    public static void refuses(String change, String constraint) {
        for (var role : new String[] {Postgres.APP, Postgres.OWNER}) {
            assertThatThrownBy(() -> does(role, change))
                    .as("%s as %s", change, role)
                    .isInstanceOfSatisfying(
                            PSQLException.class,
                            refused ->
                                    assertThat(
                                                    Objects.requireNonNull(
                                                                    refused.getServerErrorMessage())
                                                            .getConstraint())
                                            .as("%s as %s: %s", change, role, refused.getMessage())
                                            .isEqualTo(constraint));
        }
    }

    private static void does(String role, String change) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(role, "suite");
                var statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
