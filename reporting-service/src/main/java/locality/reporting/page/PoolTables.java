package locality.reporting.page;

import static locality.reporting.page.Sourced.row;
import static locality.reporting.page.Sourced.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import locality.platform.http.Csv;
import locality.reporting.pool.Amounts;
import locality.reporting.pool.FundOnDay;
import locality.reporting.pool.FundOnDay.Line;
import locality.reporting.pool.FundOnDay.Part;
import locality.reporting.pool.PooledBudget;
import locality.reporting.pool.PooledBudget.Comparison;
import locality.reporting.pool.PooledBudget.Figure;
import org.jspecify.annotations.Nullable;

/// The tables of a pooled budget for a spreadsheet: what is planned and agreed, and what became of
/// it.
final class PoolTables {

    private static final List<String> AMOUNTS =
            List.of(
                    "originalPence",
                    "currentPence",
                    "requestedPence",
                    "committedPence",
                    "spentPence",
                    "availablePence");

    private PoolTables() {}

    static String attention(PooledBudget budget) {
        return Csv.write(
                List.of("kind", "subject", "text"),
                budget.attention().stream()
                        .map(it -> List.of(it.kind().name(), it.subject(), it.text()))
                        .toList());
    }

    static String funds(PooledBudget budget) {
        return table(
                "fund,name,kind,financialYear,host,agreement,agreementState,retrospective,basis,"
                        + "basisSince,managerPost,managerEmployer,managerDecision,"
                        + String.join(",", AMOUNTS),
                budget.funds(),
                it -> {
                    var agreement = it.agreement();
                    var terms = agreement == null ? null : agreement.terms();
                    return row(
                            it.provenance(),
                            joined(
                                    it.total(),
                                    it.reference(),
                                    it.name(),
                                    it.kind(),
                                    it.financialYear(),
                                    it.host(),
                                    agreement == null ? null : agreement.reference(),
                                    agreement == null ? null : agreement.state(),
                                    agreement == null ? null : agreement.retrospective(),
                                    terms == null ? null : terms.basis(),
                                    terms == null ? null : terms.basisSince(),
                                    terms == null ? null : terms.managerPost(),
                                    terms == null ? null : terms.managerEmployer(),
                                    terms == null ? null : terms.managerDecision()));
                });
    }

    static String plans(PooledBudget budget) {
        return Csv.write(
                List.of(
                        "fund",
                        "version",
                        "stage",
                        "plannedPence",
                        "lines",
                        "effectiveOn",
                        "approvedOn",
                        "decision",
                        "decidedBy"),
                budget.funds().stream()
                        .flatMap(fund -> fund.stages().stream().map(it -> plan(fund, it)))
                        .toList());
    }

    private static List<?> plan(FundOnDay fund, FundOnDay.Stage it) {
        return Arrays.asList(
                fund.reference(),
                it.version(),
                it.stage(),
                it.plannedPence().value(),
                it.lines(),
                it.effectiveOn(),
                it.approvedOn(),
                it.approval().reference(),
                it.approval().body());
    }

    static String lines(PooledBudget budget) {
        var columns =
                Stream.concat(
                        Stream.of(
                                "fund",
                                "line",
                                "scheme",
                                "areaOfSpend",
                                "source",
                                "commissioner",
                                "kind",
                                "ringFence",
                                "basis",
                                "planned"),
                        AMOUNTS.stream());
        return Csv.write(
                Stream.concat(columns, Stream.of("provenance", "source of the figure")).toList(),
                budget.funds().stream()
                        .flatMap(fund -> fund.lines().stream().map(it -> line(fund, it)))
                        .toList());
    }

    private static List<?> line(FundOnDay fund, Line it) {
        var cells =
                joined(
                        it.amounts(),
                        fund.reference(),
                        it.reference(),
                        it.scheme(),
                        it.areaOfSpend(),
                        it.source(),
                        it.commissioner(),
                        it.kind(),
                        it.ringFence(),
                        it.basis(),
                        it.planned());
        var provenance = it.provenance();
        return provenance == null
                ? Stream.concat(Arrays.stream(cells), Stream.of("", "")).toList()
                : row(provenance, cells);
    }

    static String areas(PooledBudget budget) {
        return parts("areaOfSpend", budget, FundOnDay::byArea);
    }

    static String sources(PooledBudget budget) {
        return parts("source", budget, FundOnDay::bySource);
    }

    static String bases(PooledBudget budget) {
        return parts("basis", budget, FundOnDay::byBasis);
    }

    private static String parts(
            String name, PooledBudget budget, Function<FundOnDay, List<Part>> parts) {
        return Csv.write(
                Stream.concat(Stream.of("fund", name), AMOUNTS.stream()).toList(),
                budget.funds().stream()
                        .flatMap(
                                fund ->
                                        parts.apply(fund).stream()
                                                .map(
                                                        it ->
                                                                Arrays.asList(
                                                                        joined(
                                                                                it.amounts(),
                                                                                fund.reference(),
                                                                                it.name()))))
                        .toList());
    }

    /// What names it, then its amounts in the order of [#AMOUNTS].
    private static @Nullable Object[] joined(Amounts amounts, @Nullable Object... named) {
        var cells = Arrays.copyOf(named, named.length + AMOUNTS.size());
        var money =
                List.of(
                        amounts.originalPence(),
                        amounts.currentPence(),
                        amounts.requestedPence(),
                        amounts.committedPence(),
                        amounts.spentPence(),
                        amounts.availablePence());
        for (int i = 0; i < money.size(); i++) {
            cells[named.length + i] = money.get(i).value();
        }
        return cells;
    }

    static String comparisons(PooledBudget budget) {
        return table(
                "comparison,fund,title,part,label,stated,unit,amountPence,approximate,sumPence,"
                        + "differencePence,verdict",
                budget.comparisons().stream()
                        .flatMap(
                                it ->
                                        Stream.concat(
                                                it.terms().stream()
                                                        .map(term -> figure(it, "term", term)),
                                                Stream.of(figure(it, "against", it.against())))));
    }

    private static List<?> figure(Comparison comparison, String part, Figure it) {
        return row(
                it.provenance(),
                comparison.reference(),
                comparison.fund(),
                comparison.title(),
                part,
                it.label(),
                it.stated(),
                it.unit(),
                it.amountPence().value(),
                it.approximate(),
                comparison.sumPence().value(),
                comparison.differencePence().value(),
                comparison.verdict());
    }
}
