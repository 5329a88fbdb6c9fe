package locality.budget.authority;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import locality.budget.authority.AwaitedDecision.Verdict;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.identifier.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// A decision that arrived for something that waits, and what became of it.
@Entity
@Immutable
public class DecisionAttempt {
    @Id UUID id;
    UUID subjectId;
    UUID decisionId;
    String decisionReference;
    String body;
    String state;
    boolean applied;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> reasons;

    Instant receivedAt;

    static DecisionAttempt of(
            UUID subject, DecisionTaken decision, Verdict verdict, Instant receivedAt) {
        var attempt = new DecisionAttempt();
        attempt.id = Ids.next();
        attempt.subjectId = subject;
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

    /// As an answer shows it.
    @Schema(name = "DecisionAttempt")
    public record View(
            UUID decisionId,
            String decisionReference,
            String body,
            @Schema(description = "The decision's state when it arrived") String state,
            boolean applied,
            @Schema(
                            description =
                                    "Why it was not applied: validity codes of governance, or"
                                        + " NOT_PENDING, OTHER_REQUEST, OTHER_CONTENT,"
                                        + " OTHER_FUNCTION, NOT_AN_APPROVAL, AMOUNT_NOT_COVERED,"
                                        + " OWNER_NOT_COVERED, LATE, EXPIRED")
                    List<String> reasons,
            Instant receivedAt) {

        public static View of(DecisionAttempt attempt) {
            return new View(
                    attempt.decisionId,
                    attempt.decisionReference,
                    attempt.body,
                    attempt.state,
                    attempt.applied,
                    attempt.reasons,
                    attempt.receivedAt);
        }
    }
}
