package locality.budget.commitment;

import static locality.budget.testing.Manchester.aFund;
import static locality.budget.testing.Manchester.commit;
import static locality.budget.testing.Manchester.delegates;
import static locality.budget.testing.Manchester.line;
import static locality.budget.testing.Manchester.withALine;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import locality.platform.testing.Infrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
class ParallelCommitmentsTest {

    @Test
    void twoHundredAtOnceIntoRoomForFiftyMakeExactlyFifty() throws Exception {
        var function = "parallel-" + UUID.randomUUID();
        delegates(function, 50_000);
        var fund = withALine(aFund(function), 50_000);

        try (var callers = Executors.newFixedThreadPool(32)) {
            var asked =
                    Collections.<Callable<Integer>>nCopies(
                            200, () -> commit(fund, 1_000).statusCode());
            var byStatus =
                    callers.invokeAll(asked).stream()
                            .collect(
                                    Collectors.groupingBy(
                                            Future::resultNow, Collectors.counting()));

            assertThat(byStatus).containsOnlyKeys(201, 422).containsEntry(201, 50L);
        }

        assertThat(line(fund + "-L01").getLong("committedPence")).isEqualTo(50_000);
        assertThat(line(fund + "-L01").getLong("availablePence")).isZero();
    }
}
