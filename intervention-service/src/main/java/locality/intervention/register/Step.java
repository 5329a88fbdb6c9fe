package locality.intervention.register;

import static locality.intervention.register.State.APPROVED;
import static locality.intervention.register.State.BRIEFED;
import static locality.intervention.register.State.CANCELLED;
import static locality.intervention.register.State.CLOSED;
import static locality.intervention.register.State.EVALUATING;
import static locality.intervention.register.State.EXITING;
import static locality.intervention.register.State.LIVE;
import static locality.intervention.register.State.MOBILISING;
import static locality.intervention.register.State.PROPOSED;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What may be done to an intervention: from which states, and into which.
enum Step {
    /// A brief may be put right until it is approved.
    BRIEF(BRIEFED, EnumSet.of(PROPOSED, BRIEFED)),
    APPROVE(APPROVED, EnumSet.of(BRIEFED)),
    MOBILISE(MOBILISING, EnumSet.of(APPROVED)),
    GO_LIVE(LIVE, EnumSet.of(MOBILISING)),
    EVALUATE(EVALUATING, EnumSet.of(LIVE)),
    CONTINUE(LIVE, EnumSet.of(EVALUATING)),
    SCALE(MOBILISING, EnumSet.of(EVALUATING)),
    EXIT(EXITING, EnumSet.of(EVALUATING)),
    CLOSE(CLOSED, EnumSet.of(EXITING)),
    CANCEL(CANCELLED, EnumSet.of(PROPOSED, BRIEFED, APPROVED, MOBILISING));

    private final State to;
    private final Set<State> from;

    Step(State to, Set<State> from) {
        this.to = to;
        this.from = from;
    }

    boolean isDoneFrom(State current) {
        return from.contains(current);
    }

    /// @throws InterventionRefusal.IllegalTransition if it cannot be done in this state
    State from(State current) {
        if (!isDoneFrom(current)) {
            throw new InterventionRefusal.IllegalTransition(this, current, from);
        }
        return to;
    }

    /// The verb in a path: `go-live`.
    String verb() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
