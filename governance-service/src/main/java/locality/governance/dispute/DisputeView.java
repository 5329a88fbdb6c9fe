package locality.governance.dispute;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A dispute as it stands on a day.
///
/// @param forum the body it is referred to
/// @param daysBetweenSteps its forum's rule on that day, null for none
/// @param overdue whether its forum let more days pass since the last step
/// @param agreement what was agreed, where no decision resolved it
@Schema(name = "Dispute")
record DisputeView(
        UUID id,
        String reference,
        String title,
        Locality locality,
        String raisedBy,
        List<String> parties,
        @Nullable Subject about,
        LocalDate raisedOn,
        DisputeState state,
        @Nullable String forum,
        @Nullable Integer daysBetweenSteps,
        boolean overdue,
        LocalDate lastStepOn,
        List<Step> steps,
        @Nullable UUID decision,
        @Nullable String agreement,
        @Nullable String withdrawnBecause,
        Provenance provenance,
        long version) {

    static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "title",
                    "raisedBy",
                    "parties",
                    "raisedOn",
                    "state",
                    "forum",
                    "lastStepOn",
                    "overdue",
                    "decision",
                    "agreement");

    @Schema(name = "SubjectOfDispute")
    record Subject(Dispute.About type, String reference) {}

    @Schema(name = "StepOfDispute")
    record Step(LocalDate takenOn, String what, Provenance provenance) {}

    static DisputeView of(Dispute dispute, @Nullable Integer daysBetweenSteps, LocalDate on) {
        return new DisputeView(
                dispute.id,
                dispute.reference,
                dispute.title,
                dispute.locality,
                dispute.raisedBy,
                dispute.parties,
                dispute.aboutType == null || dispute.aboutReference == null
                        ? null
                        : new Subject(dispute.aboutType, dispute.aboutReference),
                dispute.raisedOn,
                dispute.state,
                dispute.bodyReference,
                daysBetweenSteps,
                dispute.isOverdueOn(on, daysBetweenSteps),
                dispute.lastStepOn(),
                dispute.steps.stream()
                        .map(step -> new Step(step.takenOn(), step.what(), step.provenance()))
                        .toList(),
                dispute.decisionId,
                dispute.state == DisputeState.RESOLVED ? dispute.ending : null,
                dispute.state == DisputeState.WITHDRAWN ? dispute.ending : null,
                dispute.provenance,
                dispute.version);
    }

    static String csv(List<DisputeView> disputes) {
        return Csv.write(COLUMNS, disputes.stream().map(DisputeView::cells).toList());
    }

    private List<@Nullable Object> cells() {
        var cells =
                new ArrayList<@Nullable Object>(
                        List.of(
                                reference,
                                title,
                                raisedBy,
                                String.join(";", parties),
                                raisedOn,
                                state));
        cells.add(forum);
        cells.add(lastStepOn);
        cells.add(overdue);
        cells.add(decision);
        cells.add(agreement);
        return cells;
    }
}
