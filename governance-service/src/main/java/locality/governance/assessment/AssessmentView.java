package locality.governance.assessment;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An assessment as it is shown, as it was on a day.
///
/// @param frameworkFrom the day from which the version of the framework holds that it is made by
/// @param subjectType what is assessed, null when it is the locality
/// @param body that it is made for
/// @param since the day from which it is in that state
/// @param scale from the worst word to the best; empty where nothing is rated
/// @param counts how many criteria have each word; what is unknown is counted apart
/// @param findingsByKind how many there are of each kind; those of none are left out
/// @param drawsOn the assessments whose outcome it takes into account
/// @param informs those that take its outcome into account
/// @param history the steps taken by the day
@Schema(name = "Assessment")
record AssessmentView(
        UUID id,
        String reference,
        String title,
        String framework,
        LocalDate frameworkFrom,
        Locality locality,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable String body,
        @Nullable LocalDate plannedOn,
        AssessmentState state,
        LocalDate since,
        List<String> scale,
        @Nullable String target,
        List<CriterionView> criteria,
        HeatMap.Counts counts,
        List<String> open,
        List<FindingView> findings,
        Map<FindingKind, Integer> findingsByKind,
        List<String> drawsOn,
        List<String> informs,
        List<StepView> history,
        Provenance provenance,
        long version) {

    /// How one criterion stands.
    ///
    /// @param criterion its code
    /// @param word that counts: agreed, else the reviewer's, else their own; null while none is
    ///   known
    /// @param gap whether that is worse than the target, or something is found missing
    /// @param action for the gap, by its reference
    @Schema(name = "AssessedCriterion")
    record CriterionView(
            String domain,
            String criterion,
            String title,
            @Nullable RatingView self,
            @Nullable RatingView reviewer,
            @Nullable RatingView agreed,
            @Nullable String word,
            boolean gap,
            boolean red,
            @Nullable String action) {

        static List<CriterionView> of(AssessmentOnDay now, LocalDate day) {
            var assessment = now.assessment();
            var gaps = now.gaps();
            return assessment.framework.criteria.stream()
                    .map(
                            one -> {
                                var rated = now.of(one);
                                return new CriterionView(
                                        one.domain(),
                                        one.code(),
                                        one.title(),
                                        RatingView.of(rated.by(Rater.SELF)),
                                        RatingView.of(rated.by(Rater.REVIEWER)),
                                        RatingView.of(rated.by(Rater.AGREED)),
                                        rated.word(),
                                        gaps.contains(one),
                                        assessment.framework.isRed(rated.word()),
                                        assessment.actionFor(one, day));
                            })
                    .toList();
        }
    }

    /// @param word of the scale, or `UNKNOWN`: expressly
    /// @param by the post that said it
    @Schema(name = "AssessmentRating")
    record RatingView(String word, LocalDate ratedOn, @Nullable String by, Provenance provenance) {
        static @Nullable RatingView of(@Nullable Rating one) {
            return one == null
                    ? null
                    : new RatingView(one.said(), one.ratedOn(), one.post(), one.provenance());
        }
    }

    @Schema(name = "AssessmentFinding")
    record FindingView(
            FindingKind kind,
            @Nullable String domain,
            @Nullable String criterion,
            String text,
            LocalDate foundOn,
            Provenance provenance) {}

    @Schema(name = "AssessmentStep")
    record StepView(
            AssessmentState state,
            LocalDate effectiveOn,
            @Nullable String note,
            Provenance provenance) {}

    /// @param day the last that is shown
    static AssessmentView of(
            AssessmentOnDay now, LocalDate day, List<String> drawsOn, List<String> informs) {
        var assessment = now.assessment();
        var framework = assessment.framework;
        return new AssessmentView(
                assessment.id,
                assessment.reference,
                assessment.title,
                framework.code,
                framework.effectiveOn,
                assessment.locality,
                assessment.subjectType,
                assessment.subjectId,
                assessment.bodyReference,
                assessment.plannedOn,
                now.step().state(),
                now.step().effectiveOn(),
                framework.scale,
                framework.target,
                CriterionView.of(now, day),
                HeatMap.Counts.of(now),
                now.open().stream().map(Criterion::code).toList(),
                now.findings().stream().map(AssessmentView::finding).toList(),
                byKind(now.findings()),
                drawsOn,
                informs,
                assessment.steps.subList(0, assessment.steps.indexOf(now.step()) + 1).stream()
                        .map(AssessmentView::step)
                        .toList(),
                assessment.steps.getFirst().provenance(),
                assessment.version);
    }

    private static Map<FindingKind, Integer> byKind(List<Finding> findings) {
        var counts = new EnumMap<FindingKind, Integer>(FindingKind.class);
        findings.forEach(finding -> counts.merge(finding.kind(), 1, Integer::sum));
        return counts;
    }

    private static FindingView finding(Finding one) {
        return new FindingView(
                one.kind(),
                one.domain(),
                one.criterion(),
                one.text(),
                one.foundOn(),
                one.provenance());
    }

    private static StepView step(AssessmentStep one) {
        return new StepView(one.state(), one.effectiveOn(), one.note(), one.provenance());
    }
}
