package locality.budget.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import locality.budget.figure.FiguresCorrected;
import locality.platform.event.BudgetEvent.FundPlanned;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;

/// Tells anew how figures compare when one of them, or a plan they rest on, has changed: in the
/// transaction that changed it.
@ApplicationScoped
class TellComparisons {

    private final Comparisons comparisons;
    private final Amounts amounts;
    private final EventLog eventLog;
    private final Clock clock;

    TellComparisons(Comparisons comparisons, Amounts amounts, EventLog eventLog, Clock clock) {
        this.comparisons = comparisons;
        this.amounts = amounts;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    void corrected(@Observes FiguresCorrected corrected) {
        if (!corrected.figures().isEmpty()) {
            tell(comparisons.lockRestingOn(corrected.figures()));
        }
    }

    void planned(@Observes FundPlanned planned) {
        tell(comparisons.lockRestingOnFund(planned.fundId()));
    }

    private void tell(List<FigureComparison> resting) {
        var said = amounts.of(resting);
        var today = BusinessClock.today(clock);
        eventLog.appendAll(
                resting.stream().map(one -> one.compared(one.outcome(said), today)).toList());
    }
}
