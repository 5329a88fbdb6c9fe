package locality.governance.dispute;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/// How many days a forum may let pass between two steps of a dispute, from a day on.
@Entity
@Immutable
@Table(name = "dispute_forum_rule")
class ForumRule {
    @Id UUID id;
    UUID bodyId;
    String bodyReference;
    Locality locality;
    int daysBetweenSteps;
    LocalDate effectiveOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    ForumRule() {}

    /// Told within the service's own log.
    @EventType("governance.dispute-forum-rule-set.v1")
    record Set(
            UUID ruleId,
            UUID bodyId,
            int daysBetweenSteps,
            Locality locality,
            LocalDate effectiveOn)
            implements InternalEvent {

        @Override
        public String subjectType() {
            return "dispute-forum-rule";
        }

        @Override
        public String subjectId() {
            return ruleId.toString();
        }
    }

    Set told() {
        return new Set(id, bodyId, daysBetweenSteps, locality, effectiveOn);
    }
}
