package locality.budget.plan;

import static locality.budget.testing.Manchester.PLAN_HEADER;
import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.aFundWithALine;
import static locality.budget.testing.Manchester.aLine;
import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.plan;
import static locality.budget.worklist.WorklistRows.clear;
import static locality.budget.worklist.WorklistRows.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A plan stands on the worklist until a decision has approved it as it stands.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B15")
class PlansWaitingTest {

    private static final String DAY = "2014-06-30";

    @Test
    void aPlanWaitsUntilADecisionApprovesItAndAgainOnceItChanged() {
        var fund = aFundWithALine(1_000);
        var row = rows(DAY, fund).getFirst();
        assertThat(row)
                .containsEntry("kind", "PLAN_TO_APPROVE")
                .containsEntry("overdueDays", 0)
                .containsEntry("amountPence", 1_000)
                .containsEntry("who", "finance");
        assertThat(row.get("dueOn")).isNull();

        var decision = approves("fund-plan", fund, 1_000).reference();
        clear(row, "{\"decisionId\": \"%s\"}".formatted(decision)).statusCode(200);
        assertThat(rows(DAY, fund)).isEmpty();

        plan(fund, PLAN_HEADER + aLine("Integrated care", 2_000)).statusCode(200);
        assertThat(rows(DAY, fund).getFirst()).containsEntry("amountPence", 2_000);
    }

    @Test
    void aFundWithoutAPlanHasNothingToApprove() {
        assertThat(rows(DAY, aFund())).isEmpty();
    }
}
