package locality.budget.contribution;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import locality.budget.Cursor;
import locality.platform.refusal.Refusal;
import locality.platform.time.BusinessClock;
import org.jboss.logging.Logger;

/// Posts contributions on the day on which they fall due, where the money is pooled that day. Any
/// number of replicas may do so at once: each takes a contribution that no other is working on, and
/// posts what the ledger does not hold of it.
@ApplicationScoped
class PostWhatFellDue {

    private static final Logger LOG = Logger.getLogger(PostWhatFellDue.class);
    private static final String ACTOR = "budget-service/contributions";

    private final Contributions contributions;
    private final ContributionAccounts accounts;
    private final Clock clock;
    private final Counter failed;

    PostWhatFellDue(
            Contributions contributions,
            ContributionAccounts accounts,
            Clock clock,
            MeterRegistry registry) {
        this.contributions = contributions;
        this.accounts = accounts;
        this.clock = clock;
        this.failed =
                Counter.builder("budget.contributions.failed")
                        .description("Contributions of which what fell due could not be posted")
                        .register(registry);
    }

    @Scheduled(
            identity = "post-what-fell-due",
            every = "{budget.contributions.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        handle(BusinessClock.today(clock));
    }

    void handle(LocalDate today) {
        var after = Optional.of(Cursor.orStart(null));
        while (after.isPresent()) {
            after = next(after.get(), today);
        }
    }

    /// One without an authority waits for one, one that fails is logged and counted, and neither
    /// holds up another.
    private Optional<UUID> next(UUID after, LocalDate today) {
        var taken = new UUID[1];
        try {
            QuarkusTransaction.requiringNew().run(() -> post(after, today, taken));
        } catch (Refusal waits) {
            LOG.debugf("Contribution %s is not posted: %s", taken[0], waits.code());
        } catch (RuntimeException failure) {
            failed.increment();
            LOG.errorf(failure, "What fell due of contribution %s is not posted", taken[0]);
        }
        return Optional.ofNullable(taken[0]);
    }

    private void post(UUID after, LocalDate today, UUID[] taken) {
        contributions
                .nextFallenDue(after, today)
                .ifPresent(
                        id -> {
                            taken[0] = id;
                            accounts.open(contributions.lock(id), ACTOR).bringUpTo(today);
                        });
    }
}
