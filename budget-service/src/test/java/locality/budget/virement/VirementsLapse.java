package locality.budget.virement;

import io.quarkus.arc.Arc;
import java.time.LocalDate;

/// The days on which nobody decided in time, for tests outside this package.
public final class VirementsLapse {

    private VirementsLapse() {}

    /// As the scheduler does.
    public static void by(LocalDate today) {
        Arc.container().instance(LapseVirements.class).get().handle(today);
    }
}
