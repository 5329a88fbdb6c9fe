package locality.budget.commitment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import locality.budget.line.BudgetLine;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;

/// Ends the wait of variations on which nobody decided in time, and frees what was set aside.
@ApplicationScoped
class LapseVariations {

    private static final String OVERDUE =
            """
            select from commitment_variation v join commitment c on c.id = v.commitment_id
            where c.line_id = l.id and v.state = 'PENDING_APPROVAL' and v.due_on < :today
            """;

    private final LinesInTurn linesInTurn;
    private final Commitments commitments;
    private final Variations variations;
    private final EventLog eventLog;
    private final Clock clock;

    LapseVariations(
            LinesInTurn linesInTurn,
            Commitments commitments,
            Variations variations,
            EventLog eventLog,
            Clock clock) {
        this.linesInTurn = linesInTurn;
        this.commitments = commitments;
        this.variations = variations;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Scheduled(
            identity = "lapse-variations",
            every = "{budget.lapse.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        handle(BusinessClock.today(clock));
    }

    /// @return how many lapsed
    int handle(LocalDate today) {
        return linesInTurn.each(OVERDUE, today, line -> lapseOn(line, today));
    }

    private int lapseOn(BudgetLine line, LocalDate today) {
        var overdue = variations.overdueOn(line.id(), today);
        for (var variation : overdue) {
            line.dropRequested(variation.rise());
            var commitment = commitments.findById(variation.commitmentId);
            commitments.showsAnother(commitment);
            eventLog.append(variation.lapse(commitment, today));
        }
        return overdue.size();
    }
}
