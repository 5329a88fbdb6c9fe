package locality.governance.validity;

import locality.governance.voting.QuorumRule;
import locality.governance.voting.VotingRule;
import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// What the terms of reference in force say about taking a decision.
///
/// @param version which version of them
/// @param castingVote the seat that may settle a tie; null leaves a tie lost
/// @param noticeClearDays days between notice and meeting, neither counted; null asks for none in
///   particular
/// @param callInClearDays clear days in which scrutiny may call a decision in; null lets none be
/// @param keyDecisionFromPence a decision of this whole-life value or more is key; null when value
///   makes none so
public record Terms(
        int version,
        QuorumRule quorum,
        VotingRule votingRule,
        @Nullable String castingVote,
        boolean substitutesAllowed,
        @Nullable Integer noticeClearDays,
        @Nullable Integer callInClearDays,
        @Nullable Pence keyDecisionFromPence) {}
