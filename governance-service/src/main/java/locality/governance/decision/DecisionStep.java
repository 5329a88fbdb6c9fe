package locality.governance.decision;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.identifier.Ids;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/// What became of a decision after it was taken: written once for each step.
@Entity
@Immutable
class DecisionStep {
    @Id UUID id;
    UUID decisionId;

    @Enumerated(EnumType.STRING)
    DecisionState fromState;

    @Enumerated(EnumType.STRING)
    DecisionState toState;

    LocalDate happenedOn;
    String reason;

    /// The body that did it, null when no body did.
    @Nullable UUID byBody;

    /// The decision that did it, null when none did.
    @Nullable UUID byDecision;

    DecisionStep() {}

    static DecisionStep of(
            UUID decision, DecisionState from, DecisionState to, LocalDate on, Because because) {
        var step = new DecisionStep();
        step.id = Ids.next();
        step.decisionId = decision;
        step.fromState = from;
        step.toState = to;
        step.happenedOn = on;
        step.reason = because.reason;
        step.byBody = because.body;
        step.byDecision = because.decision;
        return step;
    }

    /// Why a step was taken.
    ///
    /// @param body that asked for it, null for none
    /// @param decision that brought it about, null for none
    record Because(String reason, @Nullable UUID body, @Nullable UUID decision) {
        static Because of(String reason) {
            return new Because(reason, null, null);
        }
    }
}
