package locality.budget.performance;

import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What happened to a rule of performance pay. It stays here: nobody else acts on it.
sealed interface PerformancePayEvent extends InternalEvent {
    UUID ruleId();

    @Override
    default String subjectType() {
        return "performance-pay-rule";
    }

    @Override
    default String subjectId() {
        return ruleId().toString();
    }

    @EventType("budget.performance-pay-rule-recorded.v1")
    record RuleRecorded(
            UUID ruleId,
            String reference,
            String name,
            int basisPoints,
            @Nullable LocalDate endsOn,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements PerformancePayEvent {}

    /// @param effectiveOn the last day on which it holds
    @EventType("budget.performance-pay-rule-ended.v1")
    record RuleEnded(
            UUID ruleId,
            String reference,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements PerformancePayEvent {}
}
