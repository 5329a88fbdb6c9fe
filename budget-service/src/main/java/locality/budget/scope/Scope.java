package locality.budget.scope;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import locality.budget.agreement.Agreement;
import locality.budget.agreement.Basis;
import locality.budget.agreement.FundManager;
import locality.budget.fund.Fund;
import locality.budget.line.BudgetLine;
import locality.platform.http.Csv;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What stands in an agreement on a day (S0 2.1.3): the lines of its funds of that year, what they
/// sum to on each basis, and all together.
@Schema(name = "AgreementScope")
record Scope(
        String agreement,
        LocalDate on,
        FinancialYear financialYear,
        @Schema(description = "The version that holds that day, null before the first")
                @Nullable Integer agreementVersion,
        @Nullable Basis basis,
        @Schema(description = "The post that manages the pooled fund")
                @Nullable String fundManagerPost,
        @Schema(description = "ODS or GSS code of who employs it")
                @Nullable String fundManagerEmployer,
        List<Line> lines,
        @Schema(description = "One for each basis that a line has that day; they sum to the whole")
                List<Sum> sums,
        Pence plannedPence,
        Pence currentPence) {

    private static final List<String> COLUMNS =
            List.of(
                    "agreement",
                    "on",
                    "agreementVersion",
                    "fund",
                    "host",
                    "fundManagerPost",
                    "fundManagerEmployer",
                    "line",
                    "scheme",
                    "areaOfSpend",
                    "commissioner",
                    "fundingSource",
                    "basis",
                    "plannedPence",
                    "currentPence");

    /// A line as it stands that day.
    @Schema(name = "LineInScope")
    record Line(
            UUID lineId,
            String line,
            String fund,
            @Schema(description = "Who holds the money of its fund, by ODS or GSS code")
                    String host,
            String scheme,
            String areaOfSpend,
            String commissioner,
            String fundingSource,
            Basis basis,
            Pence plannedPence,
            Pence currentPence) {

        static Line of(BudgetLine line, Fund fund, LocalDate on) {
            return new Line(
                    line.id(),
                    line.reference(),
                    fund.reference(),
                    fund.host(),
                    line.scheme(),
                    line.areaOfSpend(),
                    line.commissioner(),
                    line.fundingSource(),
                    line.basisOn(on),
                    line.planned(),
                    line.current());
        }
    }

    /// What the lines on one basis sum to.
    @Schema(name = "ScopeOnBasis")
    record Sum(Basis basis, int lines, Pence plannedPence, Pence currentPence) {
        static Sum of(Basis basis, List<Line> lines) {
            return new Sum(
                    basis,
                    lines.size(),
                    total(lines, Line::plannedPence),
                    total(lines, Line::currentPence));
        }
    }

    static Scope of(Agreement agreement, LocalDate on, List<Line> lines) {
        var sums = new ArrayList<Sum>();
        new TreeMap<>(lines.stream().collect(groupingBy(Line::basis)))
                .forEach((basis, its) -> sums.add(Sum.of(basis, its)));
        return new Scope(
                agreement.reference(),
                on,
                FinancialYear.of(on),
                agreement.versionOn(on).orElse(null),
                agreement.basisOn(on).orElse(null),
                agreement.managerOn(on).map(FundManager::post).orElse(null),
                agreement.managerOn(on).map(FundManager::employer).orElse(null),
                lines,
                sums,
                total(lines, Line::plannedPence),
                total(lines, Line::currentPence));
    }

    private static Pence total(List<Line> lines, Function<Line, Pence> amount) {
        return Pence.sum(lines.stream().map(amount).toList());
    }

    String asCsv() {
        return Csv.write(COLUMNS, lines.stream().map(this::cells).toList());
    }

    private List<Object> cells(Line line) {
        return Arrays.asList(
                agreement,
                on,
                agreementVersion,
                line.fund(),
                line.host(),
                fundManagerPost,
                fundManagerEmployer,
                line.line(),
                line.scheme(),
                line.areaOfSpend(),
                line.commissioner(),
                line.fundingSource(),
                line.basis(),
                line.plannedPence().value(),
                line.currentPence().value());
    }
}
