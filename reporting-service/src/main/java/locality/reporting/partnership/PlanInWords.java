package locality.reporting.partnership;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import locality.reporting.partnership.Plans.Milestone;
import locality.reporting.partnership.Plans.Plan;

/// A plan in words, for whoever cannot see its drawing: of the same milestones, without what is
/// cancelled.
final class PlanInWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private PlanInWords() {}

    static String of(Plan plan, LocalDate on) {
        var sentences = new ArrayList<String>();
        var there = plan.milestones().stream().filter(it -> !it.isCancelled()).toList();
        sentences.add("%s of %s".formatted(number(there), plan.title()));
        there.stream()
                .map(Milestone::reachableOn)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(first -> sentences.add("the first on " + DAY.format(first)));
        there.stream()
                .map(Milestone::reachableOn)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .ifPresent(last -> sentences.add("the last on " + DAY.format(last)));
        var reached = there.stream().filter(it -> it.achievedOn() != null).count();
        var overdue = there.stream().filter(Milestone::overdue).count();
        var undated = there.stream().filter(it -> it.reachableOn() == null).count();
        sentences.add(
                "%d reached and %d overdue by %s".formatted(reached, overdue, DAY.format(on)));
        if (undated > 0) {
            sentences.add("%d without a day are not drawn".formatted(undated));
        }
        criticalPath(plan).ifPresent(sentences::add);
        waiting(there).ifPresent(sentences::add);
        sentences.add(slippage(plan, there));
        return String.join("; ", sentences) + ".";
    }

    private static String number(List<Milestone> there) {
        var number = there.size();
        return number == 1 ? "1 milestone" : number + " milestones";
    }

    private static Optional<String> criticalPath(Plan plan) {
        var critical = plan.criticalPath();
        return critical.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "on the critical path: "
                                + critical.stream()
                                        .map(Milestone::title)
                                        .collect(Collectors.joining(", ")));
    }

    private static Optional<String> waiting(List<Milestone> there) {
        var waiting = there.stream().filter(it -> !it.predecessors().isEmpty()).toList();
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        waiting.stream()
                                .map(it -> "%s waits for %s".formatted(it.title(), it.waitsFor()))
                                .collect(Collectors.joining("; ")));
    }

    private static String slippage(Plan plan, List<Milestone> there) {
        if (there.stream().allMatch(it -> it.baselineOn() == null)) {
            return "no baseline is kept";
        }
        var slipped = there.stream().filter(Milestone::isLater).toList();
        return slipped.stream()
                .max(Comparator.comparing(it -> Objects.requireNonNull(it.slippageDays())))
                .map(
                        furthest ->
                                "%d later than %s, the furthest by %d days: %s"
                                        .formatted(
                                                slipped.size(),
                                                baseline(plan),
                                                furthest.slippageDays(),
                                                furthest.title()))
                .orElse("none is later than " + baseline(plan));
    }

    /// The baseline by its name; milestones may be told of before their plan's baseline is.
    static String baseline(Plan plan) {
        return plan.baseline() == null ? "the baseline" : "the baseline " + plan.baseline();
    }
}
