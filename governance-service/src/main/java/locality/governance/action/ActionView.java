package locality.governance.action;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An action as it was on a day.
///
/// @param post who is to do it
/// @param organisation whose it is to do, by ODS or GSS code
/// @param body the body that gave it, by its reference
/// @param item the item it comes from, by its reference; null when it comes from the body itself
/// @param area the area of an action plan it stands in, null in none
/// @param workArea the part of that area
/// @param dueOn the last day: of a month, the month's last
/// @param flags UNDATED: no date is said; NO_REVIEW_DATE: ongoing, and no next review is said
/// @param supersededBy the id of the action that took its place
/// @param history every step up to the day, the first to the last
@Schema(name = "Action")
record ActionView(
        UUID id,
        String reference,
        String title,
        @Nullable String post,
        @Nullable String organisation,
        String body,
        @Nullable String meeting,
        @Nullable String item,
        @Nullable UUID decision,
        @Nullable String area,
        @Nullable String workArea,
        Locality locality,
        LocalDate givenOn,
        @Nullable LocalDate dueOn,
        DuePrecision precision,
        @Nullable LocalDate reviewOn,
        ActionState state,
        boolean overdue,
        List<String> flags,
        @Nullable String note,
        @Nullable String evidence,
        @Nullable UUID supersededBy,
        List<StepView> history,
        Provenance provenance,
        long version) {

    /// @param note why it was moved, or how it was completed
    @Schema(name = "ActionStep")
    record StepView(
            ActionState state,
            LocalDate effectiveOn,
            @Nullable LocalDate dueOn,
            DuePrecision precision,
            @Nullable LocalDate reviewOn,
            @Nullable String note,
            Provenance provenance) {

        static StepView of(ActionStep step) {
            return new StepView(
                    step.state(),
                    step.effectiveOn(),
                    step.dueOn(),
                    step.duePrecision(),
                    step.reviewOn(),
                    step.note(),
                    step.provenance());
        }
    }

    /// @param step what it was on the day
    /// @param overdueOn the day that says whether it is late
    static ActionView of(Action action, ActionStep step, LocalDate overdueOn) {
        return new ActionView(
                action.id,
                action.reference,
                action.title,
                action.post,
                action.organisation,
                action.bodyReference,
                action.meetingReference,
                itemOf(action),
                action.decisionId,
                action.area,
                action.workArea,
                action.locality,
                action.given().effectiveOn(),
                step.dueOn(),
                step.duePrecision(),
                step.reviewOn(),
                step.state(),
                step.isOverdueOn(overdueOn),
                step.state().isUnfinished() ? step.due().flags() : List.of(),
                step.note(),
                step.evidence(),
                step.supersededBy(),
                action.steps.subList(0, action.steps.lastIndexOf(step) + 1).stream()
                        .map(StepView::of)
                        .toList(),
                action.given().provenance(),
                action.version);
    }

    static @Nullable String itemOf(Action action) {
        return action.meetingReference == null ? null : action.meetingReference + "/" + action.item;
    }
}
