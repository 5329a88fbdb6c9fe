package locality.budget.contribution;

import io.quarkus.arc.Arc;
import java.time.LocalDate;

/// The days on which contributions fall due, for tests outside this package.
public final class InstalmentsFallDue {

    private InstalmentsFallDue() {}

    public static void by(LocalDate today) {
        Arc.container().instance(PostWhatFellDue.class).get().handle(today);
    }
}
