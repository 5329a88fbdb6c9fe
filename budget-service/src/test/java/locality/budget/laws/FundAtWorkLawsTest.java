package locality.budget.laws;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import locality.budget.testing.SignedAgreements;
import locality.platform.testing.Infrastructure;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What holds of money whatever is asked of it, in whatever order: sequences of commands at random,
/// each on a fund of its own, and every law asked for after every step. A sequence that breaks one
/// is shortened and shown; `-Dlaws.seed` walks it again, `-Dlaws.sequences` walks more, and
/// `-Dlaws.tries` bounds how long it is shortened.
@QuarkusTest
@WithTestResource(value = Infrastructure.class, scope = TestResourceScope.GLOBAL)
@Tag("B4")
@Tag("B6")
@Tag("B16")
@Tag("B17")
class FundAtWorkLawsTest {

    private static final Logger LOG = Logger.getLogger(FundAtWorkLawsTest.class);
    private static final long SEED = Long.getLong("laws.seed", 2014);
    private static final int SEQUENCES = Integer.getInteger("laws.sequences", 20);
    private static final int STEPS = 20;
    private static final int MOST_TRIES = Integer.getInteger("laws.tries", 20);
    private static final int MOST_SHOWN = 3;

    @Inject Scheduler scheduler;

    private String agreement;

    /// What happens by itself happens here when a step says so, and never between two looks.
    @BeforeEach
    void pause() {
        scheduler.pause();
        agreement = "MCR-LAWS-S75-" + UUID.randomUUID();
        SignedAgreements.inForce(agreement);
        Pool.agree(agreement);
    }

    @AfterEach
    void resume() {
        scheduler.resume();
    }

    @Test
    void everyLawHoldsAfterEveryStep() {
        var taken = Walk.count();
        var broken =
                LongStream.range(SEED, SEED + SEQUENCES)
                        .mapToObj(seed -> walk(seed, taken))
                        .flatMap(Optional::stream)
                        .limit(MOST_SHOWN)
                        .toList();

        LOG.infof("%d sequences of %d steps: %s", SEQUENCES, STEPS, taken);
        assertThat(broken).isEmpty();
    }

    /// @return the sequence that breaks a law, and which
    private Optional<String> walk(long seed, Map<String, Integer> taken) {
        var random = new Random(seed);
        var steps = Stream.generate(() -> Step.any(random)).limit(STEPS).toList();
        return broken(seed, steps, taken)
                .map(
                        law ->
                                "Seed %d: %s%nso does the shorter %s"
                                        .formatted(
                                                seed,
                                                law.law(),
                                                shorten(seed, steps.subList(0, law.after()))
                                                        .stream()
                                                        .map(Step::toString)
                                                        .collect(joining("\n"))));
    }

    /// @param after how many steps
    private record Broken(String law, int after) {}

    private Optional<Broken> broken(long seed, List<Step> steps, Map<String, Integer> taken) {
        var walk = new Walk(pool(seed), taken);
        try {
            walk.take(steps);
            return Optional.empty();
        } catch (AssertionError | RuntimeException law) {
            return Optional.of(new Broken(law.toString(), walk.reached()));
        }
    }

    /// Leaves out halves, quarters and so on, as long as a law is still broken.
    private List<Step> shorten(long seed, List<Step> breaking) {
        var shortest = breaking;
        int tries = 0;
        for (int size = breaking.size() / 2; size > 0; size /= 2) {
            for (int at = 0; at + size <= shortest.size() && tries < MOST_TRIES; tries++) {
                var less = without(shortest, at, size);
                if (broken(seed, less, Walk.count()).isPresent()) {
                    shortest = less;
                } else {
                    at += size;
                }
            }
        }
        return shortest;
    }

    private static List<Step> without(List<Step> steps, int at, int size) {
        return Stream.concat(steps.stream().limit(at), steps.stream().skip(at + size)).toList();
    }

    /// A year that is over, in which money is carried on, or the one that runs, in which terms end.
    private Pool pool(long seed) {
        return Pool.open(agreement, seed % 2 == 0 ? Pool.FIRST_YEAR : Pool.THIS_YEAR);
    }
}
