package locality.governance.validity;

import locality.governance.voting.QuorumRule;
import locality.governance.voting.VotingRule;
import org.jspecify.annotations.Nullable;

/// What the terms of reference in force say about taking a decision.
///
/// @param version which version of them
/// @param castingVote the seat that may settle a tie; null leaves a tie lost
/// @param noticeClearDays days between notice and meeting, neither counted; null asks for none in
///   particular
public record Terms(
        int version,
        QuorumRule quorum,
        VotingRule votingRule,
        @Nullable String castingVote,
        boolean substitutesAllowed,
        @Nullable Integer noticeClearDays) {}
