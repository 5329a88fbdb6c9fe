package locality.governance.validity;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import locality.governance.authority.Barrier;
import locality.governance.authority.Standing;
import locality.governance.voting.Count;
import locality.governance.voting.Roll;
import locality.governance.voting.VotingRule;

/// What follows from the evidence: the outcome, and whether it binds.
///
/// @param type what the decision is taken as: a shadow body's approval without a delegation that
///   names it is kept as a recommendation
/// @param codes why it does not bind; empty when it does
/// @param quorum how many were needed, how many were there, how many could vote
/// @param missingSteps the steps of its approval route that it needs and that are missing
public record Verdict(
        DecisionType type,
        Outcome outcome,
        List<ValidityCode> codes,
        Count count,
        Quorum quorum,
        List<RouteProgress.Step> missingSteps,
        Mode mode) {

    public record Quorum(int votingSeats, int required, int present, int eligible, boolean met) {}

    public static Verdict of(Evidence evidence) {
        var roll = evidence.roll();
        var count = count(evidence, roll);
        var outcome = outcome(evidence, count);
        var type = takenAs(evidence);
        var codes = EnumSet.noneOf(ValidityCode.class);
        if (outcome.isVerdict()) {
            if (evidence.isOfAMeeting()) {
                codes.addAll(codesOfTheMeeting(evidence, type, roll));
                codes.addAll(codesOfTheVote(evidence, outcome, count));
            }
            if (type.needsAuthority()) {
                codes.addAll(codesOfAuthority(evidence));
                codes.addAll(codesOfTheForwardPlan(evidence));
            }
            if (type != DecisionType.NOTE && !evidence.missingSteps().isEmpty()) {
                codes.add(ValidityCode.ROUTE_STEP_MISSING);
            }
        }
        return new Verdict(
                type,
                outcome,
                List.copyOf(codes),
                count,
                quorum(evidence, roll),
                evidence.missingSteps(),
                evidence.mode() == null ? Mode.MEETING : evidence.mode());
    }

    public boolean isValid() {
        return codes.isEmpty();
    }

    private static Count count(Evidence evidence, Roll roll) {
        var terms = evidence.terms();
        var rule = terms == null ? VotingRule.SIMPLE_MAJORITY : terms.votingRule();
        boolean mayCast =
                terms != null && terms.castingVote() != null && roll.mayVote(terms.castingVote());
        return Count.of(evidence.votes(), roll, rule, mayCast ? evidence.castingVote() : null);
    }

    private static Outcome outcome(Evidence evidence, Count count) {
        if (evidence.declared() != null) {
            return evidence.declared();
        }
        return count.carried() || isNotedByConsent(evidence) ? Outcome.CARRIED : Outcome.LOST;
    }

    /// A paper is noted without a division.
    private static boolean isNotedByConsent(Evidence evidence) {
        return evidence.type() == DecisionType.NOTE && evidence.votes().isEmpty();
    }

    private static DecisionType takenAs(Evidence evidence) {
        var authority = evidence.authority();
        return evidence.type().needsAuthority()
                        && evidence.standing() == Standing.SHADOW
                        && authority != null
                        && !authority.named()
                        && authority.ownersCovered().isEmpty()
                ? DecisionType.RECOMMEND
                : evidence.type();
    }

    private static Set<ValidityCode> codesOfTheMeeting(
            Evidence evidence, DecisionType type, Roll roll) {
        var codes = EnumSet.noneOf(ValidityCode.class);
        if (evidence.standing() == Standing.NOT_CONSTITUTED) {
            codes.add(ValidityCode.NOT_CONSTITUTED);
        }
        if (evidence.standing() == Standing.DISSOLVED) {
            codes.add(ValidityCode.DISSOLVED);
        }
        if (!evidence.wasNoticedInTime()) {
            codes.add(ValidityCode.NO_NOTICE);
        }
        if (type.needsQuorum() && !isQuorate(evidence, roll)) {
            codes.add(
                    isQuorateButForInterests(evidence, roll)
                            ? ValidityCode.INQUORATE_AFTER_CONFLICT
                            : ValidityCode.INQUORATE);
        }
        return codes;
    }

    private static Set<ValidityCode> codesOfTheVote(
            Evidence evidence, Outcome outcome, Count count) {
        var codes = EnumSet.noneOf(ValidityCode.class);
        if (evidence.hasConflictedVote()) {
            codes.add(ValidityCode.CONFLICTED_VOTE);
        }
        if (outcome == Outcome.CARRIED && !count.carried() && !isNotedByConsent(evidence)) {
            codes.add(ValidityCode.MAJORITY_NOT_MET);
        }
        return codes;
    }

    private static Set<ValidityCode> codesOfAuthority(Evidence evidence) {
        var finding = evidence.authority();
        if (finding == null) {
            return Set.of(ValidityCode.NO_CHAIN);
        }
        return finding.barriers().stream()
                .map(Barrier::code)
                .map(ValidityCode::of)
                .collect(Collectors.toSet());
    }

    private static Set<ValidityCode> codesOfTheForwardPlan(Evidence evidence) {
        return evidence.wasAnnouncedInTime() ? Set.of() : Set.of(ValidityCode.KEY_NOTICE_SHORT);
    }

    private static boolean isQuorate(Evidence evidence, Roll roll) {
        return evidence.terms() != null && roll.isQuorate(evidence.terms().quorum());
    }

    private static boolean isQuorateButForInterests(Evidence evidence, Roll roll) {
        return evidence.terms() != null && roll.isQuorateButForInterests(evidence.terms().quorum());
    }

    private static Quorum quorum(Evidence evidence, Roll roll) {
        int required =
                evidence.terms() == null
                        ? roll.votingSeats()
                        : evidence.terms().quorum().required(roll.votingSeats());
        return new Quorum(
                roll.votingSeats(),
                required,
                roll.present().size(),
                roll.eligible().size(),
                isQuorate(evidence, roll));
    }

    /// The count and what spoils it, in the words of the minutes.
    public String inWords() {
        return (mode == Mode.MEETING ? countInWords() : "Taken by officers between meetings.")
                + codes.stream()
                        .map(code -> " It does not bind: " + reason(code) + ".")
                        .collect(Collectors.joining());
    }

    private String reason(ValidityCode code) {
        return code == ValidityCode.ROUTE_STEP_MISSING
                ? missingSteps.stream()
                        .map(step -> step.inWords(mode == Mode.MEETING ? "meeting" : "decision"))
                        .collect(Collectors.joining(", ", code.inWords() + ", ", ""))
                : code.inWords();
    }

    private String countInWords() {
        return "%s by %d votes to %d, %d abstaining; %d of %d voting members could vote, %d needed."
                .formatted(
                        outcome.inWords(),
                        count.votesFor(),
                        count.against(),
                        count.abstained(),
                        quorum.eligible(),
                        quorum.votingSeats(),
                        quorum.required());
    }
}
