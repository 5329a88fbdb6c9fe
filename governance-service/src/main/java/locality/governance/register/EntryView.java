package locality.governance.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An entry as it was on a day.
///
/// @param register it stands in, by name
/// @param body that has it, by its reference; null while none has
/// @param escalatedTo the body above that is to accept or return it
/// @param escalationPath the bodies above the one that has it, the nearest first; empty at the top,
///   null where it is not shown
/// @param post who looks after it: a post, never a person
/// @param residualScore likelihood times impact, 1 to 25; null while it is unscored
/// @param reviewOverdue whether its review was due before the day
/// @param toleratedUntil the last day it is lived with
/// @param late whether what is waited for is needed before the day and the entry is still open
/// @param guidance what is said of the awaited guidance that it depends on; null of anything else
/// @param causedBy the reference of the entry it came of
/// @param causes the references of those that came of it, null where they are not shown
/// @param history every step up to the day, the first to the last
@Schema(name = "RegisterEntry")
record EntryView(
        UUID id,
        String reference,
        String register,
        EntryKind kind,
        String title,
        Locality locality,
        EntryState state,
        @Nullable String body,
        @Nullable String escalatedTo,
        @Nullable List<String> escalationPath,
        @Nullable String post,
        @Nullable String organisation,
        LocalDate recordedOn,
        Score inherent,
        Score residual,
        Score target,
        @Nullable Integer inherentScore,
        @Nullable Integer residualScore,
        @Nullable Integer targetScore,
        List<Control> controls,
        @Nullable LocalDate reviewOn,
        boolean reviewOverdue,
        @Nullable LocalDate toleratedUntil,
        @Nullable LocalDate neededOn,
        boolean late,
        @Nullable Link dependent,
        @Nullable Link dependsOn,
        @Nullable List<String> guidance,
        List<Link> links,
        @Nullable String causedBy,
        @Nullable List<String> causes,
        List<StepView> history,
        Provenance provenance,
        long version) {

    /// @param body that had it
    /// @param note why, or what was found
    @Schema(name = "RegisterEntryStep")
    record StepView(
            EntryEvent what,
            EntryState state,
            LocalDate effectiveOn,
            @Nullable String body,
            @Nullable String escalatedTo,
            Score inherent,
            Score residual,
            Score target,
            @Nullable LocalDate reviewOn,
            @Nullable LocalDate toleratedUntil,
            @Nullable String note,
            Provenance provenance) {

        static StepView of(EntryStep step) {
            return new StepView(
                    step.what,
                    step.state,
                    step.effectiveOn,
                    step.bodyReference,
                    step.escalatedToReference,
                    step.score(ScoreKind.INHERENT),
                    step.score(ScoreKind.RESIDUAL),
                    step.score(ScoreKind.TARGET),
                    step.reviewOn,
                    step.toleratedUntil,
                    step.note,
                    step.provenance);
        }
    }

    /// What stands beside an entry and is looked up elsewhere.
    record Around(
            @Nullable List<String> escalationPath,
            @Nullable List<String> guidance,
            @Nullable String causedBy,
            @Nullable List<String> causes) {}

    /// @param step what it was on the day
    static EntryView of(RegisterEntry entry, EntryStep step, LocalDate day, Around around) {
        var state = step.stateOn(day);
        var inherent = step.score(ScoreKind.INHERENT);
        var residual = step.score(ScoreKind.RESIDUAL);
        var target = step.score(ScoreKind.TARGET);
        return new EntryView(
                entry.id,
                entry.reference,
                entry.register,
                entry.kind,
                entry.title,
                entry.locality,
                state,
                step.bodyReference,
                step.escalatedToReference,
                around.escalationPath,
                step.post,
                step.organisation,
                entry.recorded().effectiveOn,
                inherent,
                residual,
                target,
                inherent.product(),
                residual.product(),
                target.product(),
                step.controls,
                step.reviewOn,
                state.isLive() && step.reviewOn != null && step.reviewOn.isBefore(day),
                state == EntryState.TOLERATED ? step.toleratedUntil : null,
                entry.neededOn,
                entry.isLateOn(day, state),
                entry.dependent,
                entry.dependsOn,
                around.guidance,
                entry.links,
                around.causedBy,
                around.causes,
                entry.steps.subList(0, entry.steps.indexOf(step) + 1).stream()
                        .map(StepView::of)
                        .toList(),
                entry.recorded().provenance,
                entry.version);
    }
}
