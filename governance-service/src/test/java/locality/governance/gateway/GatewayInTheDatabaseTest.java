package locality.governance.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a gateway was passed on stays as it was whoever writes to the database.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("G34")
class GatewayInTheDatabaseTest {

    private RochdalesGateways story;

    @BeforeEach
    void thereIsAGatewayThatPassed() {
        story = RochdalesGateways.planned();
        story.does(
                "items",
                """
                {"reference": "CORE-2", "title": "Core+2", "kind": "SERVICE",
                 "transfersOn": "2018-04-01"}
                """);
        story.passes();
        story.does("conditions/1/met", "{\"evidence\": \"The plan\"}");
        story.does("lessons", "{\"text\": \"Begin earlier\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update gateway_step set decision_id = null where gateway_id = %s",
                "update gateway_step set effective_on = '2018-01-01' where gateway_id = %s",
                "delete from gateway_step where gateway_id = %s",
                "update gateway_lesson set text = 'Another' where gateway_id = %s",
                "delete from gateway_lesson where gateway_id = %s",
                "update gateway_condition set met_on = '2018-05-01' where gateway_id = %s",
                "update gateway_condition set due_on = '2019-05-01' where gateway_id = %s",
                "delete from gateway_condition where gateway_id = %s",
                "update gateway_item set title = 'Another' where gateway_id = %s",
                "update gateway_item set transfers_on = '2019-04-01' where gateway_id = %s",
                "update gateway_item set steps = '[]' where gateway_id = %s",
                "update gateway_item set steps = jsonb_set(steps, '{0,effectiveOn}',"
                        + " '\"2018-03-31\"') where gateway_id = %s",
                "delete from gateway_item where gateway_id = %s"
            })
    void nobodyChangesWhatPassed(String change) {
        refused(
                change.formatted(
                        "(select id from gateway where reference = '%s')"
                                .formatted(story.gateway)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update assessment_rating set word = 'RED' where assessment_id = %s",
                "delete from assessment_rating where assessment_id = %s",
                "update assessment_step set effective_on = '2018-01-01' where assessment_id = %s",
                "delete from assessment_step where assessment_id = %s",
                "update assessment_framework set target = null where id ="
                        + " (select framework_id from assessment where id = %s)",
                "update assessment_finding set text = 'Another' where assessment_id = %s",
                "update assessment_action set given_on = '2018-01-01' where assessment_id = %s",
                "update recommendation_step set note = 'Another' where recommendation_id <> %s",
                "truncate gateway_step, gateway_lesson, gateway_condition, gateway_item",
                "truncate assessment_step, assessment_rating, assessment_finding",
                "update assessment_criterion set title = 'Another' where framework_id ="
                        + " (select framework_id from assessment where id = %s)"
            })
    void nobodyChangesWhatItRestsOn(String change) {
        refused(
                change.formatted(
                        "(select id from assessment where reference = '%s')"
                                .formatted(story.assessment)));
    }

    private static void refused(String change) {
        try (var connection = Infrastructure.get().postgres().as("postgres", "suite");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> statement.execute(change))
                    .isInstanceOf(SQLException.class)
                    .extracting(failure -> ((SQLException) failure).getSQLState())
                    .isEqualTo("23001");
            connection.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
