package locality.reporting.pool;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import locality.platform.time.BusinessClock;
import locality.reporting.dashboard.FreshnessOf;
import locality.reporting.pool.PooledBudget.Choice;
import locality.reporting.readmodel.ReadModels;
import locality.reporting.readmodel.Snapshot;
import org.jspecify.annotations.Nullable;

/// Reads a locality's pooled budget as of a day, everything from one snapshot.
@ApplicationScoped
public class ReadPooledBudget {

    private final ReadModels readModels;
    private final Clock clock;

    ReadPooledBudget(ReadModels readModels, Clock clock) {
        this.readModels = readModels;
        this.clock = clock;
    }

    /// @param on null for today
    /// @param fund the reference of the one to show, null for all
    /// @throws NotFound if there was no such fund that day
    public PooledBudget read(Locality locality, @Nullable LocalDate on, @Nullable String fund) {
        var day = on == null ? BusinessClock.today(clock) : on;
        return readModels.ask(snapshot -> read(locality, day, fund, snapshot));
    }

    private static PooledBudget read(
            Locality locality, LocalDate on, @Nullable String fund, Snapshot snapshot) {
        var all = new FundsOf(locality, on, snapshot).funds();
        var promised = new CommitmentsOf(locality, on, snapshot);
        var moved = new VirementsOf(locality, on, snapshot);
        var stated = new FiguresOf(locality, on, snapshot);
        var funds = of(fund, all, FundOnDay::reference);
        if (fund != null && funds.isEmpty()) {
            throw new NotFound("fund", fund);
        }
        return Attentions.added(
                new PooledBudget(
                        locality,
                        locality.displayName(),
                        on,
                        new FreshnessOf(locality, snapshot).asOf(),
                        all.stream().map(it -> new Choice(it.reference(), it.title())).toList(),
                        fund,
                        List.of(),
                        funds,
                        of(
                                fund,
                                new ContributionsOf(locality, on, snapshot).contributions(),
                                Contribution::fund),
                        of(fund, promised.commitments(), PooledBudget.Commitment::fund),
                        of(fund, promised.variations(), PooledBudget.Variation::fund),
                        of(fund, moved.virements(), PooledBudget.Virement::fund),
                        of(fund, moved.protectedAmounts(all), PooledBudget.ProtectedAmount::fund),
                        PerformancePayOf.rules(locality, on, snapshot),
                        of(fund, stated.comparisons(), PooledBudget.Comparison::fund),
                        of(fund, stated.retrospective(), PooledBudget.RetrospectiveEntry::fund)));
    }

    private static <T> List<T> of(
            @Nullable String fund, List<T> all, Function<T, @Nullable String> fundOf) {
        return fund == null
                ? all
                : all.stream().filter(it -> fund.equals(fundOf.apply(it))).toList();
    }
}
