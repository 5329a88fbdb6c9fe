package locality.governance.voting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The votes of one item, counted: only those of seats that could vote.
///
/// @param tied equal votes that a casting vote could settle
/// @param carried whether the motion carried by the votes, the casting vote included
public record Count(int votesFor, int against, int abstained, boolean tied, boolean carried) {

    /// @param castingVote what the seat with the casting vote said, null when it did not use it
    public static Count of(
            List<Vote> votes, Roll roll, VotingRule rule, @Nullable Choice castingVote) {
        var cast =
                votes.stream()
                        .flatMap(
                                vote ->
                                        roll.eligible().stream()
                                                .filter(seat -> seat.seat().equals(vote.seat()))
                                                .map(
                                                        seat ->
                                                                new VotingRule.Ballot(
                                                                        seat, vote.choice())))
                        .toList();
        boolean tied = rule.ties(cast);
        return new Count(
                count(cast, Choice.FOR),
                count(cast, Choice.AGAINST),
                count(cast, Choice.ABSTAIN),
                tied,
                tied ? castingVote == Choice.FOR : rule.carries(cast, roll.organisations()));
    }

    private static int count(List<VotingRule.Ballot> cast, Choice choice) {
        return Math.toIntExact(cast.stream().filter(b -> b.choice() == choice).count());
    }
}
