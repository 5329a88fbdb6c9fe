package locality.budget.virement;

import static locality.budget.testing.Manchester.approves;
import static locality.budget.testing.Manchester.line;
import static locality.budget.virement.TwoLines.CARERS;
import static locality.budget.virement.TwoLines.INTEGRATED;
import static locality.budget.virement.TwoLines.approved;
import static locality.budget.virement.TwoLines.move;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.atomic.AtomicInteger;
import locality.budget.testing.AtOnce;
import locality.budget.testing.Manchester;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// However many ask at one moment, a line gives no more than it has, and a decision no more than it
/// covers.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B14")
class ParallelVirementsTest {

    private static final long MOST = INTEGRATED / 2 + 1;

    @Test
    void ofTwoThatWouldGiveMoreThanALineHasExactlyOneIsAskedFor() throws Exception {
        var fund = approved();

        var answers = AtOnce.ask(2, () -> move(fund, MOST, "").statusCode());

        assertThat(answers).containsExactlyInAnyOrder(202, 422);
        assertThat(line(fund + "-L01").getLong("requestedPence")).isEqualTo(MOST);
    }

    @Test
    void ofTwoUnderDecisionsOfTheirOwnExactlyOneIsMade() throws Exception {
        var fund = approved();
        var decision = cites(approves("fund", fund, 2 * MOST).reference());

        var answers = AtOnce.ask(2, () -> move(fund, MOST, decision).statusCode());

        assertThat(answers).containsExactlyInAnyOrder(201, 422);
        assertThat(line(fund + "-L01").getLong("currentPence")).isEqualTo(INTEGRATED - MOST);
        assertThat(line(fund + "-L02").getLong("currentPence")).isEqualTo(CARERS + MOST);
    }

    @Test
    void ofEightThatShareADecisionItLetsNoMoreThanItCovers() throws Exception {
        var fund = approved();
        var decision = cites(approves("fund", fund, 300).reference());

        var answers = AtOnce.ask(8, () -> move(fund, 100, decision).statusCode());

        assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(5);
        assertThat(line(fund + "-L01").getLong("currentPence")).isEqualTo(INTEGRATED - 300);
    }

    @Test
    void ofACommitmentAndAVirementThatNeedTheSameMoneyExactlyOneGetsIt() throws Exception {
        var fund = approved();
        var turns = new AtomicInteger();

        var answers =
                AtOnce.ask(
                        2,
                        () ->
                                turns.getAndIncrement() == 0
                                        ? move(fund, MOST, "").statusCode()
                                        : Manchester.commit(fund, MOST).statusCode());

        assertThat(answers).containsExactlyInAnyOrder(202, 422);
        assertThat(line(fund + "-L01").getLong("requestedPence")).isEqualTo(MOST);
    }

    private static String cites(String decision) {
        return ", \"decisionId\": \"%s\"".formatted(decision);
    }
}
