package locality.budget.planversion;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import locality.platform.http.Csv;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What one version of a plan says otherwise than another. The differences of its lines sum to the
/// difference of the whole.
@Schema(name = "PlanDifference")
record PlanDifference(
        int from,
        int to,
        Pence fromPence,
        Pence toPence,
        @Schema(description = "toPence - fromPence, which is the sum of the lines' differences")
                Pence differencePence,
        @Schema(description = "The lines that are not the same in both") List<Line> lines) {

    private static final List<String> COLUMNS =
            List.of(
                    "line",
                    "scheme",
                    "change",
                    "fromPence",
                    "toPence",
                    "differencePence",
                    "changed");

    @Schema(name = "PlanLineChange")
    enum Change {
        ADDED,
        WITHDRAWN,
        CHANGED
    }

    /// A line that is not the same in both.
    @Schema(name = "PlanLineDifference")
    record Line(
            UUID lineId,
            String line,
            String scheme,
            Change change,
            Pence fromPence,
            Pence toPence,
            Pence differencePence,
            @Schema(description = "What is not the same, by the plan's columns")
                    List<String> changed) {

        static @Nullable Line of(@Nullable PlannedLine from, @Nullable PlannedLine to) {
            var named = to != null ? to : Objects.requireNonNull(from);
            var changed = from == null || to == null ? List.<String>of() : changed(from, to);
            if (from != null && to != null && changed.isEmpty()) {
                return null;
            }
            return new Line(
                    named.lineId(),
                    named.line(),
                    named.scheme(),
                    from == null ? Change.ADDED : to == null ? Change.WITHDRAWN : Change.CHANGED,
                    planned(from),
                    planned(to),
                    planned(to).minus(planned(from)),
                    changed);
        }

        private static Pence planned(@Nullable PlannedLine line) {
            return line == null ? Pence.ZERO : line.plannedPence();
        }

        private static List<String> changed(PlannedLine from, PlannedLine to) {
            var before = said(from);
            return said(to).entrySet().stream()
                    .filter(now -> !Objects.equals(now.getValue(), before.get(now.getKey())))
                    .map(Map.Entry::getKey)
                    .toList();
        }

        /// What a plan may change of a line; the rest makes it the line that it is.
        private static Map<String, @Nullable Object> said(PlannedLine line) {
            var said = new LinkedHashMap<String, @Nullable Object>();
            said.put("recurrent", line.recurrent());
            said.put("ringFence", line.ringFence());
            said.put("basis", line.basis());
            said.put("plannedPence", line.plannedPence());
            said.put("function", line.function());
            said.put("schemeType", line.schemeType());
            said.put("description", line.description());
            said.put("status", line.status());
            said.put("plannedUnits", line.plannedUnits());
            said.put("unit", line.unit());
            said.put("use", line.use());
            said.put("provenance", line.provenance());
            return said;
        }
    }

    static PlanDifference between(PlanVersion from, PlanVersion to) {
        var before = byId(from.lines);
        var after = byId(to.lines);
        var ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(after.keySet());
        var lines = new ArrayList<Line>();
        for (var id : ids) {
            var line = Line.of(before.get(id), after.get(id));
            if (line != null) {
                lines.add(line);
            }
        }
        return new PlanDifference(
                from.version,
                to.version,
                from.plannedPence,
                to.plannedPence,
                to.plannedPence.minus(from.plannedPence),
                lines);
    }

    private static Map<UUID, PlannedLine> byId(List<PlannedLine> lines) {
        return lines.stream()
                .collect(
                        toMap(
                                PlannedLine::lineId,
                                Function.identity(),
                                (one, _) -> one,
                                LinkedHashMap::new));
    }

    String asCsv() {
        return Csv.write(COLUMNS, lines.stream().map(PlanDifference::cells).toList());
    }

    private static List<Object> cells(Line line) {
        return Arrays.asList(
                line.line(),
                line.scheme(),
                line.change(),
                line.fromPence().value(),
                line.toPence().value(),
                line.differencePence().value(),
                String.join("; ", line.changed()));
    }
}
