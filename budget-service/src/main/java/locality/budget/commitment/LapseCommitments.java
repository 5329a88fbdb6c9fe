package locality.budget.commitment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import locality.budget.line.BudgetLine;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;

/// Ends the wait of commitments on which nobody decided in time, and frees what was set aside.
@ApplicationScoped
class LapseCommitments {

    private static final String OVERDUE =
            """
            select from commitment c
            where c.line_id = l.id and c.state = 'PENDING_APPROVAL' and c.due_on < :today
            """;

    private final LinesInTurn linesInTurn;
    private final Commitments commitments;
    private final EventLog eventLog;
    private final Clock clock;

    LapseCommitments(
            LinesInTurn linesInTurn, Commitments commitments, EventLog eventLog, Clock clock) {
        this.linesInTurn = linesInTurn;
        this.commitments = commitments;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Scheduled(
            identity = "lapse-commitments",
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
        var overdue = commitments.overdueOn(line.id(), today);
        for (var commitment : overdue) {
            line.dropRequested(commitment.amountPence);
            eventLog.append(commitment.lapse(today));
        }
        return overdue.size();
    }
}
