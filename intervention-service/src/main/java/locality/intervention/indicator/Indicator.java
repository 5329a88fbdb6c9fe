package locality.intervention.indicator;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.InterventionEvent.IndicatorDefined;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What is measured. Its fields follow IATI's results: unit, aggregation, source, schedule, owner.
@Entity
class Indicator {
    @Id UUID id;
    String reference;
    String name;

    @Enumerated(EnumType.STRING)
    IndicatorKind kind;

    String unit;

    @Enumerated(EnumType.STRING)
    ImprovementDirection improvementDirection;

    @Enumerated(EnumType.STRING)
    Frequency frequency;

    @Enumerated(EnumType.STRING)
    Aggregation aggregation;

    @Nullable BigDecimal target;
    @Nullable String outcome;
    String source;
    String publicationSchedule;
    String ownerPost;
    @Nullable UUID interventionId;
    Locality locality;
    LocalDate effectiveOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    /// A transformation indicator links an activity to an outcome and is no business-as-usual
    /// measure (Rochdale's rule for its own, and Greater Manchester's).
    void requireWhatItsKindDemands(boolean businessAsUsual) {
        if (kind == IndicatorKind.OPERATIONAL) {
            return;
        }
        if (businessAsUsual) {
            throw new IndicatorRefusal.BusinessAsUsual(reference);
        }
        if (outcome == null || outcome.isBlank()) {
            throw new IndicatorRefusal.OutcomeLinkMissing(reference);
        }
    }

    IndicatorDefined defined() {
        return new IndicatorDefined(
                id,
                reference,
                name,
                unit,
                improvementDirection.toString(),
                frequency.name(),
                aggregation.name(),
                target,
                source,
                publicationSchedule,
                interventionId,
                locality,
                effectiveOn,
                provenance);
    }
}
