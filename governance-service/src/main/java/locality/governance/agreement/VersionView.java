package locality.governance.agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.platform.fact.Provenance;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A version of an agreement as it stands on a day.
///
/// @param name as decisions name it, as in `OLD-IA/5`
/// @param firstReviewOn when it was first to be reviewed, as the version says
/// @param reviewOn when it is next to be reviewed, as stated
/// @param reviewOnByInterval the same as its months come to from the last review, or from its
///   approval for use; a source may state another day
/// @param reviewBy the last day by which its parties are to have reviewed it, in the latest round
/// @param approval FINAL once it was ratified, WORKING when a working draft is approved for use
///   before that
/// @param workingApproval the latest
/// @param ratifiedOn the first day on which nothing was lacking
/// @param inForceFrom the later of the day it is meant to hold from and of the day it was ratified
/// @param retrospective whether it was ratified after the day it is meant to hold from
/// @param retrospectiveDays from that day to the one it was ratified; 0 when it was in time
/// @param outstanding the parties that have yet to give something, while it is not ratified
@Schema(name = "AgreementVersion")
record VersionView(
        int number,
        String name,
        String label,
        String summary,
        LocalDate draftedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate expiresOn,
        @Nullable LocalDate firstReviewOn,
        @Nullable LocalDate reviewOn,
        @Nullable Integer reviewEveryMonths,
        @Nullable LocalDate reviewOnByInterval,
        boolean reviewOverdue,
        @Nullable LocalDate reviewBy,
        VersionState state,
        Approval approval,
        @Nullable ForUse workingApproval,
        @Nullable LocalDate ratifiedOn,
        @Nullable LocalDate inForceFrom,
        boolean retrospective,
        long retrospectiveDays,
        @Nullable End termination,
        List<PartyView> parties,
        List<Signature> signatures,
        List<Outstanding> outstanding,
        List<Step> history,
        List<Held> periodicReviews,
        Provenance provenance) {

    @Schema(name = "WorkingDraftApprovedForUse")
    record ForUse(LocalDate on, String by, Provenance provenance) {}

    /// @param effectiveOn the first day it is no longer in force
    /// @param decidedOn the first day on which the decisions of all parties to end it were in
    ///   effect; null when a party gave notice
    @Schema(name = "EndOfAgreement")
    record End(
            LocalDate effectiveOn,
            String reason,
            @Nullable String noticeBy,
            @Nullable LocalDate noticeGivenOn,
            @Nullable LocalDate decidedOn) {}

    /// @param signatories the posts that all sign for it; none named means any one
    /// @param signedOn the day it had signed in full
    /// @param decision its decision to enter into the version, in effect on the day
    @Schema(name = "AgreementParty")
    record PartyView(
            String organisation,
            Capacity capacity,
            List<String> signatories,
            @Nullable LocalDate reviewedOn,
            @Nullable Boolean content,
            @Nullable LocalDate signedOn,
            @Nullable UUID decision,
            @Nullable String decisionReference) {}

    /// @param isVoid whether the next version took its place before it was ratified
    @Schema(name = "AgreementSignature")
    record Signature(
            String organisation,
            String post,
            LocalDate signedOn,
            boolean isVoid,
            Provenance provenance) {}

    /// @param reviewBy the last day the parties have for the reviews that begin with it
    @Schema(name = "AgreementStep")
    record Step(
            VersionState state,
            LocalDate effectiveOn,
            @Nullable String reason,
            @Nullable LocalDate reviewBy,
            Provenance provenance) {}

    @Schema(name = "AgreementReviewHeld")
    record Held(
            LocalDate heldOn, String outcome, @Nullable LocalDate nextOn, Provenance provenance) {}

    /// @param life its steps up to the day, one at least
    static VersionView of(
            Agreement agreement,
            AgreementVersion of,
            List<VersionStep> life,
            Approvals approvals,
            LocalDate day) {
        var state = life.getLast().state();
        var ratified = first(life, VersionState.RATIFIED);
        var late = Agreement.retrospectiveDays(of, life);
        var forUse = of.approvedForUse(day);
        return new VersionView(
                of.number,
                agreement.nameOf(of.number),
                of.text.label(),
                of.text.summary(),
                of.draftedOn(),
                of.text.effectiveOn(),
                of.text.expiresOn(),
                of.text.reviewOn(),
                of.reviewDueOn(day),
                of.text.reviewEveryMonths(),
                of.reviewDueByInterval(day),
                of.isReviewOverdue(state, day),
                of.reviewBy(day),
                state,
                ratified.isPresent()
                        ? Approval.FINAL
                        : forUse.isPresent() ? Approval.WORKING : Approval.NONE,
                forUse.map(VersionView::forUse).orElse(null),
                ratified.orElse(null),
                first(life, VersionState.IN_FORCE).orElse(null),
                late.isPresent(),
                late.orElse(0L),
                of.endKnownOn(day)
                        .filter(end -> !end.on().isAfter(day) || state.isFinal())
                        .map(VersionView::end)
                        .orElse(null),
                parties(agreement, of, approvals, day),
                of.signOffs.stream()
                        .filter(one -> !one.signedOn().isAfter(day))
                        .map(one -> signature(one, isVoid(life)))
                        .toList(),
                state.isOpen() ? agreement.outstanding(of, approvals, day) : List.of(),
                life.stream().map(VersionView::step).toList(),
                of.periodicReviews.stream()
                        .filter(one -> !one.heldOn().isAfter(day))
                        .map(VersionView::held)
                        .toList(),
                of.provenance);
    }

    /// Its last day, as it says or as it was terminated for; null without an end.
    @Nullable LocalDate lastDay() {
        var terminated = termination == null ? null : termination.effectiveOn.minusDays(1);
        return terminated == null || expiresOn != null && expiresOn.isBefore(terminated)
                ? expiresOn
                : terminated;
    }

    /// Whether it is ratified, and in force by a day unless a later version is.
    boolean isToHoldBy(LocalDate day) {
        var ends = lastDay();
        return state == VersionState.RATIFIED
                && effectiveOn != null
                && !effectiveOn.isAfter(day)
                && (ends == null || !ends.isBefore(day));
    }

    private static List<PartyView> parties(
            Agreement agreement, AgreementVersion of, Approvals approvals, LocalDate day) {
        var ratification = of.ratification(agreement.terms, approvals);
        return of.parties.stream()
                .map(
                        party -> {
                            var review = of.reviewOf(party.organisation(), day);
                            var decision = ratification.decision(party.organisation(), day);
                            return new PartyView(
                                    party.organisation(),
                                    party.capacity(),
                                    party.signatories(),
                                    review.map(PartyReview::reviewedOn).orElse(null),
                                    review.map(PartyReview::agreed).orElse(null),
                                    ratification
                                            .signedOn(party)
                                            .filter(signed -> !signed.isAfter(day))
                                            .orElse(null),
                                    decision.map(one -> one.decision().id()).orElse(null),
                                    decision.map(one -> one.decision().reference()).orElse(null));
                        })
                .toList();
    }

    private static boolean isVoid(List<VersionStep> life) {
        return life.getLast().state() == VersionState.SUPERSEDED
                && first(life, VersionState.RATIFIED).isEmpty();
    }

    private static Optional<LocalDate> first(List<VersionStep> life, VersionState state) {
        return life.stream()
                .filter(step -> step.state() == state)
                .map(VersionStep::effectiveOn)
                .findFirst();
    }

    private static ForUse forUse(WorkingApproval one) {
        return new ForUse(one.on(), one.by(), one.provenance());
    }

    private static End end(Termination end) {
        return new End(
                end.on(), end.reason(), end.noticeBy(), end.noticeGivenOn(), end.decidedOn());
    }

    private static Signature signature(SignOff one, boolean isVoid) {
        return new Signature(
                one.organisation(), one.post(), one.signedOn(), isVoid, one.provenance());
    }

    private static Step step(VersionStep one) {
        return new Step(
                one.state(), one.effectiveOn(), one.reason(), one.reviewBy(), one.provenance());
    }

    private static Held held(PeriodicReview one) {
        return new Held(one.heldOn(), one.outcome(), one.nextOn(), one.provenance());
    }
}
