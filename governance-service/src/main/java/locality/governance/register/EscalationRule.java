package locality.governance.register;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// When and why a body hands an entry to the body above, from a day on.
@Entity
@Immutable
class EscalationRule {
    @Id UUID id;

    /// Null for every body that has no rule of its own.
    @Nullable UUID bodyId;

    @Nullable String bodyReference;
    Locality locality;

    /// The residual score from which it does, 1 to 25.
    int threshold;

    /// How many days a review may be overdue before it does.
    int daysOverdue;

    LocalDate effectiveOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    EscalationRule() {}

    /// Why it hands an entry to the body above on a day; empty when it does not. What that body has
    /// answered already is no reason.
    Optional<String> handsUp(EntryStep stands, LocalDate today) {
        return reason(stands, today, true);
    }

    /// Why it would, were there a body above the one that has accepted the score; empty when it
    /// would not.
    Optional<String> isTooHigh(EntryStep stands, LocalDate today) {
        return reason(stands, today, false);
    }

    /// @param anew whether a score that was answered is no reason
    private Optional<String> reason(EntryStep stands, LocalDate today, boolean anew) {
        if (stands.stateOn(today) != EntryState.OPEN || stands.bodyId == null) {
            return Optional.empty();
        }
        var residual = stands.residual();
        if (residual != null && residual >= threshold && !(anew && stands.isAnswered(residual))) {
            return Optional.of(
                    "The residual score of %d reaches the threshold of %d"
                            .formatted(residual, threshold));
        }
        if (stands.reviewOn != null
                && !stands.reviewOn.equals(stands.answeredReview)
                && stands.reviewOn.plusDays(daysOverdue).isBefore(today)) {
            return Optional.of(
                    "The review due on %s is more than %d days overdue"
                            .formatted(stands.reviewOn, daysOverdue));
        }
        return Optional.empty();
    }

    /// Told within the service's own log.
    @EventType("governance.escalation-rule-set.v1")
    record EscalationRuleSet(
            UUID ruleId,
            @Nullable UUID bodyId,
            int threshold,
            int daysOverdue,
            Locality locality,
            LocalDate effectiveOn)
            implements InternalEvent {

        @Override
        public String subjectType() {
            return "escalation-rule";
        }

        @Override
        public String subjectId() {
            return ruleId.toString();
        }
    }

    EscalationRuleSet told() {
        return new EscalationRuleSet(id, bodyId, threshold, daysOverdue, locality, effectiveOn);
    }
}
