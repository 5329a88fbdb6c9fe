package locality.governance.decision;

import java.time.LocalTime;
import java.util.List;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Outcome;
import locality.governance.validity.ValidityCode;
import locality.governance.validity.Verdict;
import locality.governance.voting.Choice;
import locality.governance.voting.Vote;
import org.jspecify.annotations.Nullable;

/// What stands on record of an item on which something is to be decided.
///
/// @param state the decision's, as it was left at this meeting
/// @param votedAt null before the first vote
/// @param taken null before the outcome
public record ItemStanding(
        DecisionType type,
        String state,
        @Nullable LocalTime votedAt,
        List<Vote> votes,
        @Nullable Taken taken) {

    /// What became of it.
    ///
    /// @param declared what the chair declared; null for what the votes said
    /// @param inWords the count, and what spoils it
    public record Taken(
            Outcome outcome,
            @Nullable Outcome declared,
            @Nullable Choice castingVote,
            List<ValidityCode> codes,
            Verdict.Quorum quorum,
            int votesFor,
            int against,
            int abstained,
            String inWords) {}

    static ItemStanding of(Decision decision, List<Vote> votes) {
        return new ItemStanding(
                decision.matter.type(), decision.state.name(), decision.votedAt, votes, null);
    }

    static ItemStanding of(Decision decision, Tabling tabling) {
        var evidence = tabling.evidence;
        if (evidence == null || tabling.outcome == null) {
            return new ItemStanding(
                    decision.matter.type(), tabling.state.name(), null, tabling.votes, null);
        }
        var verdict = Verdict.of(evidence);
        var count = verdict.count();
        return new ItemStanding(
                decision.matter.type(),
                tabling.state.name(),
                evidence.votedAt(),
                evidence.votes(),
                new Taken(
                        tabling.outcome,
                        evidence.declared(),
                        evidence.castingVote(),
                        tabling.validityCodes.stream().map(ValidityCode::valueOf).toList(),
                        verdict.quorum(),
                        count.votesFor(),
                        count.against(),
                        count.abstained(),
                        String.valueOf(tabling.explanation)));
    }
}
