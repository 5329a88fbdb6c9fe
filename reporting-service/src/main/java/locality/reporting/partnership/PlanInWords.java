package locality.reporting.partnership;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import locality.reporting.partnership.Plans.Milestone;
import locality.reporting.partnership.Plans.Plan;

/// A plan in words, for whoever cannot see its drawing.
final class PlanInWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private PlanInWords() {}

    static String of(Plan plan, LocalDate on) {
        var sentences = new ArrayList<String>();
        sentences.add("%s of %s".formatted(number(plan), plan.title()));
        plan.milestones().stream()
                .map(Milestone::day)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .ifPresent(first -> sentences.add("the first on " + DAY.format(first)));
        plan.milestones().stream()
                .map(Milestone::day)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .ifPresent(last -> sentences.add("the last on " + DAY.format(last)));
        var reached = plan.milestones().stream().filter(it -> it.achievedOn() != null).count();
        var overdue = plan.milestones().stream().filter(Milestone::overdue).count();
        var undated = plan.milestones().stream().filter(it -> it.day() == null).count();
        sentences.add(
                "%d reached and %d overdue by %s".formatted(reached, overdue, DAY.format(on)));
        if (undated > 0) {
            sentences.add("%d without a day are not drawn".formatted(undated));
        }
        sentences.add(slippage(plan));
        return String.join("; ", sentences) + ".";
    }

    private static String number(Plan plan) {
        var number = plan.milestones().size();
        return number == 1 ? "1 milestone" : number + " milestones";
    }

    private static String slippage(Plan plan) {
        if (plan.milestones().stream().allMatch(it -> it.baselineOn() == null)) {
            return "no baseline is kept";
        }
        var slipped = plan.milestones().stream().filter(Milestone::slips).toList();
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
