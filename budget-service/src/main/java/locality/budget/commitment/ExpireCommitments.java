package locality.budget.commitment;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import locality.budget.line.BudgetLine;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;

/// Frees, on the day after its last, what a commitment still holds. One that was entered here only
/// when its term was over catches up with the past: it is paid and released by hand.
@ApplicationScoped
class ExpireCommitments {

    private static final String EXPIRED =
            """
            select from commitment c
            where c.line_id = l.id and c.state in ('OPEN', 'PART_DISCHARGED')
              and c.expires_on < :today and c.opened_on <= c.expires_on
            """;
    private static final String ACTOR = "budget/expiry";

    private final LinesInTurn linesInTurn;
    private final Commitments commitments;
    private final Encumbrance encumbrance;
    private final EndVariation endVariation;
    private final EventLog eventLog;
    private final Clock clock;

    ExpireCommitments(
            LinesInTurn linesInTurn,
            Commitments commitments,
            Encumbrance encumbrance,
            EndVariation endVariation,
            EventLog eventLog,
            Clock clock) {
        this.linesInTurn = linesInTurn;
        this.commitments = commitments;
        this.encumbrance = encumbrance;
        this.endVariation = endVariation;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    @Scheduled(
            identity = "expire-commitments",
            every = "{budget.expire.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void everyNowAndThen() {
        handle(BusinessClock.today(clock));
    }

    /// @return how many expired
    int handle(LocalDate today) {
        return linesInTurn.each(EXPIRED, today, line -> expireOn(line, today));
    }

    private int expireOn(BudgetLine line, LocalDate today) {
        var over = commitments.overOn(line.id(), today);
        over.forEach(commitment -> expire(commitment, line));
        return over.size();
    }

    private void expire(Commitment commitment, BudgetLine line) {
        var expired = commitment.expire();
        line.release(expired.releasedPence());
        commitments.flush();
        encumbrance.expire(commitment, ACTOR, expired.effectiveOn(), expired.releasedPence());
        endVariation.with(commitment, line);
        eventLog.append(expired);
    }
}
