package locality.governance.assessment;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import locality.governance.worklist.WorklistKind;
import locality.governance.worklist.WorklistRow;
import locality.governance.worklist.WorklistSource;
import locality.platform.caller.Roles;
import locality.platform.http.Page;
import locality.platform.place.Locality;
import locality.platform.worklist.ClearingCall;

/// Assessments that wait: to be conducted, rated, agreed, or for actions that close their gaps.
@ApplicationScoped
class AssessmentsWaiting implements WorklistSource {

    private final Assessments assessments;

    AssessmentsWaiting(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public List<WorklistRow> rows(Set<Locality> places, LocalDate on) {
        return Stream.of(
                        AssessmentState.PLANNED,
                        AssessmentState.CONDUCTED,
                        AssessmentState.DRAFT_SHARED,
                        AssessmentState.AGREED)
                .map(state -> Assessments.Wanted.in(state, on))
                .flatMap(wanted -> assessments.inPlaces(places, wanted, "", Page.ALL).stream())
                .flatMap(one -> one.on(on).stream())
                .flatMap(was -> row(was, on).stream())
                .toList();
    }

    private static Optional<WorklistRow> row(AssessmentOnDay was, LocalDate on) {
        return switch (was.step().state()) {
            case PLANNED -> isPast(was, on) ? Optional.of(toConduct(was, on)) : Optional.empty();
            case CONDUCTED -> toRate(was, on);
            case DRAFT_SHARED -> Optional.of(toAgree(was));
            case AGREED -> toActOn(was, on);
            case CLOSED -> Optional.empty();
        };
    }

    private static boolean isPast(AssessmentOnDay was, LocalDate on) {
        var planned = was.assessment().plannedOn;
        return planned != null && planned.isBefore(on);
    }

    private static WorklistRow toConduct(AssessmentOnDay was, LocalDate on) {
        return WorklistRow.due(
                WorklistKind.ASSESSMENT_TO_CONDUCT,
                was.assessment().reference,
                was.assessment().title,
                requireNonNull(was.assessment().plannedOn),
                on,
                at(was),
                "It was to be conducted by %s: say when it was"
                        .formatted(was.assessment().plannedOn),
                ClearingCall.post(path(was, "conduct"), "conductedOn", on));
    }

    /// Those that the reviewer said nothing of, not even that it is not known.
    private static Optional<WorklistRow> toRate(AssessmentOnDay was, LocalDate on) {
        var missing =
                was.assessment().framework.rates()
                        ? was.assessment().framework.criteria.stream()
                                .filter(one -> was.of(one).by(Rater.REVIEWER) == null)
                                .toList()
                        : List.<Criterion>of();
        if (missing.isEmpty() || !isPast(was, on)) {
            return Optional.empty();
        }
        return Optional.of(
                WorklistRow.due(
                        WorklistKind.ASSESSMENT_TO_RATE,
                        was.assessment().reference,
                        was.assessment().title,
                        requireNonNull(was.assessment().plannedOn),
                        on,
                        at(was),
                        "The reviewer has not rated %d of %d criteria: rate them, or say UNKNOWN"
                                .formatted(
                                        missing.size(), was.assessment().framework.criteria.size()),
                        ClearingCall.post(
                                path(was, "ratings"), "ratings", words(missing, "reviewer", was))));
    }

    private static WorklistRow toAgree(AssessmentOnDay was) {
        var open = was.open();
        return WorklistRow.waiting(
                WorklistKind.ASSESSMENT_TO_AGREE,
                was.assessment().reference,
                was.assessment().title,
                was.step().effectiveOn(),
                at(was),
                "The draft is shared, and %d criteria are not agreed: agree on words, or on UNKNOWN"
                        .formatted(open.size()),
                ClearingCall.post(path(was, "agree"), "ratings", words(open, "agreed", was)));
    }

    private static Optional<WorklistRow> toActOn(AssessmentOnDay was, LocalDate on) {
        var gaps =
                was.gaps().stream()
                        .filter(one -> was.assessment().actionFor(one, on) == null)
                        .map(Criterion::code)
                        .toList();
        return gaps.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        WorklistRow.waiting(
                                WorklistKind.ASSESSMENT_GAP_WITHOUT_ACTION,
                                was.assessment().reference,
                                was.assessment().title,
                                was.step().effectiveOn(),
                                at(was),
                                "%d gaps have no action: give one, or close it saying why none is"
                                        .formatted(gaps.size())
                                        .concat(" needed"),
                                ClearingCall.post(
                                        path(was, "actions"),
                                        "criteria",
                                        gaps,
                                        "body",
                                        was.assessment().bodyReference == null
                                                ? "The body that gives it"
                                                : null,
                                        "post",
                                        "Who is to close the gap",
                                        "dueOn",
                                        on.plusDays(WorklistSource.DAYS_AHEAD))));
    }

    /// What is known already is proposed.
    private static List<Map<String, String>> words(
            List<Criterion> criteria, String rater, AssessmentOnDay was) {
        return criteria.stream()
                .map(one -> Map.of("criterion", one.code(), rater, was.of(one).said()))
                .toList();
    }

    private static WorklistRow.Place at(AssessmentOnDay was) {
        var one = was.assessment();
        return new WorklistRow.Place(one.locality, one.bodyReference, Roles.GOVERNANCE);
    }

    private static String path(AssessmentOnDay was, String verb) {
        return "/assessments/%s/%s".formatted(was.assessment().reference, verb);
    }
}
