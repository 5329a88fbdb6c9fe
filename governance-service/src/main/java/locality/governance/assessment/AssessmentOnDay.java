package locality.governance.assessment;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import locality.platform.event.PartnershipEvent;
import org.jspecify.annotations.Nullable;

/// What an assessment was on a day: its state, the last that each rater had said of each criterion,
/// and what had been found.
///
/// @param day of which it is
/// @param step the last one taken by then
/// @param ratings by the criterion's code; none of what nobody had rated
record AssessmentOnDay(
        Assessment assessment,
        LocalDate day,
        AssessmentStep step,
        Map<String, Rated> ratings,
        List<Finding> findings) {

    static AssessmentOnDay of(Assessment assessment, AssessmentStep step, LocalDate day) {
        var ratings = new HashMap<String, Map<Rater, Rating>>();
        for (var rating : assessment.ratings) {
            if (!rating.ratedOn().isAfter(day)) {
                ratings.computeIfAbsent(rating.criterion(), _ -> new EnumMap<>(Rater.class))
                        .put(rating.rater(), rating);
            }
        }
        var rated = new HashMap<String, Rated>();
        ratings.forEach((criterion, said) -> rated.put(criterion, new Rated(said)));
        return new AssessmentOnDay(
                assessment,
                day,
                step,
                rated,
                assessment.findings.stream()
                        .filter(finding -> !finding.foundOn().isAfter(day))
                        .toList());
    }

    /// What each rater last said of a criterion.
    record Rated(Map<Rater, Rating> by) {

        static final Rated NOT = new Rated(Map.of());

        @Nullable Rating by(Rater rater) {
            return by.get(rater);
        }

        /// What counts: what was agreed, else what the reviewer said, else what those who are
        /// assessed say; null when nobody said anything.
        @Nullable Rating counting() {
            return Stream.of(Rater.AGREED, Rater.REVIEWER, Rater.SELF)
                    .map(by::get)
                    .filter(one -> one != null)
                    .findFirst()
                    .orElse(null);
        }

        /// The word that counts; null when none is known.
        @Nullable String word() {
            var counting = counting();
            return counting == null ? null : counting.word();
        }

        /// The word that counts, or `UNKNOWN`.
        String said() {
            var word = word();
            return word == null ? Framework.UNKNOWN : word;
        }
    }

    /// @throws java.util.NoSuchElementException while it is planned only
    LocalDate conductedOn() {
        return assessment.steps.stream()
                .filter(one -> one.state() == AssessmentState.CONDUCTED)
                .map(AssessmentStep::effectiveOn)
                .findFirst()
                .orElseThrow();
    }

    Rated of(Criterion criterion) {
        return ratings.getOrDefault(criterion.code(), Rated.NOT);
    }

    /// The criteria of which no word is known, whether nobody said one or it is expressly unknown;
    /// of a framework without a scale, those about which nothing was found.
    List<Criterion> unrated() {
        return those(
                one -> assessment.framework.rates() ? of(one).word() == null : !isFoundAbout(one));
    }

    /// The criteria that keep it from being agreed: neither agreed nor agreed to be unknown; of a
    /// framework without a scale, those about which nothing was found either.
    List<Criterion> open() {
        return those(
                one ->
                        of(one).by(Rater.AGREED) == null
                                && (assessment.framework.rates() || !isFoundAbout(one)));
    }

    /// The criteria whose word that counts is red. What is unknown is not red.
    List<Criterion> red() {
        return those(one -> assessment.framework.isRed(of(one).word()));
    }

    /// The criteria whose word that counts is worse than the target, or of which something is found
    /// missing.
    List<Criterion> gaps() {
        return those(
                one ->
                        assessment.framework.isGap(of(one).word())
                                || findings.stream()
                                        .filter(finding -> finding.kind() == FindingKind.GAP)
                                        .anyMatch(finding -> isAbout(finding, one)));
    }

    List<Criterion> gapsWithoutAction() {
        return gaps().stream().filter(one -> assessment.actionFor(one, day) == null).toList();
    }

    /// Every criterion as it is told: `UNKNOWN` is a word of whoever says so, null of whoever says
    /// nothing.
    List<PartnershipEvent.Rating> told() {
        return assessment.framework.criteria.stream()
                .map(
                        one ->
                                new PartnershipEvent.Rating(
                                        one.domain(),
                                        one.title(),
                                        word(one, Rater.SELF),
                                        word(one, Rater.REVIEWER),
                                        word(one, Rater.AGREED)))
                .toList();
    }

    private @Nullable String word(Criterion criterion, Rater rater) {
        var rating = of(criterion).by(rater);
        return rating == null ? null : rating.said();
    }

    private boolean isFoundAbout(Criterion criterion) {
        return findings.stream().anyMatch(finding -> isAbout(finding, criterion));
    }

    private static boolean isAbout(Finding finding, Criterion criterion) {
        return criterion.code().equals(finding.criterion());
    }

    private List<Criterion> those(Predicate<Criterion> wanted) {
        return assessment.framework.criteria.stream().filter(wanted).toList();
    }
}
