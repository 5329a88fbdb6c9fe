package locality.governance.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;

/// How assessments stand, for what rests on them, as a gateway rests on its due diligence.
@ApplicationScoped
public class Standings {

    private final Assessments assessments;

    Standings(Assessments assessments) {
        this.assessments = assessments;
    }

    /// How an assessment stands on a day.
    ///
    /// @param framework the code of the framework it is made by
    /// @param criteria how many the framework has
    /// @param rates whether the framework has a scale
    /// @param unrated the criteria of which no word is known, the expressly unknown among them; of
    ///   a framework without a scale, those about which nothing was found
    /// @param red the criteria whose word is Red: what was agreed, else what the reviewer said,
    ///   else what those who are assessed say. What is unknown is never among them
    /// @param open the criteria that are neither agreed nor agreed to be unknown
    public record Standing(
            UUID id,
            String reference,
            AssessmentState state,
            String framework,
            int criteria,
            boolean rates,
            List<Named> unrated,
            List<Named> red,
            List<Named> open) {

        /// Whether what was said of it changes no more.
        public boolean isAgreed() {
            return state == AssessmentState.AGREED || state == AssessmentState.CLOSED;
        }

        static Standing of(AssessmentOnDay day) {
            var assessment = day.assessment();
            return new Standing(
                    assessment.id,
                    assessment.reference,
                    day.step().state(),
                    assessment.framework.code,
                    assessment.framework.criteria.size(),
                    assessment.framework.rates(),
                    Named.of(day.unrated()),
                    Named.of(day.red()),
                    Named.of(day.open()));
        }
    }

    /// A criterion by its code, unique in its framework, and in the framework's words.
    public record Named(String code, String title) {
        private static List<Named> of(List<Criterion> criteria) {
            return criteria.stream().map(one -> new Named(one.code(), one.title())).toList();
        }
    }

    /// How it now stands.
    ///
    /// @param idOrReference of an assessment of that locality
    /// @throws NotFound if the locality has none of that name
    @Transactional
    public Standing require(String idOrReference, Locality place) {
        var assessment = assessments.require(idOrReference);
        if (assessment.locality != place) {
            throw new NotFound("assessment", idOrReference);
        }
        return Standing.of(assessment.last());
    }

    /// A criterion that an assessment is made by.
    ///
    /// @param codeOrTitle its code, or its title if no other domain has one of that title
    /// @throws AssessmentRefusal if there is none, or more than one
    @Transactional
    public Named requireCriterion(UUID assessment, String codeOrTitle) {
        var framework = assessments.require(assessment.toString()).framework;
        return Named.of(List.of(framework.criterion(codeOrTitle))).getFirst();
    }

    /// How it stood on a day; empty before it was planned.
    @Transactional
    public Optional<Standing> on(UUID assessment, LocalDate day) {
        return assessments.require(assessment.toString()).on(day).map(Standing::of);
    }
}
