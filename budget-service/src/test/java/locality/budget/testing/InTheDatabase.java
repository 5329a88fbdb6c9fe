package locality.budget.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;

/// What somebody does in the database without the service.
public final class InTheDatabase {

    private InTheDatabase() {}

    /// That neither the role of the service nor the owner of the tables may do this.
    public static void nobodyMay(String change) {
        for (var role : new String[] {Postgres.APP, Postgres.OWNER}) {
            assertThatThrownBy(() -> does(role, change))
                    .as("%s as %s", change, role)
                    .isInstanceOf(SQLException.class);
        }
        refuses(Postgres.OWNER, change, "keeps what it");
    }

    /// That this role is refused, for a reason that says so much.
    public static void refuses(String role, String change, String because) {
        assertThatThrownBy(() -> does(role, change))
                .as("%s as %s", change, role)
                .hasMessageContaining(because);
    }

    private static void does(String role, String change) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(role, "suite");
                var statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
