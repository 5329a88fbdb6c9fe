package locality.governance.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Evidence;
import locality.governance.validity.Outcome;
import locality.governance.validity.Verdict;
import locality.governance.voting.Vote;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A decision as it is shown.
///
/// @param takenAs what the outcome counts as; null before it
/// @param validityCodes why it does not bind; empty when it does
/// @param tally the votes that were counted; null before the outcome
/// @param evidence everything the outcome rests on, frozen; null before it
/// @param earlierTablings what became of it at the meetings it was put before until then; each is
///   shown in full by its own reference
@Schema(name = "Decision")
record DecisionView(
        UUID id,
        String reference,
        String title,
        UUID bodyId,
        String bodyName,
        UUID meetingId,
        int item,
        DecisionType type,
        @Nullable DecisionType takenAs,
        DecisionState state,
        @Nullable Outcome outcome,
        List<String> validityCodes,
        @Nullable String explanation,
        @Nullable Tally tally,
        Verdict.@Nullable Quorum quorum,
        List<Vote> votes,
        @Nullable String function,
        @Nullable Pence valuePence,
        Basis basis,
        List<OwnerView> owners,
        @Nullable SubjectView subject,
        @Nullable UUID requestId,
        Locality locality,
        @Nullable LocalDate effectiveOn,
        @Nullable Evidence evidence,
        List<TablingView> earlierTablings,
        Provenance provenance,
        long version) {

    @Schema(name = "Tally")
    record Tally(int votesFor, int against, int abstained) {}

    @Schema(name = "DecisionOwner")
    record OwnerView(String organisation, @Nullable Pence sharePence) {
        static OwnerView of(Owner owner) {
            return new OwnerView(owner.organisation(), owner.share());
        }
    }

    @Schema(name = "DecisionSubject")
    record SubjectView(String type, String id) {}

    /// @param outcome null when the meeting ended without one
    @Schema(name = "EarlierTabling")
    record TablingView(
            String reference,
            UUID bodyId,
            String bodyName,
            UUID meetingId,
            int item,
            @Nullable Outcome outcome,
            @Nullable String explanation,
            List<Vote> votes,
            @Nullable Instant recordedAt) {

        static TablingView of(Tabling tabling) {
            return new TablingView(
                    tabling.reference,
                    tabling.bodyId,
                    tabling.bodyName,
                    tabling.meetingId,
                    tabling.item,
                    tabling.outcome,
                    tabling.explanation,
                    tabling.votes,
                    tabling.recordedAt);
        }
    }

    /// @param shown the time before a body that is shown, the last or an earlier one
    /// @param recorded what became of it at each meeting
    static DecisionView of(Decision decision, Tabling shown, List<Tabling> recorded) {
        var verdict = shown.evidence == null ? null : Verdict.of(shown.evidence);
        return new DecisionView(
                decision.id,
                shown.reference,
                decision.title,
                shown.bodyId,
                shown.bodyName,
                shown.meetingId,
                shown.item,
                decision.type,
                shown.takenAs,
                shown.state,
                shown.outcome,
                shown.validityCodes,
                shown.explanation,
                verdict == null ? null : tally(verdict),
                verdict == null ? null : verdict.quorum(),
                shown.votes,
                decision.functionCode,
                decision.value,
                decision.basis,
                decision.owners.stream().map(OwnerView::of).toList(),
                subject(decision),
                decision.approvalRequestId,
                decision.locality,
                shown.effectiveOn,
                shown.evidence,
                recorded.stream()
                        .filter(tabling -> tabling.id.tabling() < shown.id.tabling())
                        .map(TablingView::of)
                        .toList(),
                decision.provenance,
                decision.version);
    }

    private static Tally tally(Verdict verdict) {
        var count = verdict.count();
        return new Tally(count.votesFor(), count.against(), count.abstained());
    }

    private static @Nullable SubjectView subject(Decision decision) {
        return decision.subjectType == null || decision.subjectId == null
                ? null
                : new SubjectView(decision.subjectType, decision.subjectId);
    }
}
