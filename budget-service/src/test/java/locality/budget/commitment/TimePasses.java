package locality.budget.commitment;

import io.quarkus.arc.Arc;
import java.time.LocalDate;

/// The days on which commitments end by themselves, for tests outside this package.
public final class TimePasses {

    private TimePasses() {}

    public static void expire(LocalDate today) {
        Arc.container().instance(ExpireCommitments.class).get().handle(today);
    }

    /// As the scheduler does for commitments and variations on which nobody decided in time.
    public static void lapse(LocalDate today) {
        Arc.container().instance(LapseCommitments.class).get().handle(today);
        Arc.container().instance(LapseVariations.class).get().handle(today);
    }
}
