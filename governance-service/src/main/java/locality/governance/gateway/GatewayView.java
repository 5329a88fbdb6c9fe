package locality.governance.gateway;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import locality.governance.action.DuePrecision;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A gateway as it was on a day.
///
/// @param endProvenance how its last day was computed, or where it was said
/// @param since when it came to be in that state
/// @param note why it was not passed, or deferred
/// @param dueDiligence the reference of the assessment that is its due diligence
/// @param decision the reference of the decision that passed it
/// @param items its scope items: the services and interventions that it passes
/// @param conditions the lines of its service development and improvement plan (SDIP)
/// @param lacks what it still lacks to pass on that day; empty once it has passed, and when it is
///   not shown by itself
/// @param history every step up to the day, the first to the last
@Schema(name = "Gateway")
record GatewayView(
        UUID id,
        String reference,
        String contract,
        int number,
        LocalDate beginsOn,
        LocalDate endsOn,
        Provenance endProvenance,
        GatewayState state,
        LocalDate since,
        @Nullable String note,
        @Nullable UUID dueDiligenceId,
        @Nullable String dueDiligence,
        @Nullable UUID decisionId,
        @Nullable String decision,
        List<ItemView> items,
        List<ConditionView> conditions,
        List<LessonView> lessons,
        List<Lack> lacks,
        List<StepView> history,
        Locality locality,
        Provenance provenance,
        long version) {

    /// @param since when it came to be in that state, null while it is proposed
    /// @param reason why it was refused or withdrawn
    @Schema(name = "GatewayItem")
    record ItemView(
            UUID id,
            String reference,
            String title,
            ScopeKind kind,
            @Nullable String intervention,
            LocalDate transfersOn,
            ScopeState state,
            @Nullable LocalDate since,
            @Nullable String reason,
            Provenance provenance) {

        static ItemView of(ScopeItem item, LocalDate day) {
            var step = item.on(day);
            return new ItemView(
                    item.id(),
                    item.reference(),
                    item.title(),
                    item.kind(),
                    item.intervention(),
                    item.transfersOn(),
                    step.state(),
                    step.state() == ScopeState.PROPOSED ? null : step.effectiveOn(),
                    step.reason(),
                    item.provenance());
        }
    }

    /// @param number counted from 1
    /// @param dueOn the last day it is in time: of a month, the month's last
    /// @param covers the code of a criterion of the due diligence that is Red
    @Schema(name = "GatewayCondition")
    record ConditionView(
            int number,
            String text,
            LocalDate dueOn,
            DuePrecision precision,
            @Nullable String covers,
            LocalDate agreedOn,
            @Nullable LocalDate metOn,
            @Nullable String evidence,
            boolean overdue,
            Provenance provenance) {

        static ConditionView of(int number, Condition condition, LocalDate day, LocalDate today) {
            boolean met = condition.isMetOn(day);
            return new ConditionView(
                    number,
                    condition.text(),
                    condition.dueOn(),
                    condition.duePrecision(),
                    condition.covers(),
                    condition.agreedOn(),
                    met ? condition.metOn() : null,
                    met ? condition.evidence() : null,
                    !met && condition.dueOn().isBefore(today),
                    condition.provenance());
        }
    }

    @Schema(name = "GatewayLesson")
    record LessonView(String text, LocalDate learntOn, Provenance provenance) {

        static LessonView of(Lesson lesson) {
            return new LessonView(lesson.text(), lesson.learntOn(), lesson.provenance());
        }
    }

    @Schema(name = "GatewayStep")
    record StepView(
            GatewayState state,
            LocalDate effectiveOn,
            @Nullable String note,
            @Nullable String dueDiligence,
            @Nullable String decision,
            Provenance provenance) {

        static StepView of(GatewayStep step) {
            return new StepView(
                    step.state(),
                    step.effectiveOn(),
                    step.note(),
                    step.assessmentReference(),
                    step.decisionReference(),
                    step.provenance());
        }
    }

    /// @param day that it is shown as of; far ahead for what was recorded last
    /// @param overdueOn the day that says what is late
    static GatewayView of(Gateway gateway, LocalDate day, LocalDate overdueOn, List<Lack> lacks) {
        var step = gateway.on(day).orElseGet(gateway::last);
        return new GatewayView(
                gateway.id,
                gateway.reference,
                gateway.contract,
                gateway.number,
                gateway.beginsOn,
                gateway.endsOn,
                gateway.endProvenance(),
                step.state(),
                step.effectiveOn(),
                step.note(),
                step.assessmentId(),
                step.assessmentReference(),
                step.decisionId(),
                step.decisionReference(),
                gateway.items.stream().map(item -> ItemView.of(item, day)).toList(),
                conditions(gateway, day, overdueOn),
                gateway.lessons.stream()
                        .filter(lesson -> !lesson.learntOn().isAfter(day))
                        .map(LessonView::of)
                        .toList(),
                lacks,
                gateway.steps.stream()
                        .filter(one -> !one.effectiveOn().isAfter(day))
                        .map(StepView::of)
                        .toList(),
                gateway.locality,
                gateway.steps.getFirst().provenance(),
                gateway.version);
    }

    private static List<ConditionView> conditions(
            Gateway gateway, LocalDate day, LocalDate overdueOn) {
        return IntStream.range(0, gateway.conditions.size())
                .filter(i -> !gateway.conditions.get(i).agreedOn().isAfter(day))
                .mapToObj(i -> ConditionView.of(i + 1, gateway.conditions.get(i), day, overdueOn))
                .toList();
    }
}
