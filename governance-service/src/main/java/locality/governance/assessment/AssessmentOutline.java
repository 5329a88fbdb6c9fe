package locality.governance.assessment;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import locality.platform.http.Csv;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An assessment in a list, as it was on a day.
///
/// @param criteria how many its framework has
/// @param unrated how many of them no word is known of
/// @param red how many are red; what is unknown is not
/// @param gaps how many are worse than the target, or were found wanting
/// @param gapsWithoutAction of these, those without an action by that day
@Schema(name = "AssessmentOutline")
record AssessmentOutline(
        UUID id,
        String reference,
        String title,
        String framework,
        Locality locality,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable String body,
        @Nullable LocalDate plannedOn,
        AssessmentState state,
        LocalDate since,
        int criteria,
        int unrated,
        int red,
        int gaps,
        int gapsWithoutAction,
        int findings,
        long version) {

    static final List<String> COLUMNS =
            List.of(
                    "reference",
                    "version",
                    "title",
                    "framework",
                    "locality",
                    "subjectType",
                    "subjectId",
                    "body",
                    "plannedOn",
                    "state",
                    "since",
                    "criteria",
                    "unrated",
                    "red",
                    "gaps",
                    "gapsWithoutAction",
                    "findings");

    static AssessmentOutline of(AssessmentOnDay now) {
        var one = now.assessment();
        return new AssessmentOutline(
                one.id,
                one.reference,
                one.title,
                one.framework.code,
                one.locality,
                one.subjectType,
                one.subjectId,
                one.bodyReference,
                one.plannedOn,
                now.step().state(),
                now.step().effectiveOn(),
                one.framework.criteria.size(),
                now.unrated().size(),
                now.red().size(),
                now.gaps().size(),
                now.gapsWithoutAction().size(),
                now.findings().size(),
                one.version);
    }

    static String csv(List<AssessmentOutline> assessments) {
        return Csv.write(COLUMNS, assessments.stream().map(AssessmentOutline::cells).toList());
    }

    /// What an export writes, by column.
    Map<String, String> row() {
        var cells = cells();
        return IntStream.range(0, COLUMNS.size())
                .boxed()
                .collect(Collectors.toMap(COLUMNS::get, at -> Objects.toString(cells.get(at), "")));
    }

    private List<@Nullable Object> cells() {
        return Arrays.asList(
                reference,
                version,
                title,
                framework,
                locality.code(),
                subjectType,
                subjectId,
                body,
                plannedOn,
                state,
                since,
                criteria,
                unrated,
                red,
                gaps,
                gapsWithoutAction,
                findings);
    }
}
