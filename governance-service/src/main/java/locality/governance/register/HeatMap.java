package locality.governance.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import locality.platform.http.Csv;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// How many live entries of a register score what, on a day: five times five cells, and those that
/// are unscored apart, for they are in none.
///
/// @param cells by likelihood, then by impact, each 1 to 5: all 25 of them
/// @param unscored the references of those that nobody scored, or by half
/// @param entries all of them; the counts of the cells and the unscored sum to it
@Schema(name = "RegisterHeatMap")
record HeatMap(
        ScoreKind score, LocalDate on, List<Cell> cells, List<String> unscored, int entries) {

    private static final int HIGHEST = 5;

    /// @param entries the references of those that score so
    @Schema(name = "RegisterHeatMapCell")
    record Cell(int likelihood, int impact, int count, List<String> entries) {}

    /// @param steps what each was on the day, live or not
    static HeatMap of(ScoreKind kind, LocalDate on, List<Scored> steps) {
        var live = steps.stream().filter(one -> one.step.stateOn(on).isLive()).toList();
        var cells = new ArrayList<Cell>();
        for (int likelihood = 1; likelihood <= HIGHEST; likelihood++) {
            for (int impact = 1; impact <= HIGHEST; impact++) {
                var there = references(live, kind, new Score(likelihood, impact));
                cells.add(new Cell(likelihood, impact, there.size(), there));
            }
        }
        var unscored =
                live.stream()
                        .filter(one -> one.step.score(kind).product() == null)
                        .map(Scored::reference)
                        .toList();
        return new HeatMap(kind, on, cells, unscored, live.size());
    }

    /// An entry on the day.
    record Scored(String reference, EntryStep step) {}

    /// A row of each cell, and at the end one without likelihood and impact: the unscored.
    String csv() {
        return Csv.write(
                List.of("likelihood", "impact", "count", "entries"),
                Stream.concat(
                                cells.stream()
                                        .map(
                                                cell ->
                                                        row(
                                                                cell.likelihood,
                                                                cell.impact,
                                                                cell.entries)),
                                Stream.of(row(null, null, unscored)))
                        .toList());
    }

    private static List<@Nullable Object> row(
            @Nullable Integer likelihood, @Nullable Integer impact, List<String> references) {
        return Arrays.asList(likelihood, impact, references.size(), String.join("; ", references));
    }

    private static List<String> references(List<Scored> live, ScoreKind kind, Score wanted) {
        return live.stream()
                .filter(one -> one.step.score(kind).equals(wanted))
                .map(Scored::reference)
                .toList();
    }
}
