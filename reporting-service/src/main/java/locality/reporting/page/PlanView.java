package locality.reporting.page;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import locality.reporting.page.PartnershipView.Waiting;
import locality.reporting.partnership.PlanDrawing;
import locality.reporting.partnership.Plans;
import locality.reporting.partnership.Plans.Milestone;
import locality.reporting.partnership.Plans.Plan;

/// A locality's plans laid out for their page.
record PlanView(Plans plans) {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    public List<Waiting> waiting() {
        return plans.attention().stream()
                .map(it -> Waiting.of(it, plans.locality().code(), plans.on()))
                .toList();
    }

    /// The plan drawn, empty when no milestone has a day.
    ///
    /// @param number its place on the page, from 1
    public String drawing(Plan plan, int number) {
        return PlanDrawing.of(plan, plans.on(), "plan-" + number);
    }

    /// Milestones by the quarter they are expected in or were reached in, then what is ongoing,
    /// then what has no day.
    public Map<String, List<Milestone>> quarters(Plan plan) {
        var quarters = new TreeMap<Quarter, List<Milestone>>();
        var others = new TreeMap<String, List<Milestone>>();
        for (var milestone : plan.milestones()) {
            var day = milestone.day();
            if (day != null) {
                quarters.computeIfAbsent(Quarter.of(day), _ -> new ArrayList<>()).add(milestone);
            } else if (milestone.precision().equals("ONGOING")) {
                others.computeIfAbsent("Ongoing", _ -> new ArrayList<>()).add(milestone);
            } else {
                others.computeIfAbsent("Without a day", _ -> new ArrayList<>()).add(milestone);
            }
        }
        var shown = new LinkedHashMap<String, List<Milestone>>();
        quarters.forEach((quarter, milestones) -> shown.put(quarter.inWords(), milestones));
        shown.putAll(others);
        return shown;
    }

    /// The day as far as it is known: `31 July 2021`, `July 2021`, `July to September 2021`.
    public String expected(Milestone milestone) {
        var day = milestone.forecastOn();
        if (day == null && milestone.achievedOn() != null) {
            return "No day was set";
        }
        if (day == null) {
            return milestone.precision().equals("ONGOING") ? "Ongoing" : "No day yet";
        }
        return switch (milestone.precision()) {
            case "MONTH" -> MONTH.format(day);
            case "QUARTER" -> Quarter.of(day).inWords();
            default -> Formats.inWords(day);
        };
    }

    /// `20 days later`, `5 days earlier`, `As planned`, or a dash without a baseline or a day.
    public String slippage(Milestone milestone) {
        var days = milestone.slippageDays();
        if (days == null) {
            return "–";
        }
        if (days == 0) {
            return "As planned";
        }
        var number = Math.abs(days);
        return "%d %s %s"
                .formatted(number, number == 1 ? "day" : "days", days > 0 ? "later" : "earlier");
    }

    /// Where a table of the page is as a file, before the ending that says of which kind.
    public String at(String table) {
        return "/localities/%s/plan/%s".formatted(plans.locality().code(), table);
    }

    /// What to ask of a table of this page, so that it holds what the page does.
    public String asShown() {
        return "?on=" + plans.on();
    }
}
