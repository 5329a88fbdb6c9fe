package locality.budget.authority;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.budget.authority.AwaitedDecision.Verdict;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.identifier.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

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

    /// Whose money it allows, empty where it allows nothing.
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> decidesFor = List.of();

    /// When it takes effect; null of one that arrived before that was kept.
    @Nullable LocalDate effectiveOn;

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
        attempt.effectiveOn = decision.effectiveOn();
        attempt.receivedAt = receivedAt;
        attempt.applied = !(verdict instanceof Verdict.DoesNotApply);
        attempt.reasons = verdict.reasons();
        attempt.decidesFor =
                switch (verdict) {
                    case Verdict.Opens _ -> DecidedOwners.of(decision).organisations();
                    case Verdict.AllowsInPart(var owners, _) -> List.copyOf(owners);
                    case Verdict.Rejects _, Verdict.DoesNotApply _ -> List.of();
                };
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
                                        + " OWNER_NOT_COVERED, LATE, EXPIRED. Of one that was"
                                        + " applied, OTHERS_TO_DECIDE while bodies of other owners"
                                        + " are awaited")
                    List<String> reasons,
            Instant receivedAt,
            @Schema(description = "Whose money it allows, empty where it allows nothing")
                    List<String> decidesFor) {

        public static View of(DecisionAttempt attempt) {
            return new View(
                    attempt.decisionId,
                    attempt.decisionReference,
                    attempt.body,
                    attempt.state,
                    attempt.applied,
                    attempt.reasons,
                    attempt.receivedAt,
                    attempt.decidesFor);
        }
    }
}
