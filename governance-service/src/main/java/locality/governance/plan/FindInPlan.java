package locality.governance.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import locality.governance.plan.Finding.Kind;
import locality.governance.plan.ReadPlan.PlanOnDate;

/// Looks through a plan for what is missing, stands twice, or cannot be. *Bury Shadow Integrated
/// Commissioning* lists phases without an activity; the milestones of Manchester's Better Care Fund
/// have the section 75 agreement signed twice, once before its final scrutiny. A contradiction of
/// the sources is told, with both of its sides, and never smoothed.
final class FindInPlan {

    private final PlanOnDate shown;
    private final Plan plan;

    /// Titles of areas that actions stand in, as [Words] has them.
    private final Set<String> withActions;

    private FindInPlan(PlanOnDate shown, Set<String> withActions) {
        this.shown = shown;
        this.plan = shown.plan();
        this.withActions = withActions;
    }

    /// @param withActions the titles of areas in which actions stand
    static List<Finding> in(PlanOnDate shown, Set<String> withActions) {
        var all =
                new FindInPlan(
                        shown, withActions.stream().map(Words::of).collect(Collectors.toSet()));
        return Stream.of(
                        all.areasTwice(),
                        all.areasEmpty(),
                        all.milestonesTwice(),
                        all.objectivesWithoutMilestone(),
                        all.prioritiesWithoutBaseline(),
                        all.ahead().flatMap(all::ofMilestone))
                .flatMap(found -> found)
                .toList();
    }

    private Stream<Finding> areasTwice() {
        return twice(numbers(plan.areas.size()), plan::titleOf)
                .map(
                        same ->
                                new Finding(
                                        Kind.AREA_TWICE,
                                        plan.titleOf(same.getFirst()),
                                        null,
                                        List.of(),
                                        "\"%s\" stands there %d times: as areas %s"
                                                .formatted(
                                                        plan.titleOf(same.getFirst()),
                                                        same.size(),
                                                        listed(same))));
    }

    private Stream<Finding> areasEmpty() {
        return numbers(plan.areas.size()).stream()
                .filter(this::isEmpty)
                .map(
                        number ->
                                new Finding(
                                        Kind.AREA_EMPTY,
                                        plan.titleOf(number),
                                        null,
                                        List.of(),
                                        "No milestone and no action stands in area %d, \"%s\""
                                                .formatted(number, plan.titleOf(number))));
    }

    private boolean isEmpty(int area) {
        return shown.in(area).isEmpty()
                && numbers(plan.areas.size()).stream()
                        .filter(part -> plan.isWithin(part, area))
                        .noneMatch(part -> withActions.contains(Words.of(plan.titleOf(part))));
    }

    private Stream<Finding> milestonesTwice() {
        var there = shown.there();
        return twice(there, one -> one.title)
                .map(
                        same ->
                                new Finding(
                                        Kind.MILESTONE_TWICE,
                                        null,
                                        null,
                                        same.stream().map(one -> one.reference).toList(),
                                        "\"%s\" stands there %d times: %s"
                                                .formatted(
                                                        same.getFirst().title,
                                                        same.size(),
                                                        same.stream()
                                                                .map(this::withForecast)
                                                                .collect(
                                                                        Collectors.joining(
                                                                                "; ")))));
    }

    private String withForecast(Milestone milestone) {
        var step = shown.network().stepOf(milestone);
        var written = step.forecast().written();
        return "%s by %s"
                .formatted(milestone.reference, written == null ? step.precision() : written);
    }

    private Stream<Finding> objectivesWithoutMilestone() {
        var served =
                shown.there().stream()
                        .flatMap(one -> one.objectives.stream())
                        .collect(Collectors.toSet());
        return numbers(plan.objectives.size()).stream()
                .filter(number -> !served.contains(number))
                .map(
                        number ->
                                new Finding(
                                        Kind.OBJECTIVE_WITHOUT_MILESTONE,
                                        null,
                                        number,
                                        List.of(),
                                        "No milestone serves objective %d, \"%s\""
                                                .formatted(
                                                        number,
                                                        plan.objectives.get(number - 1).text())));
    }

    private Stream<Finding> prioritiesWithoutBaseline() {
        return numbers(plan.areas.size()).stream()
                .filter(number -> plan.areas.get(number - 1).kind() == AreaKind.PRIORITY)
                .filter(number -> shown.baselined(number) == 0)
                .map(
                        number ->
                                new Finding(
                                        Kind.PRIORITY_WITHOUT_BASELINE,
                                        plan.titleOf(number),
                                        null,
                                        shown.in(number).stream()
                                                .map(one -> one.reference)
                                                .toList(),
                                        "Priority \"%s\" has no milestone that a baseline fixed"
                                                .formatted(plan.titleOf(number))));
    }

    private Stream<Milestone> ahead() {
        return shown.own().stream().filter(one -> shown.network().stepOf(one).state().isAhead());
    }

    private Stream<Finding> ofMilestone(Milestone milestone) {
        var found = new ArrayList<Finding>();
        var forecast = shown.network().stepOf(milestone).forecast();
        var early = shown.datesOf(milestone).early();
        if (forecast.lastDay() != null && early != null && forecast.lastDay().isBefore(early)) {
            found.add(
                    about(
                            milestone,
                            Kind.FORECAST_BEFORE_PREDECESSOR,
                            "\"%s\" is forecast by %s; what it waits for lets it be reached on %s"
                                    .formatted(milestone.title, forecast.lastDay(), early)));
        }
        var deadline = shown.deadlineOf(milestone);
        if (deadline != null && early != null && deadline.isBefore(early)) {
            found.add(
                    about(
                            milestone,
                            Kind.DEADLINE_MISSED,
                            "\"%s\" is demanded by %s and can be reached on %s"
                                    .formatted(milestone.title, deadline, early)));
        }
        for (var before : shown.network().cancelledBefore(milestone)) {
            found.add(
                    about(
                            milestone,
                            Kind.PREDECESSOR_CANCELLED,
                            "\"%s\" waits for %s, which was cancelled"
                                    .formatted(milestone.title, before.reference)));
        }
        for (var before : shown.network().undatedBefore(milestone)) {
            found.add(
                    about(
                            milestone,
                            Kind.PREDECESSOR_UNDATED,
                            "\"%s\" waits for %s, which has no date"
                                    .formatted(milestone.title, before.reference)));
        }
        for (var flag : forecast.flags()) {
            found.add(
                    about(
                            milestone,
                            Kind.valueOf(flag),
                            flag.equals(Forecast.NO_DATE)
                                    ? "\"%s\" has no date".formatted(milestone.title)
                                    : "\"%s\" goes on, and no next review is said"
                                            .formatted(milestone.title)));
        }
        return found.stream();
    }

    private Finding about(Milestone milestone, Kind kind, String inWords) {
        return new Finding(
                kind, shown.areaTitleOf(milestone), null, List.of(milestone.reference), inWords);
    }

    /// Those of which several are called the same, in the order of the first of each.
    private static <T> Stream<List<T>> twice(List<T> all, Function<T, String> title) {
        return all.stream()
                .collect(
                        Collectors.groupingBy(
                                one -> Words.of(title.apply(one)),
                                LinkedHashMap::new,
                                Collectors.toList()))
                .values()
                .stream()
                .filter(same -> same.size() > 1);
    }

    private static List<Integer> numbers(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static String listed(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
