package locality.reporting.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import locality.reporting.governance.Governance;
import locality.reporting.governance.Governance.Node;

/// A locality's boards laid out for their page.
record GovernanceView(Governance governance) {

    /// One thing that waits for somebody.
    record Waiting(String label, String text, String at) {}

    /// What should have happened by the day shown, the gravest first.
    public List<Waiting> waiting() {
        var waiting = new ArrayList<Waiting>();
        add(
                overdue(),
                "Overdue",
                "action is past its day",
                "actions are past their day",
                "actions",
                waiting);
        add(
                late(),
                "Late",
                "matter of the forward plan is past its day",
                "matters of the forward plan are past their day",
                "plan",
                waiting);
        add(
                governance.vacancies().size(),
                "Vacant",
                "seat stands vacant",
                "seats stand vacant",
                "vacancies",
                waiting);
        add(
                unresolved(),
                "Dispute",
                "dispute is not resolved",
                "disputes are not resolved",
                "disputes",
                waiting);
        return waiting;
    }

    private static void add(
            long number,
            String label,
            String one,
            String several,
            String at,
            List<Waiting> waiting) {
        if (number > 0) {
            waiting.add(
                    new Waiting(label, "%d %s".formatted(number, number == 1 ? one : several), at));
        }
    }

    /// By when an action is to be done, as exactly as that was said: `30 June 2018`, `By the end of
    /// June 2018`, `Ongoing`, `No date`.
    public String due(Governance.Action action) {
        var day = action.dueOn();
        if (day == null) {
            return "ONGOING".equals(action.precision()) ? "Ongoing" : "No date";
        }
        return "MONTH".equals(action.precision())
                ? "By the end of " + Formats.month(day)
                : Formats.inWords(day);
    }

    private long overdue() {
        return governance.actions().stream().filter(Governance.Action::overdue).count();
    }

    private long late() {
        return governance.forwardPlan().stream().filter(Governance.Planned::late).count();
    }

    private long unresolved() {
        return governance.disputes().stream()
                .filter(it -> it.state().equals("RAISED") || it.state().equals("REFERRED"))
                .count();
    }

    public int bodies() {
        return governance.structure().stream().mapToInt(GovernanceView::size).sum();
    }

    private static int size(Node node) {
        return 1 + node.below().stream().mapToInt(GovernanceView::size).sum();
    }

    /// Recommendations by what became of them, with the share of each in whole per cent.
    public Map<String, String> outcomes() {
        var counts = new LinkedHashMap<String, Integer>();
        governance
                .recommendations()
                .forEach(
                        it ->
                                counts.merge(
                                        it.outcome() == null ? "OPEN" : it.outcome(),
                                        1,
                                        Integer::sum));
        var written = new LinkedHashMap<String, String>();
        counts.forEach(
                (outcome, number) ->
                        written.put(
                                outcome,
                                "%d (%s%%)"
                                        .formatted(
                                                number,
                                                share(
                                                        number,
                                                        governance.recommendations().size()))));
        return written;
    }

    private static BigDecimal share(int part, int whole) {
        return BigDecimal.valueOf(part)
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP);
    }

    /// Where a table of the page is as a file, before the ending that says of which kind.
    public String at(String table) {
        return "/localities/%s/governance/%s".formatted(governance.locality().code(), table);
    }

    /// What to ask of a table of this page, so that it holds what the page does.
    public String asShown() {
        return "?on=" + governance.on();
    }
}
