package locality.governance.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import locality.governance.recorder.Recorder;
import locality.platform.http.EntityTag;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Assessments as answers.
@ApplicationScoped
class AssessmentAnswers {

    private final Assessments assessments;
    private final Recorder recorder;

    AssessmentAnswers(Assessments assessments, Recorder recorder) {
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
    Response now(Response.ResponseBuilder builder, Assessment assessment) {
        return of(builder, view(assessment.last(), null));
    }

    static Response of(Response.ResponseBuilder builder, AssessmentView view) {
        return builder.entity(view).header(HttpHeaders.ETAG, new EntityTag(view.version())).build();
    }

    private static List<String> references(List<Assessment> others) {
        return others.stream().map(one -> one.reference).toList();
    }
}
