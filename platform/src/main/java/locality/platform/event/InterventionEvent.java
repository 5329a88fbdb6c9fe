package locality.platform.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What intervention-service tells: what is being done, how far it is, and what was measured.
public sealed interface InterventionEvent extends PublishedEvent {
    /// What happened to a theme.
    sealed interface OfTheme extends InterventionEvent {
        UUID themeId();

        @Override
        default String subjectType() {
            return "theme";
        }

        @Override
        default String subjectId() {
            return themeId().toString();
        }
    }

    /// What happened to an intervention.
    sealed interface OfIntervention extends InterventionEvent {
        UUID interventionId();

        @Override
        default String subjectType() {
            return "intervention";
        }

        @Override
        default String subjectId() {
            return interventionId().toString();
        }
    }

    /// What happened to an indicator.
    sealed interface OfIndicator extends InterventionEvent {
        UUID indicatorId();

        @Override
        default String subjectType() {
            return "indicator";
        }

        @Override
        default String subjectId() {
            return indicatorId().toString();
        }
    }

    /// What happened to a deflection plan.
    sealed interface OfDeflectionPlan extends InterventionEvent {
        UUID planId();

        @Override
        default String subjectType() {
            return "deflection-plan";
        }

        @Override
        default String subjectId() {
            return planId().toString();
        }
    }

    /// What happened to an item in the scope of a contract.
    sealed interface OfContractScope extends InterventionEvent {
        UUID scopeItemId();

        @Override
        default String subjectType() {
            return "contract-scope-item";
        }

        @Override
        default String subjectId() {
            return scopeItemId().toString();
        }
    }

    /// A pillar, theme, priority or enabler is on record, or was retired. `state` is ACTIVE or
    /// RETIRED; null in what was told before there was one.
    @EventType("intervention.theme-recorded.v1")
    record ThemeRecorded(
            UUID themeId,
            String reference,
            String name,
            String kind,
            @Nullable UUID parent,
            @Nullable String state,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfTheme {}

    /// An intervention was proposed or changed. `mobilised` (NONE, PARTIAL, FULL) is derived from
    /// its components.
    @EventType("intervention.intervention-changed.v1")
    record InterventionChanged(
            UUID interventionId,
            String reference,
            String name,
            String state,
            String mobilised,
            int componentsLive,
            int components,
            List<UUID> themes,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfIntervention {}

    /// A commitment was opened for an intervention; this is the total of all of them.
    @EventType("intervention.intervention-funded.v1")
    record InterventionFunded(
            UUID interventionId,
            UUID commitmentId,
            Pence amountPence,
            Pence totalFundedPence,
            @Nullable UUID decisionId,
            Locality locality,
            LocalDate effectiveOn)
            implements OfIntervention {}

    /// What is measured, from which source and how often it is published.
    @EventType("intervention.indicator-defined.v1")
    record IndicatorDefined(
            UUID indicatorId,
            String reference,
            String name,
            String unit,
            String improvementDirection,
            String frequency,
            String aggregation,
            @Nullable BigDecimal target,
            String source,
            String publicationSchedule,
            @Nullable UUID interventionId,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfIndicator {}

    /// Observations of one indicator, new or corrected. A null value is a missing one. At most 500
    /// to an event.
    @EventType("intervention.observations-recorded.v1")
    record ObservationsRecorded(
            UUID indicatorId,
            List<Observation> observations,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfIndicator {

        /// One period's value; `period` is its first day.
        public record Observation(
                LocalDate period,
                @Nullable BigDecimal value,
                @Nullable BigDecimal numerator,
                @Nullable BigDecimal denominator) {}
    }

    /// What an intervention is planned to keep out of hospital, month by month. `state` is DRAFT,
    /// LOCAL_AGREED, GM_AGREED or SUPERSEDED; null in what was told before there was one.
    @EventType("intervention.deflection-planned.v1")
    record DeflectionPlanned(
            UUID planId,
            UUID interventionId,
            int version,
            String activityType,
            String provider,
            @Nullable Pence tariffPence,
            List<Month> months,
            @Nullable String state,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfDeflectionPlan {

        /// One month's counterfactual, plan and actual, in units of activity.
        public record Month(
                LocalDate month,
                BigDecimal counterfactual,
                BigDecimal planned,
                @Nullable BigDecimal actual) {}
    }

    /// An item came into the scope of a contract from a gateway, went on in it, was refused, or was
    /// withdrawn by its gateway.
    ///
    /// It answers `governance.scope-transferred.v1` and `governance.scope-withdrawn.v1` about the
    /// same id.
    ///
    /// @param contract the contract's reference
    /// @param state `TRANSFERRED`, `LISTED`, `IN_CONTRACT`, `EXITED`, `REFUSED` or `WITHDRAWN`
    /// @param reason why it was refused or withdrawn, null when it was not
    @EventType("intervention.contract-scope-changed.v1")
    record ContractScopeChanged(
            UUID scopeItemId,
            String contract,
            String reference,
            String title,
            String kind,
            @Nullable UUID interventionId,
            String state,
            @Nullable String reason,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements OfContractScope {}
}
