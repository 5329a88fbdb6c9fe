package locality.reporting.page;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import locality.platform.money.Pence;
import locality.reporting.pool.Amounts;
import locality.reporting.pool.Attention;
import locality.reporting.pool.Contribution;
import locality.reporting.pool.FundOnDay;
import locality.reporting.pool.FundOnDay.Part;
import locality.reporting.pool.PoolDrawing;
import locality.reporting.pool.PooledBudget;
import locality.reporting.pool.PooledBudget.Authority;
import locality.reporting.pool.PooledBudget.Comparison;
import locality.reporting.pool.PooledBudget.Figure;
import locality.reporting.pool.PooledBudget.PerformancePayRule;
import org.jspecify.annotations.Nullable;

/// A locality's pooled budget laid out for its page.
record PoolView(PooledBudget budget) {

    /// One thing that waits for somebody, with where on the page it stands.
    ///
    /// @param place the name of that place
    record Waiting(String label, String colour, String text, String at, String place) {

        static Waiting of(Attention it) {
            var subject = it.subject();
            var row = "#" + anchor(subject);
            return switch (it.kind()) {
                case COMMITMENT_WAITS -> yellow("For approval", it, row, "Commitment " + subject);
                case VARIATION_WAITS ->
                        yellow("For approval", it, "#variations", "Variations of commitments");
                case VIREMENT_WAITS -> yellow("For approval", it, row, "Virement " + subject);
                case ARREARS -> red("Arrears", it, "#contributions", "Contributions and arrears");
                case FIGURES_DIFFER -> red("Does not agree", it, row, "Figures of " + subject);
                case EXPIRES -> yellow("Expires", it, row, "Commitment " + subject);
                case OVER_BUDGET -> red("Over budget", it, row, "Line " + subject);
                case PROTECTED_AMOUNT -> red("Protected", it, row, "Protected amount " + subject);
                case RETROSPECTIVE ->
                        new Waiting(
                                "Retrospective",
                                "grey",
                                it.text(),
                                "#retrospective",
                                "Retrospective entries");
            };
        }

        private static Waiting yellow(String label, Attention it, String at, String place) {
            return new Waiting(label, "yellow", it.text(), at, place);
        }

        private static Waiting red(String label, Attention it, String at, String place) {
            return new Waiting(label, "red", it.text(), at, place);
        }
    }

    /// Where on the page the row of something with a reference stands.
    public String place(String reference) {
        return anchor(reference);
    }

    private static String anchor(String reference) {
        return "row-" + reference.replaceAll("[^A-Za-z0-9-]", "_");
    }

    /// Whether one document says all lines of a fund, so that it is named once.
    public boolean oneSource(FundOnDay fund) {
        return !fund.lines().isEmpty()
                && fund.lines().getFirst().provenance() != null
                && fund.lines().stream().map(FundOnDay.Line::provenance).distinct().count() == 1;
    }

    public List<Waiting> waiting() {
        return budget.attention().stream().map(Waiting::of).toList();
    }

    /// A fund's plan against what became of it, drawn; empty when nothing is planned.
    ///
    /// @param number its place on the page, from 1
    public String drawing(FundOnDay fund, int number) {
        return PoolDrawing.of(fund, budget.on(), "fund-" + number);
    }

    /// How much of a fund stands on which basis, each in words.
    public List<Part> bases(FundOnDay fund) {
        return fund.byBasis().stream()
                .map(it -> new Part(Formats.label(it.name()), it.amounts()))
                .toList();
    }

    /// Which day it is that basis, host and manager of a fund are of, in words.
    public String stood(FundOnDay fund) {
        var day = "On " + Formats.inWords(fund.stoodOn());
        if (fund.stoodOn().isBefore(budget.on())) {
            return day + ", the last day of its year";
        }
        return fund.stoodOn().equals(budget.on()) ? day : day + ", the first day of its year";
    }

    /// How the figures of a fund prove themselves, in words.
    public String proof(FundOnDay fund) {
        var total = fund.total();
        var sums =
                "%s current = %s original %s %s; %s available = %s current - %s waiting - %s committed - %s spent"
                        .formatted(
                                pounds(total.currentPence()),
                                pounds(total.originalPence()),
                                fund.addedPence().isNegative() ? "-" : "+",
                                pounds(magnitude(fund.addedPence())),
                                pounds(total.availablePence()),
                                pounds(total.currentPence()),
                                pounds(total.requestedPence()),
                                pounds(total.committedPence()),
                                pounds(total.spentPence()));
        return fund.addsUp()
                ? "The lines add up to the plan. " + sums + "."
                : "The lines do not add up to the plan of %s. %s."
                        .formatted(pounds(fund.planToldPence()), sums);
    }

    private static Pence magnitude(Pence pence) {
        return pence.isNegative() ? pence.negated() : pence;
    }

    private static String pounds(@Nullable Pence pence) {
        return pence == null ? "–" : Formats.sterling(pence);
    }

    /// Under what something was done, in words.
    public String under(Authority authority) {
        return switch (authority.kind()) {
            case "DECISION" ->
                    authority.body() == null
                            ? "Decision " + authority.reference()
                            : "%s, %s".formatted(authority.body(), authority.reference());
            case "DELEGATION" -> "Delegation " + authority.reference();
            default -> "None yet";
        };
    }

    /// The sums of all contributions that are shown.
    public Contributions contributed() {
        return new Contributions(budget.contributions());
    }

    /// Contributions added up, for the last row of their table.
    record Contributions(List<Contribution> all) {

        public Pence annual() {
            return Pence.sum(all.stream().map(Contribution::annualPence).toList());
        }

        public Pence due() {
            return Pence.sum(all.stream().map(Contribution::duePence).toList());
        }

        public Pence paid() {
            return Pence.sum(all.stream().map(Contribution::paidPence).toList());
        }

        public Pence upTo30() {
            return Pence.sum(all.stream().map(it -> it.arrears().upTo30Pence()).toList());
        }

        public Pence upTo60() {
            return Pence.sum(all.stream().map(it -> it.arrears().upTo60Pence()).toList());
        }

        public Pence upTo90() {
            return Pence.sum(all.stream().map(it -> it.arrears().upTo90Pence()).toList());
        }

        public Pence over90() {
            return Pence.sum(all.stream().map(it -> it.arrears().over90Pence()).toList());
        }

        public Pence arrears() {
            return Pence.sum(all.stream().map(it -> it.arrears().totalPence()).toList());
        }
    }

    /// How much a rule of performance pay holds back: `25%`, `12.5%`.
    public String part(PerformancePayRule rule) {
        return BigDecimal.valueOf(rule.basisPoints(), 2).stripTrailingZeros().toPlainString() + "%";
    }

    /// A figure as its document has it: `1,473 (thousands of pounds)`, `about 40`.
    public String stated(Figure figure) {
        var unit =
                switch (figure.unit()) {
                    case "GBP_K" -> ", in thousands of pounds";
                    case "GBP_M" -> ", in millions of pounds";
                    default -> ", in pounds";
                };
        return "“%s”%s%s"
                .formatted(
                        figure.stated(),
                        unit,
                        figure.approximate() ? ", which the document calls approximate" : "");
    }

    /// What comparing came to, in words.
    public String verdict(Comparison comparison) {
        return switch (comparison.verdict()) {
            case "AGREES" -> "Agrees";
            case "AGREES_AS_ROUNDED" -> "Agrees as rounded";
            default -> "Does not agree";
        };
    }

    public String colour(Comparison comparison) {
        return switch (comparison.verdict()) {
            case "AGREES", "AGREES_AS_ROUNDED" -> "green";
            default -> "red";
        };
    }

    public boolean showsAll() {
        return budget.fund() == null;
    }

    public boolean shows(String fund) {
        return fund.equals(budget.fund());
    }

    /// This page of all funds, on the same day.
    public String ofAll() {
        return "%s?on=%s".formatted(page(), budget.on());
    }

    /// This page of one fund, on the same day.
    public String of(String fund) {
        return ofAll() + "&fund=" + encoded(fund);
    }

    /// Where a table of the page is as a file, before the ending that says of which kind.
    public String at(String table) {
        return page() + "/" + table;
    }

    /// What to ask of a table of this page, so that it holds what the page does.
    public String asShown() {
        var day = "?on=" + budget.on();
        return budget.fund() == null ? day : day + "&fund=" + encoded(budget.fund());
    }

    private String page() {
        return "/localities/%s/pool".formatted(budget.locality().code());
    }

    private static String encoded(String reference) {
        return URLEncoder.encode(reference, StandardCharsets.UTF_8);
    }

    public boolean isOver(Amounts amounts) {
        return amounts.availablePence().isNegative();
    }
}
