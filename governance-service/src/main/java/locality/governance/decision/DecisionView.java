package locality.governance.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.authority.Basis;
import locality.governance.authority.Owner;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Evidence;
import locality.governance.validity.Mode;
import locality.governance.validity.Outcome;
import locality.governance.validity.RouteProgress;
import locality.governance.validity.ValidityCode;
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
/// @param mode how it is taken: at a meeting, or by officers
/// @param effectiveOn from which day it is what its state says
/// @param callInUntil the last day on which scrutiny may call it in; null when it never waited
/// @param endedOn the first day on which it no longer binds, once rescinded or superseded
/// @param route how far its subject has come on its approval route: as frozen with the outcome, or
///   as it stands before it; null when there is none, and in lists before the outcome
/// @param officerRecord the written record of what officers decided
/// @param referredTo the body it was referred to
/// @param referredFrom the decision of another body that referred it here
/// @param suggestion what to do about it, where the rules say so
/// @param steps what became of it after it was taken, in order
/// @param evidence everything the outcome rests on, frozen; null before it. Who people are is shown
///   to those alone who write the record of its place
/// @param earlierTablings what became of it at the meetings it was put before until then; each is
///   shown in full by its own reference
@Schema(name = "Decision")
record DecisionView(
        UUID id,
        String reference,
        String title,
        UUID bodyId,
        String bodyName,
        @Nullable UUID meetingId,
        @Nullable Integer item,
        Mode mode,
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
        @Nullable UUID supersedes,
        @Nullable UUID requestId,
        Locality locality,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate callInUntil,
        @Nullable LocalDate endedOn,
        @Nullable RouteProgress route,
        @Nullable OfficerRecord officerRecord,
        @Nullable UUID referredTo,
        @Nullable UUID referredFrom,
        @Nullable String suggestion,
        @Nullable Evidence evidence,
        List<TablingView> earlierTablings,
        List<StepView> steps,
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
            @Nullable UUID meetingId,
            @Nullable Integer item,
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

    /// What became of a decision after it was taken.
    ///
    /// @param byDecision the decision that brought it about, null for none
    @Schema(name = "DecisionStep")
    record StepView(
            DecisionState from,
            DecisionState to,
            LocalDate on,
            String reason,
            @Nullable UUID byBody,
            @Nullable UUID byDecision) {

        static StepView of(DecisionStep step) {
            return new StepView(
                    step.fromState,
                    step.toState,
                    step.happenedOn,
                    step.reason,
                    step.byBody,
                    step.byDecision);
        }
    }

    /// @param shown the time before a body that is shown, the last or an earlier one
    /// @param recorded what became of it at each meeting
    /// @param people whether the references of people are shown in its evidence
    static DecisionView of(
            Decision decision,
            Tabling shown,
            List<Tabling> recorded,
            List<DecisionStep> later,
            boolean people) {
        var verdict = shown.evidence == null ? null : Verdict.of(shown.evidence);
        return new DecisionView(
                decision.id,
                shown.reference,
                decision.title,
                shown.bodyId,
                shown.bodyName,
                shown.meetingId,
                shown.item,
                decision.mode,
                decision.matter.type(),
                shown.takenAs,
                shown.state,
                shown.outcome,
                shown.validityCodes,
                shown.explanation,
                verdict == null ? null : tally(verdict),
                verdict == null ? null : verdict.quorum(),
                shown.votes,
                decision.matter.function(),
                decision.matter.value(),
                decision.matter.basis(),
                decision.matter.owners().stream().map(OwnerView::of).toList(),
                subject(decision),
                decision.supersedes,
                decision.matter.approvalRequest(),
                decision.matter.place(),
                shown.effectiveOn,
                decision.callInUntil,
                decision.endedOn,
                shown.evidence == null ? null : shown.evidence.route(),
                decision.officerRecord,
                decision.referredTo,
                decision.referredFrom,
                suggestion(shown),
                people || shown.evidence == null ? shown.evidence : shown.evidence.withoutPeople(),
                recorded.stream()
                        .filter(tabling -> tabling.id.tabling() < shown.id.tabling())
                        .map(TablingView::of)
                        .toList(),
                later.stream().map(StepView::of).toList(),
                decision.provenance,
                decision.version);
    }

    /// The same, with how far its subject has come on its route.
    DecisionView on(@Nullable RouteProgress progress) {
        return new DecisionView(
                id,
                reference,
                title,
                bodyId,
                bodyName,
                meetingId,
                item,
                mode,
                type,
                takenAs,
                state,
                outcome,
                validityCodes,
                explanation,
                tally,
                quorum,
                votes,
                function,
                valuePence,
                basis,
                owners,
                subject,
                supersedes,
                requestId,
                locality,
                effectiveOn,
                callInUntil,
                endedOn,
                progress,
                officerRecord,
                referredTo,
                referredFrom,
                suggestion,
                evidence,
                earlierTablings,
                steps,
                provenance,
                version);
    }

    /// Interests that break the quorum leave a body two ways: another day, or its parent.
    private static @Nullable String suggestion(Tabling shown) {
        return shown.validityCodes.contains(ValidityCode.INQUORATE_AFTER_CONFLICT.name())
                ? "Interests leave no quorum for it: defer it, or refer it to the body that "
                        + shown.bodyName
                        + " is accountable to"
                : null;
    }

    private static Tally tally(Verdict verdict) {
        var count = verdict.count();
        return new Tally(count.votesFor(), count.against(), count.abstained());
    }

    private static @Nullable SubjectView subject(Decision decision) {
        return decision.matter.subjectType() == null || decision.matter.subjectId() == null
                ? null
                : new SubjectView(decision.matter.subjectType(), decision.matter.subjectId());
    }
}
