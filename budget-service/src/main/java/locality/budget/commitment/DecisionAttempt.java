package locality.budget.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import locality.budget.commitment.Commitment.Verdict;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.identifier.Ids;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A decision that arrived for a commitment, and what became of it.
@Entity
@Immutable
class DecisionAttempt {
    @Id UUID id;
    UUID commitmentId;
    UUID decisionId;
    String decisionReference;
    String body;
    String state;
    boolean applied;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> reasons;

    Instant receivedAt;

    static DecisionAttempt of(
            Commitment commitment, DecisionTaken decision, Verdict verdict, Instant receivedAt) {
        var attempt = new DecisionAttempt();
        attempt.id = Ids.next();
        attempt.commitmentId = commitment.id;
        attempt.decisionId = decision.decisionId();
        attempt.decisionReference = decision.reference();
        attempt.body = decision.bodyName();
        attempt.state = decision.state();
        attempt.receivedAt = receivedAt;
        switch (verdict) {
            case Verdict.Opens _, Verdict.Rejects _ -> {
                attempt.applied = true;
                attempt.reasons = List.of();
            }
            case Verdict.DoesNotApply(var reasons) -> attempt.reasons = reasons;
        }
        return attempt;
    }
}
