package locality.reporting.partnership;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the partners of a locality agreed, passed, assessed, fear and hold to on a date, as far as
/// it was told.
///
/// @param asOf when the latest fact shown here was recorded; null before the first
/// @param attention what waits for somebody that day, of the plans too
/// @param agreements every version, by reference, the latest version first
/// @param register those that are open first, the highest score first
@Schema(name = "Partnership")
public record Partnership(
        Locality locality,
        String name,
        LocalDate on,
        @Nullable Instant asOf,
        List<Attention> attention,
        List<Agreement> agreements,
        List<Gateway> gateways,
        List<Entry> register,
        List<Assessment> assessments,
        List<Strategy> strategies,
        List<Principle> principles,
        List<Engagement> engagement) {

    /// A version of an agreement.
    ///
    /// @param retrospective whether it was ratified after the day it begins
    @Schema(name = "PartnershipAgreement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Agreement(
            String reference,
            String title,
            String kind,
            int version,
            String state,
            List<Party> parties,
            @Nullable LocalDate beginsOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate reviewOn,
            boolean retrospective,
            LocalDate effectiveOn,
            Provenance provenance) {

        /// Who has not signed this version.
        public List<String> unsigned() {
            return parties.stream()
                    .filter(party -> party.signedOn() == null)
                    .map(Party::organisation)
                    .toList();
        }
    }

    /// @param organisation by name, or by code when it is not told of
    /// @param capacity `FULL` or `ASSOCIATE`
    /// @param ratified whether it decided to ratify this version
    /// @param decision the reference of that decision, null while it is not told of
    @Schema(name = "PartnershipParty")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Party(
            String organisation,
            String code,
            String capacity,
            @Nullable LocalDate signedOn,
            boolean ratified,
            @Nullable String decision) {}

    /// @param late whether its last day is over and nothing was decided
    @Schema(name = "PartnershipGateway")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Gateway(
            String reference,
            String contract,
            int number,
            LocalDate beginsOn,
            LocalDate endsOn,
            String state,
            boolean late,
            @Nullable String decision,
            List<Condition> conditions,
            List<ScopeItem> scope,
            Provenance provenance) {}

    /// @param metOn null while it is not met
    /// @param overdue whether its day has passed and it is not met
    @Schema(name = "PartnershipCondition")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Condition(
            String text, LocalDate dueOn, @Nullable LocalDate metOn, boolean overdue) {}

    /// What a gateway gave to its contract.
    ///
    /// @param contractState what the contract says of it, null while it has not answered
    /// @param contractReason why the contract refused it
    @Schema(name = "PartnershipScopeItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScopeItem(
            String reference,
            String title,
            String kind,
            @Nullable String intervention,
            LocalDate wentOverOn,
            @Nullable String contractState,
            @Nullable String contractReason,
            Provenance provenance) {}

    /// @param body who has it now
    /// @param escalatedTo the body above that is to accept it
    /// @param score likelihood times impact, null when it is not scored
    /// @param reviewOverdue whether the day to look at it has passed and it is still open
    /// @param causedBy the reference of the entry it came of
    @Schema(name = "PartnershipRegisterEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            String reference,
            String kind,
            String title,
            String state,
            @Nullable String body,
            @Nullable String escalatedTo,
            @Nullable Integer likelihood,
            @Nullable Integer impact,
            @Nullable Integer score,
            @Nullable String post,
            @Nullable LocalDate reviewOn,
            boolean reviewOverdue,
            @Nullable String causedBy,
            Provenance provenance) {

        /// The residual score from which it is high: that at which it escalates unless its body
        /// says otherwise.
        public static final int HIGH = 15;

        /// Whether it may still happen, or is still there.
        public boolean live() {
            return !state.equals("CLOSED") && !state.equals("MATERIALISED");
        }
    }

    /// @param scale its words, from the worst to the best; empty when it rates nothing
    @Schema(name = "PartnershipAssessment")
    public record Assessment(
            String reference,
            String title,
            String framework,
            String state,
            List<String> scale,
            List<Rating> ratings,
            List<Finding> findings,
            LocalDate effectiveOn,
            Provenance provenance) {}

    /// What was found, in words.
    ///
    /// @param kind `NARRATIVE`, `STRENGTH`, `WEAKNESS`, `OPPORTUNITY`, `THREAT` or `GAP`
    /// @param domain that it is about, null when it is about the whole
    /// @param criterion that it is about, null when it is about none alone
    @Schema(name = "PartnershipFinding")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Finding(
            String kind, @Nullable String domain, @Nullable String criterion, String text) {}

    /// How one criterion was rated: a word of the scale, `UNKNOWN` where that is said expressly, or
    /// null where nobody rated it.
    @Schema(name = "PartnershipRating")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Rating(
            String domain,
            String criterion,
            @Nullable String self,
            @Nullable String reviewer,
            @Nullable String agreed) {

        private static final String UNKNOWN = "UNKNOWN";

        /// What holds: what was agreed, else what the reviewer says, else what who is assessed
        /// says; null when that is unknown, or nobody says anything.
        public @Nullable String holds() {
            var said = agreed != null ? agreed : reviewer != null ? reviewer : self;
            return UNKNOWN.equals(said) ? null : said;
        }
    }

    @Schema(name = "PartnershipStrategy")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Strategy(
            String reference,
            String title,
            String kind,
            @Nullable String edition,
            String state,
            @Nullable LocalDate reviewOn,
            boolean reviewOverdue,
            @Nullable String decision,
            LocalDate effectiveOn,
            Provenance provenance) {}

    @Schema(name = "PartnershipPrinciple")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Principle(
            String reference,
            String register,
            int number,
            String text,
            @Nullable LocalDate endsOn,
            LocalDate effectiveOn,
            Provenance provenance) {}

    /// @param stage of a consultation, null for what takes place once
    /// @param count how many such there were
    /// @param reached how many people, null when nobody counted
    @Schema(name = "PartnershipEngagement")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Engagement(
            String reference,
            String title,
            String kind,
            String audience,
            @Nullable String stage,
            int count,
            @Nullable Integer reached,
            LocalDate effectiveOn,
            Provenance provenance) {}
}
