package locality.governance.assessment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// Assessments as rule tests tell them: the peer review of Rochdale's Strategic Commissioning
/// Function of April 2018, by three domains (*Twelve Month Review*, 2.1.5).
final class AnAssessment {

    static final LocalDate PLANNED_ON = LocalDate.of(2018, 4, 1);
    static final Provenance SOURCE = Provenance.illustrative();

    private AnAssessment() {}

    static Framework peerReview() {
        return framework(
                "SCF-PEER-REVIEW",
                List.of("EMERGING", "DEVELOPING", "MATURING"),
                List.of(),
                "MATURING",
                new Criterion("1", "Function", "Design and set up"),
                new Criterion("2", "Function", "Engagement"),
                new Criterion("3", "Function", "Technical enablers"));
    }

    /// Red, Amber, Green; Red is red, and Green is to be reached.
    static Framework conditions(Criterion... criteria) {
        return framework(
                "CONDITIONS", List.of("RED", "AMBER", "GREEN"), List.of("RED"), "GREEN", criteria);
    }

    static Framework narrative(Criterion... criteria) {
        return framework("SPINE", List.of(), List.of(), null, criteria);
    }

    static Framework framework(
            String code,
            List<String> scale,
            List<String> red,
            @Nullable String target,
            Criterion... criteria) {
        var framework = new Framework();
        framework.id = UUID.randomUUID();
        framework.code = code;
        framework.effectiveOn = LocalDate.of(2014, 1, 1);
        framework.title = code;
        framework.kind = FrameworkKind.PEER_REVIEW;
        framework.locality = Locality.GREATER_MANCHESTER;
        framework.scale = scale;
        framework.red = red;
        framework.target = target;
        framework.domains = List.of(criteria).stream().map(Criterion::domain).distinct().toList();
        framework.criteria = List.of(criteria);
        framework.provenance = SOURCE;
        return framework;
    }

    static Assessment by(Framework framework) {
        var assessment = new Assessment();
        assessment.id = UUID.randomUUID();
        assessment.reference = "ROC-SCF-PR-2018-04";
        assessment.title = "Peer review of the Strategic Commissioning Function";
        assessment.framework = framework;
        assessment.locality = Locality.ROCHDALE;
        assessment.plan(PLANNED_ON, SOURCE);
        return assessment;
    }

    /// With everything said that its next steps want, one day after the other.
    static Assessment in(AssessmentState state, Framework framework) {
        var assessment = by(framework);
        if (state.ordinal() >= AssessmentState.CONDUCTED.ordinal()) {
            assessment.conduct(step(1));
        }
        if (state.ordinal() >= AssessmentState.DRAFT_SHARED.ordinal()) {
            assessment.share(step(2));
        }
        if (state.ordinal() >= AssessmentState.AGREED.ordinal()) {
            framework.criteria.forEach(one -> assessment.rate(rating(one.code(), Rater.AGREED, 3)));
            assessment.agree(step(3));
        }
        if (state == AssessmentState.CLOSED) {
            assessment.close(step(4));
        }
        return assessment;
    }

    /// Expressly unknown.
    static Rating rating(String criterion, Rater rater, int day) {
        return rating(criterion, rater, null, day);
    }

    static Rating rating(String criterion, Rater rater, @Nullable String word, int day) {
        return new Rating(criterion, rater, word, List.of(), on(day), null, SOURCE);
    }

    static Assessment.Taken step(int day) {
        return step(day, null);
    }

    static Assessment.Taken step(int day, @Nullable String note) {
        return new Assessment.Taken(on(day), note, SOURCE);
    }

    static Finding finding(FindingKind kind, @Nullable Criterion about, int day) {
        return new Finding(
                kind,
                about == null ? null : about.domain(),
                about == null ? null : about.code(),
                "A positive conversation",
                on(day),
                SOURCE);
    }

    /// So many days after it was planned.
    static LocalDate on(int day) {
        return PLANNED_ON.plusDays(day);
    }
}
