package locality.budget.virement;

import static locality.budget.testing.Manchester.approves;
import static locality.budget.virement.TwoLines.approved;
import static locality.budget.virement.TwoLines.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.List;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the database holds of virements by itself, whoever writes to it.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B14")
class VirementInTheDatabaseTest {

    @Test
    void keepsWhatWasMadeForItsOwnerToo() throws SQLException {
        var id = made();

        for (var change :
                List.of(
                        "update virement set reason = 'Other' where id = '%s'",
                        "update virement set state = 'WITHDRAWN', entry_id = null,"
                                + " decision_id = null where id = '%s'",
                        "delete from virement where id = '%s'",
                        "update virement_move set amount_pence = 1 where virement_id = '%s'",
                        "delete from virement_move where virement_id = '%s'")) {
            for (var role : List.of(Postgres.APP, Postgres.OWNER)) {
                assertThatThrownBy(() -> does(role, change.formatted(id)))
                        .as("%s as %s", change, role)
                        .isInstanceOf(SQLException.class);
            }
        }
        assertThatThrownBy(() -> does(Postgres.OWNER, "truncate virement cascade"))
                .isInstanceOf(SQLException.class);
        assertThat(TwoLines.virement(id).getString("state")).isEqualTo("MADE");
    }

    @Test
    void keepsWhatWasAskedForWhileItWaits() throws SQLException {
        var id = move(approved(), 100, "").jsonPath().getString("id");

        for (var change :
                List.of(
                        "amount_pence = 1",
                        "reason = 'Other'",
                        "requested_by = '00W'",
                        "content_hash = repeat('0', 64)")) {
            assertThatThrownBy(
                            () ->
                                    does(
                                            Postgres.OWNER,
                                            "update virement set %s where id = '%s'"
                                                    .formatted(change, id)))
                    .as(change)
                    .hasMessageContaining("keeps what it was");
        }
    }

    @Test
    void isMadeOnlyUnderAnAuthorityAndInTheLedger() {
        var id = move(approved(), 100, "").jsonPath().getString("id");

        refuses(
                "update virement set state = 'MADE', entry_id = gen_random_uuid() where id = '%s'",
                id, "virement_is_made_only_under_authority");
        refuses(
                "update virement set state = 'MADE', decision_id = gen_random_uuid()"
                        + " where id = '%s'",
                id, "virement_is_in_the_ledger_once_made");
    }

    @Test
    void sumsToZeroAndNamesALineOnce() {
        var id = move(approved(), 100, "").jsonPath().getString("id");

        refuses(
                """
                insert into virement_move (virement_id, ordinal, line_id, line, amount_pence)
                select '%s', 2, l.id, l.reference, 1 from budget_line l
                where not exists (select from virement_move m where m.line_id = l.id) limit 1
                """,
                id, "does not sum to zero");
        refuses(
                """
                insert into virement_move (virement_id, ordinal, line_id, line, amount_pence)
                select virement_id, 2, line_id, line, 1 from virement_move
                where virement_id = '%s' and ordinal = 0
                """,
                id, "virement_move_names_a_line_once");
    }

    private static String made() {
        var fund = approved();
        var decision = approves("fund", fund, 100).reference();
        return move(fund, 100, ", \"decisionId\": \"%s\"".formatted(decision))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void refuses(String change, String id, String because) {
        assertThatThrownBy(() -> does(Postgres.APP, change.formatted(id)))
                .hasMessageContaining(because);
    }

    private static void does(String role, String change) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(role, "suite");
                var statement = connection.createStatement()) {
            statement.execute(change);
        }
    }
}
