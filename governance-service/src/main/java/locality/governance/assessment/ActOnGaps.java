package locality.governance.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import locality.governance.action.Due;
import locality.governance.action.GiveAction;
import locality.governance.action.Task;
import locality.platform.fact.Provenance;
import org.jspecify.annotations.Nullable;

/// Gives actions for gaps: to whom, by when. A gap that has one gets no other.
@ApplicationScoped
class ActOnGaps {

    private final ConductAssessment conduct;
    private final Assessments assessments;
    private final GiveAction giveAction;

    ActOnGaps(ConductAssessment conduct, Assessments assessments, GiveAction giveAction) {
        this.conduct = conduct;
        this.assessments = assessments;
        this.giveAction = giveAction;
    }

    /// What is to be done.
    ///
    /// @param criteria codes or titles of gaps; empty for every gap
    /// @param body that gives them, null for the one that the assessment is made for
    /// @param post who is to do it; a post or an organisation, by code
    record Wanted(
            List<String> criteria,
            @Nullable String body,
            @Nullable String post,
            @Nullable String organisation,
            Due due,
            @Nullable Provenance provenance) {}

    /// What was done.
    ///
    /// @param given the references of the new actions
    record Acted(Assessment assessment, List<String> given) {}

    @Transactional
    Acted handle(ConductAssessment.At at, Wanted wanted) {
        var on = conduct.past("givenOn", at.on());
        var assessment = conduct.requireForChange(at);
        var body = wanted.body == null ? assessment.bodyReference : wanted.body;
        if (body == null) {
            throw new AssessmentRefusal.ActsForNobody(assessment.reference);
        }
        var given =
                assessment.gapsToActOn(wanted.criteria).stream()
                        .map(
                                gap -> {
                                    var action =
                                            giveAction.onBody(
                                                    body,
                                                    new Task(
                                                            assessment.titleOfActionFor(gap),
                                                            wanted.post,
                                                            wanted.organisation,
                                                            wanted.due,
                                                            on,
                                                            wanted.provenance));
                                    assessment.act(gap, action, on);
                                    return action;
                                })
                        .toList();
        assessments.flush();
        return new Acted(assessment, given);
    }
}
