package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import locality.platform.eventlog.EventLog;
import locality.platform.time.BusinessClock;

/// Takes a matter off the agenda it was put on by rule: it goes to another, or nobody waits for it.
@ApplicationScoped
class LeaveAgenda {

    private final Decisions decisions;
    private final DecisionSteps steps;
    private final Tablings tablings;
    private final Ballots ballots;
    private final ConcludeMatter conclude;
    private final EventLog eventLog;
    private final Clock clock;

    LeaveAgenda(
            Decisions decisions,
            DecisionSteps steps,
            Tablings tablings,
            Ballots ballots,
            ConcludeMatter conclude,
            EventLog eventLog,
            Clock clock) {
        this.decisions = decisions;
        this.steps = steps;
        this.tablings = tablings;
        this.ballots = ballots;
        this.conclude = conclude;
        this.eventLog = eventLog;
        this.clock = clock;
    }

    /// @param placed a decision that is tabled
    @Transactional(Transactional.TxType.MANDATORY)
    void handle(Decision placed, String why) {
        var today = BusinessClock.today(clock);
        var before = placed.state;
        var told = placed.takeOffTheAgenda(today, why);
        tablings.persist(placed.asItStands(ballots.on(placed)));
        steps.persist(
                DecisionStep.of(
                        placed.id, before, placed.state, today, DecisionStep.Because.of(why)));
        conclude.tellThePlan(placed, today);
        decisions.flush();
        eventLog.append(told);
    }
}
