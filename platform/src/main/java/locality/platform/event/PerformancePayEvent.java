package locality.platform.event;

import java.time.LocalDate;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What budget-service tells of rules of performance pay.
public sealed interface PerformancePayEvent extends PublishedEvent {
    UUID ruleId();

    @Override
    default String subjectType() {
        return "performance-pay-rule";
    }

    @Override
    default String subjectId() {
        return ruleId().toString();
    }

    /// A part of a fund is held back until performance earns it, from a day on.
    ///
    /// @param basisPoints how much is held back, from 1 to 2,500
    /// @param endsOn its last day, null without an end
    @EventType("budget.performance-pay-rule-recorded.v1")
    record PerformancePayRuleRecorded(
            UUID ruleId,
            String reference,
            String name,
            int basisPoints,
            @Nullable LocalDate endsOn,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements PerformancePayEvent {}

    /// A rule was taken away; it stays for the days on which it held.
    ///
    /// @param effectiveOn the last day on which it holds
    @EventType("budget.performance-pay-rule-ended.v1")
    record PerformancePayRuleEnded(
            UUID ruleId,
            String reference,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements PerformancePayEvent {}
}
