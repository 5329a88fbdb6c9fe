package locality.budget.line;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import locality.budget.planversion.PlannedLine;
import org.jspecify.annotations.Nullable;

/// The plan that a sheet replaces, by line.
record PlannedBefore(Map<UUID, PlannedLine> lines) {

    static PlannedBefore of(List<PlannedLine> plan) {
        return new PlannedBefore(plan.stream().collect(toMap(PlannedLine::lineId, row -> row)));
    }

    /// The line as that plan has it, null if it has not.
    @Nullable PlannedLine of(BudgetLine line) {
        return lines.get(line.id);
    }

    /// How many rows of the next plan say what this one says.
    int countOf(List<PlannedLine> next) {
        return (int) next.stream().filter(row -> row.equals(lines.get(row.lineId()))).count();
    }

    /// How many of its lines the next plan leaves out.
    int countMissingFrom(List<PlannedLine> next) {
        var kept = next.stream().map(PlannedLine::lineId).collect(toSet());
        return (int) lines.keySet().stream().filter(line -> !kept.contains(line)).count();
    }
}
