package locality.governance.body;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import locality.governance.voting.QuorumRule;
import locality.governance.voting.VotingRule;
import locality.platform.fact.Provenance;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A version of what a body is for and how it decides.
///
/// @param effectiveOn the first day it is in force; it stays so until the next version's
/// @param remitFunctions what it may decide on; empty restricts nothing
/// @param castingVote the seat that may settle a tie, null when none may
/// @param noticeClearDays clear days of notice a meeting needs, null when any notice will do
@Embeddable
record TermsOfReference(
        LocalDate effectiveOn,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> remitFunctions,
        @JdbcTypeCode(SqlTypes.JSON) QuorumRule quorum,
        @Enumerated(EnumType.STRING) VotingRule votingRule,
        @Nullable String castingVote,
        boolean substitutesAllowed,
        @Nullable Integer noticeClearDays,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance) {

    /// The seats that these terms give a part of their own.
    List<String> seatsNamed() {
        return Stream.concat(Stream.ofNullable(castingVote), quorum.requiredSeats().stream())
                .toList();
    }
}
