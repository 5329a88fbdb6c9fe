package locality.governance.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How every criterion of a framework stands in every locality, or with every subject there, on a
/// day (*Twelve Month Review*, 4.1.5). An assessment that leaves a criterion unknown is told apart
/// from a place that was not assessed, and neither is counted as any word.
///
/// @param columns what was assessed; a locality you read that was not is there with blank cells
@Schema(name = "HeatMap")
record HeatMap(
        String framework,
        String title,
        LocalDate on,
        List<String> scale,
        List<Column> columns,
        List<Row> rows,
        Counts total) {

    /// @param subjectType null when it is the locality
    /// @param assessment the last one conducted by the day, null when there is none
    @Schema(name = "HeatMapColumn")
    record Column(
            Locality locality,
            String name,
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable String assessment,
            @Nullable AssessmentState state) {

        String heading() {
            return subjectId == null
                    ? locality.displayName()
                    : locality.displayName() + " " + subjectId;
        }
    }

    @Schema(name = "HeatMapRow")
    record Row(String domain, String criterion, String title, List<Cell> cells, Counts counts) {}

    /// @param word null when it was not assessed, or no word is known
    /// @param rater whose word it is
    /// @param unknown whether it was assessed, and no word is known
    @Schema(name = "HeatMapCell")
    record Cell(
            @Nullable String word,
            @Nullable Rater rater,
            boolean unknown,
            boolean gap,
            boolean red) {

        static final Cell BLANK = new Cell(null, null, false, false, false);

        static Cell of(@Nullable AssessmentOnDay assessed, Criterion criterion) {
            if (assessed == null || !assessed.assessment().framework.has(criterion)) {
                return BLANK;
            }
            var framework = assessed.assessment().framework;
            var counting = assessed.of(criterion).counting();
            var word = counting == null ? null : counting.word();
            return new Cell(
                    word,
                    counting == null ? null : counting.rater(),
                    word == null,
                    framework.isGap(word),
                    framework.isRed(word));
        }

        String said() {
            return word == null ? unknown ? Framework.UNKNOWN : "" : word;
        }
    }

    /// @param byWord how many cells have each word of the scale, the worst first
    /// @param unknown cells of an assessment in which no word is known
    /// @param notAssessed blank cells
    @Schema(name = "HeatMapCounts")
    record Counts(Map<String, Integer> byWord, int unknown, int notAssessed) {

        /// Of one assessment.
        static Counts of(AssessmentOnDay assessed) {
            var framework = assessed.assessment().framework;
            return of(
                    framework.scale,
                    framework.criteria.stream().map(one -> Cell.of(assessed, one)).toList());
        }

        static Counts of(List<String> scale, List<Cell> cells) {
            var byWord = new LinkedHashMap<String, Integer>();
            scale.forEach(word -> byWord.put(word, 0));
            int unknown = 0;
            int notAssessed = 0;
            for (var cell : cells) {
                if (cell.word != null) {
                    byWord.merge(cell.word, 1, Integer::sum);
                } else if (cell.unknown) {
                    unknown++;
                } else {
                    notAssessed++;
                }
            }
            return new Counts(byWord, unknown, notAssessed);
        }
    }

    /// @param framework the version that holds on the day
    /// @param assessed by that framework and conducted by the day, the earlier first
    /// @param places whose columns are shown
    static HeatMap of(
            Framework framework,
            LocalDate on,
            List<AssessmentOnDay> assessed,
            Set<Locality> places) {
        var latest = latest(assessed, places);
        var columns = latest.entrySet().stream().map(HeatMap::column).toList();
        var rows =
                framework.criteria.stream()
                        .map(one -> row(framework, one, new ArrayList<>(latest.values())))
                        .toList();
        return new HeatMap(
                framework.code,
                framework.title,
                on,
                framework.scale,
                columns,
                rows,
                Counts.of(
                        framework.scale,
                        rows.stream().flatMap(row -> row.cells.stream()).toList()));
    }

    List<String> csvColumns() {
        return Stream.of(
                        Stream.of("domain", "criterionCode", "criterion"),
                        columns.stream().map(Column::heading),
                        total.byWord.keySet().stream(),
                        Stream.of(Framework.UNKNOWN, "notAssessed"))
                .flatMap(names -> names)
                .toList();
    }

    List<List<Object>> csvRows() {
        return rows.stream().map(this::line).toList();
    }

    private List<Object> line(Row row) {
        var line = new ArrayList<Object>(List.of(row.domain, row.criterion, row.title));
        row.cells.forEach(cell -> line.add(cell.said()));
        total.byWord.keySet().forEach(word -> line.add(row.counts.byWord.getOrDefault(word, 0)));
        line.add(row.counts.unknown);
        line.add(row.counts.notAssessed);
        return line;
    }

    private record Of(Locality locality, @Nullable String type, @Nullable String id) {}

    /// The last assessment of each locality and subject; null of a locality that has none at all.
    private static Map<Of, @Nullable AssessmentOnDay> latest(
            List<AssessmentOnDay> assessed, Set<Locality> places) {
        var found = new LinkedHashMap<Of, @Nullable AssessmentOnDay>();
        for (var place : columnsOf(places)) {
            var here = assessed.stream().filter(one -> one.assessment().locality == place).toList();
            here.stream().sorted(HeatMap::bySubject).forEach(one -> found.put(of(one), one));
            if (here.isEmpty() && place != Locality.GREATER_MANCHESTER) {
                found.put(new Of(place, null, null), null);
            }
        }
        return found;
    }

    private static List<Locality> columnsOf(Set<Locality> places) {
        return Arrays.stream(Locality.values()).filter(places::contains).toList();
    }

    private static Of of(AssessmentOnDay one) {
        var assessment = one.assessment();
        return new Of(assessment.locality, assessment.subjectType, assessment.subjectId);
    }

    private static int bySubject(AssessmentOnDay one, AssessmentOnDay other) {
        return Objects.toString(one.assessment().subjectId, "")
                .compareTo(Objects.toString(other.assessment().subjectId, ""));
    }

    private static Column column(Map.Entry<Of, @Nullable AssessmentOnDay> each) {
        var assessed = each.getValue();
        return new Column(
                each.getKey().locality,
                each.getKey().locality.displayName(),
                each.getKey().type,
                each.getKey().id,
                assessed == null ? null : assessed.assessment().reference,
                assessed == null ? null : assessed.step().state());
    }

    private static Row row(
            Framework framework, Criterion criterion, List<@Nullable AssessmentOnDay> columns) {
        var cells = columns.stream().map(assessed -> Cell.of(assessed, criterion)).toList();
        return new Row(
                criterion.domain(),
                criterion.code(),
                criterion.title(),
                cells,
                Counts.of(framework.scale, cells));
    }
}
