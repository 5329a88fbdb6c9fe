package locality.governance.authority;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.platform.money.Pence;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who may decide, who may not and why, and the whole of it in words.
///
/// @param on the day it is about
/// @param knownAt as it was known at this instant: the one asked for, or the last up to which the
///   event log reaches where that is earlier; null for all that is known
/// @param money what each owner's chain must bear
/// @param earlier approvals in effect of the same subject, which count together with what is asked
/// @param holders bodies that may decide; when no one body is reached from every owner, those that
///   may decide for the owners they name
/// @param officers organisations whose officers may decide, under a delegation to them
/// @param lowest the holder nearest the ground, null when no one body may decide alone
/// @param lowestByOwner the holder nearest the ground for each owner that has one, when no one body
///   may decide for all; empty otherwise
/// @param refused every other body, with all the reasons; empty when they were not asked for
@Schema(name = "AuthorityAnswer")
public record Answer(
        LocalDate on,
        @Nullable Instant knownAt,
        List<Money> money,
        List<Earlier> earlier,
        List<Held> holders,
        List<Held> officers,
        @Nullable UUID lowest,
        List<Lowest> lowestByOwner,
        List<Refused> refused,
        String explanation) {

    Answer explained(String words) {
        return new Answer(
                on,
                knownAt,
                money,
                earlier,
                holders,
                officers,
                lowest,
                lowestByOwner,
                refused,
                words);
    }

    /// @param askedPence of this owner's chain by this decision: the whole value, or its share
    /// @param approvedBeforePence by decisions in effect on the same subject
    /// @param testedPence the sum, which every limit on the chain must bear
    @Schema(name = "AuthorityMoney")
    public record Money(
            String owner,
            String name,
            Pence askedPence,
            Pence approvedBeforePence,
            Pence testedPence) {}

    @Schema(name = "EarlierApproval")
    public record Earlier(
            UUID decisionId, String reference, LocalDate effectiveOn, Pence valuePence) {

        static Earlier of(Approval one) {
            return new Earlier(one.decisionId(), one.reference(), one.effectiveOn(), one.value());
        }
    }

    /// @param bodyId null for officers; their organisation's code is then `reference`
    /// @param capPence the lowest limit on its chains, less what was approved before; null when
    ///   there is none
    @Schema(name = "AuthorityHolder")
    public record Held(
            @Nullable UUID bodyId,
            String reference,
            String name,
            @Nullable Pence capPence,
            List<String> owners,
            List<Finding.Link> chain) {}

    @Schema(name = "AuthorityLowest")
    public record Lowest(String owner, UUID bodyId, String reference, String name) {}

    /// @param code the first of the reasons
    /// @param link where its chain fails: a delegation's reference or an owner's code
    /// @param inWords the reasons as a secretary would say them
    @Schema(name = "AuthorityRefusal")
    public record Refused(
            UUID bodyId,
            String reference,
            String name,
            AuthorityCode code,
            @Nullable String link,
            List<Barrier> reasons,
            String inWords) {}
}
