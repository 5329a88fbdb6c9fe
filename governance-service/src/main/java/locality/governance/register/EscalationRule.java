package locality.governance.register;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// When a body hands an entry to the body above, from a day on.
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
