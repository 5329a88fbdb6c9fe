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
import locality.budget.planversion.PlannedLine;
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
        @Schema(description = "The version in force that day as governance tells, null if none is")
                @Nullable Integer agreementVersion,
        @Schema(description = "The version that the money terms of that day are of")
                @Nullable Integer termsVersion,
        @Nullable Basis basis,
        @Schema(description = "The post that manages the pooled fund")
                @Nullable String fundManagerPost,
        @Schema(description = "ODS or GSS code of who employs it")
                @Nullable String fundManagerEmployer,
        List<Line> lines,
        @Schema(
                        description =
                                "One for each basis that a line has that day; all but IN_VIEW sum"
                                        + " to the whole")
                List<Sum> sums,
        @Schema(description = "Without what is only in view, which stands outside")
                Pence plannedPence,
        @Schema(description = "Without what is only in view, which stands outside")
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

        /// @param line the line as it is now, whose basis changes by date
        /// @param moved what was moved to it, or from it, by that day
        static Line of(PlannedLine planned, BudgetLine line, Pence moved, Fund fund, LocalDate on) {
            return new Line(
                    planned.lineId(),
                    planned.line(),
                    fund.reference(),
                    fund.host(),
                    planned.scheme(),
                    planned.areaOfSpend(),
                    planned.commissioner(),
                    planned.fundingSource(),
                    line.bases(Basis.valueOf(planned.basis())).on(on),
                    planned.plannedPence(),
                    planned.plannedPence().plus(moved));
        }

        private boolean standsInTheAgreement() {
            return basis.standsInTheAgreement();
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

    /// @param inForce the version in force that day, null if none is
    static Scope of(
            Agreement agreement, @Nullable Integer inForce, LocalDate on, List<Line> lines) {
        var standing = lines.stream().filter(Line::standsInTheAgreement).toList();
        var sums = new ArrayList<Sum>();
        new TreeMap<>(lines.stream().collect(groupingBy(Line::basis)))
                .forEach((basis, its) -> sums.add(Sum.of(basis, its)));
        return new Scope(
                agreement.reference(),
                on,
                FinancialYear.of(on),
                inForce,
                agreement.versionOn(on).orElse(null),
                agreement.basisOn(on).orElse(null),
                agreement.managerOn(on).map(FundManager::post).orElse(null),
                agreement.managerOn(on).map(FundManager::employer).orElse(null),
                lines,
                sums,
                total(standing, Line::plannedPence),
                total(standing, Line::currentPence));
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
