package locality.governance.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Shows an assessment to those who read its locality.
@ApplicationScoped
class ShowAssessment {

    private final Assessments assessments;
    private final Recorder recorder;

    ShowAssessment(Assessments assessments, Recorder recorder) {
        this.assessments = assessments;
        this.recorder = recorder;
    }

    /// An assessment as it was on a day that the caller asks for, else as it now is.
    ///
    /// @throws NotFound if there is none, the caller does not read its locality, or it was planned
    ///   later
    AssessmentOnDay require(String idOrReference, @Nullable LocalDate on) {
        var found = assessments.require(idOrReference);
        recorder.requireReading(found.locality, "assessment", idOrReference);
        return on == null
                ? found.last()
                : found.on(on).orElseThrow(() -> new NotFound("assessment", idOrReference));
    }

    AssessmentView view(AssessmentOnDay now, @Nullable LocalDate on) {
        var places = recorder.shown(null);
        return AssessmentView.of(
                now,
                on == null ? LocalDate.MAX : on,
                references(assessments.ofIds(now.assessment().drawsOn, places)),
                references(assessments.drawingOn(now.assessment().id, places)));
    }

    /// As it now is.
    AssessmentView now(Assessment assessment) {
        return view(assessment.last(), null);
    }

    private static List<String> references(List<Assessment> others) {
        return others.stream().map(one -> one.reference).toList();
    }
}
