package locality.reporting.pool;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import locality.platform.fact.Provenance;
import locality.platform.money.FinancialYear;
import locality.platform.money.Pence;
import locality.reporting.pool.PooledBudget.Authority;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A fund as it stood on a day.
///
/// @param stoodOn the day of its year of which basis, host and manager are: the day asked or, once
///   the year is over, its last; before it begins, its first
/// @param host who holds the money: under the terms that held on that day, else as it was opened
/// @param agreement what it stands under, null while there is none
/// @param planToldPence what the plan itself says it comes to; null while there is no plan
/// @param lines those of the plan that held, then those that hold or spent money and are in it no
///   longer
/// @param stages every version of its plan up to that day, the latest first
@Schema(name = "PooledBudgetFund")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FundOnDay(
        String reference,
        String name,
        String kind,
        FinancialYear financialYear,
        LocalDate stoodOn,
        String host,
        @Nullable Agreement agreement,
        @Nullable Pence planToldPence,
        List<Line> lines,
        List<Stage> stages,
        Provenance provenance) {

    /// What the lines come to together.
    @JsonProperty
    public Amounts total() {
        return Amounts.sum(lines.stream().map(Line::amounts).toList());
    }

    /// Whether the lines come to what the plan itself says.
    @JsonProperty
    public boolean addsUp() {
        return planToldPence == null || planToldPence.equals(total().originalPence());
    }

    /// What was added to the whole since it was planned: nothing by virements, which sum to zero.
    @JsonProperty
    public Pence addedPence() {
        return total().currentPence().minus(total().originalPence());
    }

    /// Its name with its year, said once.
    public String title() {
        var year = financialYear.toString();
        return name.contains(year) ? name : name + " " + year;
    }

    /// The lines by what they are spent on.
    @JsonProperty
    public List<Part> byArea() {
        return parts(Line::areaOfSpend);
    }

    /// The lines by where the money comes from.
    @JsonProperty
    public List<Part> bySource() {
        return parts(line -> line.source() == null ? "Not said" : line.source());
    }

    /// The lines by the basis on which they stand that day: how much of the fund is pooled.
    @JsonProperty
    public List<Part> byBasis() {
        return parts(line -> line.basis() == null ? "Not said" : line.basis());
    }

    private List<Part> parts(Function<Line, String> name) {
        Map<String, List<Amounts>> parts = new TreeMap<>();
        for (var line : lines) {
            parts.computeIfAbsent(name.apply(line), _ -> new ArrayList<>()).add(line.amounts());
        }
        return parts.entrySet().stream()
                .map(it -> new Part(it.getKey(), Amounts.sum(it.getValue())))
                .toList();
    }

    /// A part of a fund: some of its lines together.
    @Schema(name = "PooledBudgetPart")
    public record Part(String name, Amounts amounts) {}

    /// What a fund stands under.
    ///
    /// @param governedAs the reference by which governance tells of it
    /// @param title null while governance told nothing of it
    /// @param state what governance told last of it; null while it told nothing
    /// @param signatures who is party to that version, and since when it is signed
    /// @param retrospective whether it was ratified after the day it begins
    /// @param terms the money terms that held, null while there are none
    @Schema(name = "PooledBudgetAgreement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Agreement(
            String reference,
            @Nullable String title,
            @Nullable Integer version,
            @Nullable String state,
            boolean retrospective,
            List<Signature> signatures,
            String governedAs,
            @Nullable Terms terms) {}

    /// @param organisation by name, or by code when it is not told of
    /// @param signedOn null while it has not signed
    @Schema(name = "PooledBudgetSignature")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Signature(String organisation, @Nullable LocalDate signedOn) {}

    /// The money terms of an agreement.
    ///
    /// @param basis `POOLED`, `ALIGNED`, `SHADOW` or `IN_VIEW`
    /// @param basisSince the day from which it is so without a break, terms before these among it
    /// @param effectiveOn the day from which these terms hold
    /// @param managerDecision by reference, or by id while it is not told of
    @Schema(name = "PooledBudgetTerms")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Terms(
            int agreementVersion,
            List<String> legalPowers,
            String host,
            @Nullable String managerPost,
            @Nullable String managerEmployer,
            @Nullable String managerDecision,
            String basis,
            LocalDate basisSince,
            LocalDate effectiveOn,
            Provenance provenance) {}

    /// A scheme line.
    ///
    /// @param source where its money comes from, null where that was not told
    /// @param kind `REVENUE` or `CAPITAL`, null where that was not told
    /// @param planned whether the plan that held has it
    @Schema(name = "PooledBudgetLine")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String reference,
            String scheme,
            String areaOfSpend,
            @Nullable String source,
            @Nullable String commissioner,
            @Nullable String kind,
            @Nullable String ringFence,
            @Nullable String basis,
            boolean planned,
            Amounts amounts,
            @Nullable Provenance provenance) {}

    /// A version of the fund's plan.
    ///
    /// @param version counted from 1; 0 where it was not told
    /// @param stage `OUTLINE`, `REVISED`, `DRAFT` or `FINAL`, null where it was not told
    /// @param approval what approved it; of kind `NONE` while nothing did
    @Schema(name = "PooledBudgetPlanStage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stage(
            int version,
            @Nullable String stage,
            Pence plannedPence,
            int lines,
            Authority approval,
            @Nullable LocalDate approvedOn,
            LocalDate effectiveOn) {}
}
