package locality.reporting.pool;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The pooled budget of a locality on a day, as far as it was told.
///
/// @param asOf when the latest fact shown here was recorded; null before the first
/// @param choices the funds there were that day, by reference, whichever are shown
/// @param fund the reference of the one fund that is shown, null when all are
/// @param attention what waits for somebody that day
@Schema(name = "PooledBudget")
public record PooledBudget(
        Locality locality,
        String name,
        LocalDate on,
        @Nullable Instant asOf,
        List<Choice> choices,
        @Nullable String fund,
        List<Attention> attention,
        List<FundOnDay> funds,
        List<Contribution> contributions,
        List<Commitment> commitments,
        List<Variation> variations,
        List<Virement> virements,
        List<ProtectedAmount> protectedAmounts,
        List<PerformancePayRule> performancePay,
        List<Comparison> comparisons,
        List<RetrospectiveEntry> retrospective) {

    /// A fund that can be shown.
    @Schema(name = "PooledBudgetFundChoice")
    public record Choice(String reference, String title) {}

    /// What a decision or a delegation is called.
    ///
    /// @param kind `DECISION`, `DELEGATION` or `NONE`
    /// @param reference of the decision or delegation; its id while it is not told of
    /// @param body the body that decided; null for a delegation, or while it is not told of
    @Schema(name = "PooledBudgetAuthority")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Authority(String kind, @Nullable String reference, @Nullable String body) {

        static Authority of(
                @Nullable UUID decision,
                @Nullable String decisionReference,
                @Nullable String body,
                @Nullable UUID delegation,
                @Nullable String delegationReference) {
            if (decision != null) {
                return new Authority("DECISION", named(decision, decisionReference), body);
            }
            return delegation == null
                    ? new Authority("NONE", null, null)
                    : new Authority("DELEGATION", named(delegation, delegationReference), null);
        }

        private static String named(UUID id, @Nullable String reference) {
            return reference == null ? id.toString() : reference;
        }
    }

    /// What is promised to a provider.
    ///
    /// @param line its reference; its id when no plan names it
    /// @param heldPence what it holds: neither paid nor given back
    /// @param expiresOn the last day on which it holds money, null without an end
    /// @param dueOn the last day on which an approval is applied, null when none was asked for
    @Schema(name = "PooledBudgetCommitment")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Commitment(
            String reference,
            String fund,
            String line,
            String state,
            Pence amountPence,
            Pence heldPence,
            String provider,
            String purpose,
            @Nullable String intervention,
            @Nullable String contract,
            Authority authority,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate expiresOn,
            @Nullable String reason,
            LocalDate effectiveOn) {

        boolean waits() {
            return state.equals("PENDING_APPROVAL");
        }
    }

    /// Another amount that was asked for, promised or refused of a commitment.
    ///
    /// @param state `PENDING_APPROVAL`, `MADE`, `REJECTED`, `LAPSED` or `WITHDRAWN`
    /// @param waits whether it is the last that was told and waits for a decision
    @Schema(name = "PooledBudgetVariation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Variation(
            String commitment,
            String fund,
            String state,
            boolean waits,
            @Nullable Pence fromPence,
            Pence amountPence,
            Authority authority,
            @Nullable LocalDate dueOn,
            @Nullable String reason,
            LocalDate effectiveOn) {}

    /// Money that moves from line to line.
    ///
    /// @param state `PENDING_APPROVAL`, `MADE`, `REJECTED`, `LAPSED` or `WITHDRAWN`
    /// @param amountPence the sum of what lines get
    /// @param warnings the references of protected amounts that it touches and that only warn
    @Schema(name = "PooledBudgetVirement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Virement(
            String reference,
            String fund,
            String state,
            Pence amountPence,
            List<Move> moves,
            String reason,
            Authority authority,
            List<String> warnings,
            @Nullable LocalDate dueOn,
            LocalDate effectiveOn) {

        boolean waits() {
            return state.equals("PENDING_APPROVAL");
        }
    }

    /// @param amountPence less than nothing where the line gives
    @Schema(name = "PooledBudgetMove")
    public record Move(String line, Pence amountPence) {}

    /// What must stay for a purpose in a fund.
    ///
    /// @param action `BLOCK` or `WARN`: what happens to a change that would leave less
    /// @param thereArePence what the lines that count have that day
    @Schema(name = "PooledBudgetProtectedAmount")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ProtectedAmount(
            String reference,
            String fund,
            String name,
            String action,
            Pence amountPence,
            Pence thereArePence,
            List<String> lines,
            @Nullable LocalDate endsOn,
            LocalDate effectiveOn,
            Provenance provenance) {

        /// What could still be taken from those lines; less than nothing when too little is there.
        @JsonProperty
        public Pence leftPence() {
            return thereArePence.minus(amountPence);
        }
    }

    /// A part of a fund that is held back until performance earns it.
    ///
    /// @param basisPoints how much is held back, of 10,000
    /// @param holds whether it holds on the day shown
    /// @param endsOn its last day, null without an end
    /// @param endProvenance where it comes from that it was taken away, null where it was not
    @Schema(name = "PooledBudgetPerformancePayRule")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record PerformancePayRule(
            String reference,
            String name,
            int basisPoints,
            boolean holds,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            Provenance provenance,
            @Nullable Provenance endProvenance) {}

    /// Figures set against each other as their documents state them.
    ///
    /// @param differencePence the sum of the terms less what they are held against
    /// @param verdict `AGREES`, `AGREES_AS_ROUNDED` or `DIFFERS`
    @Schema(name = "PooledBudgetComparison")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Comparison(
            String reference,
            @Nullable String fund,
            String title,
            List<Figure> terms,
            Figure against,
            Pence sumPence,
            Pence differencePence,
            String verdict,
            LocalDate effectiveOn) {

        boolean differs() {
            return verdict.equals("DIFFERS");
        }
    }

    /// @param stated the words of the document
    /// @param unit `GBP`, `GBP_K` or `GBP_M`
    @Schema(name = "PooledBudgetFigure")
    public record Figure(
            String label,
            String stated,
            String unit,
            Pence amountPence,
            boolean approximate,
            Provenance provenance) {}

    /// An entry of a day on which its agreement was not ratified yet.
    ///
    /// @param amountPence the sum of its debits
    @Schema(name = "PooledBudgetRetrospectiveEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RetrospectiveEntry(
            String reference,
            String fund,
            String description,
            Pence amountPence,
            @Nullable String sourceDocument,
            LocalDate effectiveOn) {}
}
