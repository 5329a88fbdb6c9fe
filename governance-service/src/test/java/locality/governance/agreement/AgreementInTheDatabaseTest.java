package locality.governance.agreement;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import locality.platform.place.Locality;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was signed, and by whom, stays as it was whoever writes to the database.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G28")
class AgreementInTheDatabaseTest {

    private String version;

    @BeforeEach
    void thereIsASignedVersion() throws SQLException {
        var bury = Partners.of(Locality.BURY);
        var agreement = bury.named("KEPT");
        bury.drafts(
                agreement,
                "COMPACT",
                "",
                ", \"draftedOn\": \"2018-01-10\", \"effectiveOn\": \"2018-04-01\"");
        bury.reviewed(agreement, 1, "2018-01-20", bury.council, bury.ccg);
        bury.submitted(agreement, 1, "2018-02-01");
        bury.does(agreement, 1, "working-approval", "{\"by\": \"The board\"}");
        bury.signs(agreement, 1, bury.council, "2018-02-02");
        try (var connection = Infrastructure.get().postgres().as("postgres", "suite");
                var query =
                        connection.prepareStatement(
                                """
                                select v.id from agreement_version v
                                join agreement a on a.id = v.agreement_id where a.reference = ?
                                """)) {
            query.setString(1, agreement);
            try (var row = query.executeQuery()) {
                row.next();
                version = row.getString(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update agreement_version set summary = 'Another' where id = '%s'",
                "update agreement_version set effective_on = '2019-04-01' where id = '%s'",
                "update agreement_version set expires_on = '2019-04-01' where id = '%s'",
                "delete from agreement_version where id = '%s'",
                "update agreement_party set capacity = 'ASSOCIATE' where version_id = '%s'",
                "delete from agreement_party where version_id = '%s'",
                "update agreement_sign_off set signed_on = '2018-01-01' where version_id = '%s'",
                "delete from agreement_sign_off where version_id = '%s'",
                "update agreement_step set effective_on = '2018-01-01' where version_id = '%s'",
                "update agreement_step set review_by = '2018-01-01' where version_id = '%s'",
                "update agreement_working_approval set approved_by = 'Another'"
                        + " where version_id = '%s'",
                "delete from agreement_working_approval where version_id = '%s'",
                "delete from agreement_party_review where version_id = '%s'"
            })
    void nobodyChangesItNotEvenTheSuperuser(String change) {
        refused(change.formatted(version), "23001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update agreement_version set terminates_on = '2030-01-01' where id = '%s'",
                "update agreement_version set termination_reason = 'Another' where id = '%s'",
                "update agreement_version set decided_on = '2018-09-01' where id = '%s'",
                "update agreement_version set terminates_on = null, termination_reason = null"
                        + " where id = '%s'"
            })
    void anEndOnRecordStands(String change) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as("postgres", "suite");
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    update agreement_version
                    set terminates_on = '2019-01-01', termination_reason = 'The fund closes',
                        decided_on = '2018-10-01'
                    where id = '%s'
                    """
                            .formatted(version));
        }

        refused(change.formatted(version), "23001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into agreement_sign_off (version_id, ordinal, organisation, post,"
                    + " signed_on, provenance) values ('%s', 9, 'NOBODY', 'Chair', '2018-02-02',"
                    + " '{}')",
                "insert into agreement_party_review (version_id, ordinal, round, organisation,"
                        + " reviewed_on, agreed, provenance) values ('%s', 9, 1, 'NOBODY',"
                        + " '2018-02-02', true, '{}')"
            })
    void onlyPartiesSignAndReview(String change) {
        refused(change.formatted(version), "23503");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update agreement_version set state = 'LIVE' where id = '%s'",
                "update agreement_version set terminates_on = '2019-01-01' where id = '%s'",
                "update agreement_version set terminates_on = '2019-01-01',"
                        + " termination_reason = 'Over' where id = '%s'",
                "update agreement_version set terminates_on = '2019-01-01',"
                        + " termination_reason = 'Over', decided_on = '2019-01-02'"
                        + " where id = '%s'",
                "insert into agreement_working_approval (version_id, ordinal, approved_on,"
                        + " approved_by, provenance) values ('%s', 9, '2018-01-01', '', '{}')",
                "insert into agreement_step (version_id, step, state, effective_on, review_by,"
                        + " provenance) values ('%s', 9, 'IN_REVIEW', '2018-02-02', '2018-02-01',"
                        + " '{}')",
                "insert into agreement_step (version_id, step, state, effective_on, provenance)"
                        + " values ('%s', 9, 'LIVE', '2018-02-02', '{}')"
            })
    void whatIsRecordedMakesSense(String change) {
        refused(change.formatted(version), "23514");
    }

    private static void refused(String change, String state) {
        try (var connection = Infrastructure.get().postgres().as("postgres", "suite");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change))
                    .isInstanceOf(SQLException.class)
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo(state);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
