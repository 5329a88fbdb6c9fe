package locality.budget.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import locality.budget.line.BudgetLine;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;

/// Withdraws the variation that waits on a commitment which has ended, and frees what was set aside
/// for it.
@ApplicationScoped
class EndVariation {

    private final Variations variations;
    private final EventLog eventLog;
    private final Clock clock;

    EndVariation(Variations variations, EventLog eventLog, Clock clock) {
        this.variations = variations;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /// @param line of the commitment, locked
    void with(Commitment commitment, BudgetLine line) {
        if (commitment.state.holdsMoney()) {
            return;
        }
        variations
                .waitingOn(commitment)
                .ifPresent(
                        waiting -> {
                            line.dropRequested(waiting.rise());
                            eventLog.append(
                                    waiting.endWith(commitment, BusinessClock.today(clock)));
                        });
    }
}
