package locality.platform.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// What governance-service tells of what a partnership means to do: its strategies, the principles
/// it holds to, its plans.
public sealed interface PlanEvent extends PublishedEvent {
    /// A plan was made, its areas changed, or a baseline of it was kept.
    ///
    /// @param areas its areas, in their order; all of them
    /// @param baseline the name of the baseline that holds, null while there is none
    /// @param decisionId the decision that set that baseline, null while there is none
    /// @param bodyId the body whose plan it is, null for one that no body has taken on
    @EventType("governance.plan-changed.v1")
    record PlanChanged(
            UUID planId,
            String reference,
            String title,
            List<Area> areas,
            @Nullable String baseline,
            @Nullable UUID decisionId,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance,
            @Nullable UUID bodyId)
            implements PlanEvent {
        @Override
        public String subjectType() {
            return "plan";
        }

        @Override
        public String subjectId() {
            return planId.toString();
        }
    }

    /// A part of a plan.
    ///
    /// @param partOf the place, from 1, of the area it is a part of; null for one that is of the
    ///   plan itself
    record Area(String title, @Nullable Integer partOf) {}

    /// A milestone was planned, its forecast moved, or something became of it.
    ///
    /// @param area the area of its plan, null when it stands in none
    /// @param post who is to reach it, null while nobody is; never a person
    /// @param organisation whose it is, null while nobody's
    /// @param forecastOn when it is expected, its last day when only a month is known; null when no
    ///   day was said
    /// @param precision of the forecast: `DAY`, `MONTH`, `QUARTER`, `ONGOING` or `UNDATED`
    /// @param reviewOn when what is ongoing is to be looked at next, null for what has a day or
    ///   when nothing was said
    /// @param baselineOn when the baseline that holds has it, null without one
    /// @param achievedOn when it was reached, null until then
    /// @param state `PLANNED`, `IN_PROGRESS`, `ACHIEVED` or `CANCELLED`
    /// @param earlyOn the first day on which it can be reached, by its forecast and what it waits
    ///   for, or the day it was; null without any
    /// @param critical whether its float is the least of its plan; null when nothing was said
    /// @param predecessors what it waits for, of this plan and of others; all of it
    @EventType("governance.milestone-changed.v1")
    record MilestoneChanged(
            UUID milestoneId,
            UUID planId,
            String reference,
            String title,
            @Nullable String area,
            @Nullable String post,
            @Nullable String organisation,
            @Nullable LocalDate forecastOn,
            String precision,
            @Nullable LocalDate reviewOn,
            @Nullable LocalDate baselineOn,
            @Nullable LocalDate achievedOn,
            String state,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance,
            @Nullable LocalDate earlyOn,
            @Nullable Boolean critical,
            List<Predecessor> predecessors)
            implements PlanEvent {
        @Override
        public String subjectType() {
            return "milestone";
        }

        @Override
        public String subjectId() {
            return milestoneId.toString();
        }
    }

    /// What a milestone waits for.
    ///
    /// @param reference of that milestone
    /// @param lagDays calendar days from that one's day to the first on which this one may be; less
    ///   than 0 when it may come before it
    record Predecessor(UUID milestoneId, String reference, int lagDays) {}

    /// A strategy, needs assessment or outcomes framework was drafted, approved or replaced.
    ///
    /// @param kind `STRATEGY`, `NEEDS_ASSESSMENT` or `OUTCOMES_FRAMEWORK`
    /// @param edition as its authors write it, null when they write none
    /// @param state `DRAFT`, `APPROVED`, `SUPERSEDED` or `WITHDRAWN`
    /// @param reviewOn when it is to be reviewed, null when nothing was said
    /// @param decisionId the decision that approved it, null while there is none
    @EventType("governance.strategy-changed.v1")
    record StrategyChanged(
            UUID strategyId,
            String reference,
            String title,
            String kind,
            @Nullable String edition,
            String state,
            @Nullable LocalDate reviewOn,
            @Nullable UUID decisionId,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance)
            implements PlanEvent {
        @Override
        public String subjectType() {
            return "strategy";
        }

        @Override
        public String subjectId() {
            return strategyId.toString();
        }
    }

    /// A principle was agreed for a register of principles, or holds no longer.
    ///
    /// @param register what the principles are for, as in `DECOMMISSIONING`
    /// @param number its place in the register, from 1
    /// @param endsOn the last day it holds, null while it has no end
    /// @param decisionId the decision that agreed it, null when none is on record
    @EventType("governance.principle-recorded.v1")
    record PrincipleRecorded(
            UUID principleId,
            String reference,
            String register,
            int number,
            String text,
            @Nullable LocalDate endsOn,
            Locality locality,
            LocalDate effectiveOn,
            Provenance provenance,
            @Nullable UUID decisionId)
            implements PlanEvent {
        @Override
        public String subjectType() {
            return "principle";
        }

        @Override
        public String subjectId() {
            return principleId.toString();
        }
    }
}
