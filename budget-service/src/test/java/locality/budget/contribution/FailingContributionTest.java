package locality.budget.contribution;

import static locality.budget.testing.Partners.aPooledFund;
import static locality.budget.testing.Partners.balance;
import static locality.budget.testing.Partners.contribution;
import static locality.budget.testing.Partners.monthly;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import locality.platform.testing.Infrastructure;
import locality.platform.testing.Postgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B1")
class FailingContributionTest {

    private static final LocalDate JUNE = LocalDate.of(2014, 6, 15);

    @Inject PostWhatFellDue postWhatFellDue;
    @Inject MeterRegistry registry;

    @Test
    void holdsUpNoOther() throws SQLException {
        var failing = aPooledFund();
        var contribution = contribution(monthly(failing, 1_200), "").getString("id");
        var other = aPooledFund();
        monthly(other, 1_200);
        double failedBefore = failed();

        byHand(
                "add constraint broken_by_hand check (schedule_id <> '%s') not valid"
                        .formatted(contribution));
        try {
            postWhatFellDue.handle(JUNE);
        } finally {
            byHand("drop constraint broken_by_hand");
        }

        assertThat(balance(failing, "CONTRIBUTION_INCOME", "2014-06-15")).isZero();
        assertThat(balance(other, "CONTRIBUTION_INCOME", "2014-06-15")).isEqualTo(-300);
        assertThat(failed()).isEqualTo(failedBefore + 1);
        postWhatFellDue.handle(JUNE);
        assertThat(balance(failing, "CONTRIBUTION_INCOME", "2014-06-15")).isEqualTo(-300);
    }

    private double failed() {
        return registry.get("budget.contributions.failed").counter().count();
    }

    private static void byHand(String change) throws SQLException {
        try (var connection = Infrastructure.get().postgres().as(Postgres.OWNER, "suite");
                var statement = connection.createStatement()) {
            statement.execute("alter table contribution_movement " + change);
        }
    }
}
