package locality.reporting.partnership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import locality.platform.place.Locality;
import locality.platform.time.BusinessClock;
import locality.reporting.dashboard.FreshnessOf;
import locality.reporting.readmodel.ReadModels;
import locality.reporting.readmodel.Snapshot;
import org.jspecify.annotations.Nullable;

/// Reads a locality's partnership, or its plans, as of a day, everything from one snapshot.
@ApplicationScoped
public class ReadPartnership {

    private final ReadModels readModels;
    private final Clock clock;

    ReadPartnership(ReadModels readModels, Clock clock) {
        this.readModels = readModels;
        this.clock = clock;
    }

    /// @param on null for today
    public Partnership partnership(Locality locality, @Nullable LocalDate on) {
        var day = on == null ? BusinessClock.today(clock) : on;
        return readModels.ask(snapshot -> partnership(locality, day, snapshot));
    }

    /// @param on null for today
    public Plans plans(Locality locality, @Nullable LocalDate on) {
        var day = on == null ? BusinessClock.today(clock) : on;
        return readModels.ask(snapshot -> plans(locality, day, snapshot));
    }

    private static Partnership partnership(Locality locality, LocalDate on, Snapshot snapshot) {
        var agreements = new AgreementsOf(locality, on, snapshot);
        var registers = new RegistersOf(locality, on, snapshot);
        var agreed = agreements.agreements();
        var gateways = agreements.gateways();
        var entries = registers.entries();
        return new Partnership(
                locality,
                locality.displayName(),
                on,
                new FreshnessOf(locality, snapshot).asOf(),
                Attentions.of(
                        on, agreed, gateways, entries, new PlansOf(locality, on, snapshot).plans()),
                agreed,
                gateways,
                entries,
                registers.assessments(),
                registers.strategies(),
                registers.principles(),
                registers.engagement());
    }

    private static Plans plans(Locality locality, LocalDate on, Snapshot snapshot) {
        var plans = new PlansOf(locality, on, snapshot).plans();
        return new Plans(
                locality,
                locality.displayName(),
                on,
                new FreshnessOf(locality, snapshot).asOf(),
                Attentions.of(on, plans),
                plans);
    }
}
