package locality.governance.body;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import locality.governance.validity.Terms;
import locality.governance.voting.QuorumRule;
import locality.governance.voting.VotingRule;
import locality.platform.fact.Provenance;
import locality.platform.money.Pence;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A version of what a body is for and how it decides.
///
/// @param effectiveOn the first day it is in force; it stays so until the next version's
/// @param remitFunctions what it may decide on; empty restricts nothing
/// @param castingVote the seat that may settle a tie, null when none may
/// @param noticeClearDays clear days of notice a meeting needs, null when any notice will do
/// @param frequency how often the body meets, null when the terms do not say
/// @param callInClearDays clear days in which scrutiny may call a decision in, null when none may
///   be
/// @param keyDecisionFrom a decision of this whole-life value or more is key, null when value makes
///   none so
/// @param reviewOn the day these terms are to be looked at again, null when none is set
/// @param chair the seat that takes the chair, null when the terms name none
/// @param deputies the seats that take the chair in its absence, first to last
@Embeddable
record TermsOfReference(
        LocalDate effectiveOn,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> remitFunctions,
        @JdbcTypeCode(SqlTypes.JSON) QuorumRule quorum,
        @Enumerated(EnumType.STRING) VotingRule votingRule,
        @Nullable String castingVote,
        boolean substitutesAllowed,
        @Nullable Integer noticeClearDays,
        @JdbcTypeCode(SqlTypes.JSON) @Nullable Frequency frequency,
        @Nullable Integer callInClearDays,
        @Column(name = "key_decision_from_pence") @Nullable Pence keyDecisionFrom,
        @Nullable LocalDate reviewOn,
        @Nullable String chair,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> deputies,
        @JdbcTypeCode(SqlTypes.JSON) Provenance provenance,
        @Column(insertable = false, updatable = false) @Nullable Instant recordedAt)
        implements Recorded {

    /// The seats that these terms give a part of their own.
    List<String> seatsNamed() {
        return Stream.of(
                        Stream.ofNullable(castingVote),
                        Stream.ofNullable(chair),
                        deputies.stream(),
                        quorum.requiredSeats().stream())
                .flatMap(seats -> seats)
                .toList();
    }

    /// @param number which version they are
    Terms asTerms(int number) {
        return new Terms(
                number,
                quorum,
                votingRule,
                castingVote,
                substitutesAllowed,
                noticeClearDays,
                callInClearDays,
                keyDecisionFrom);
    }
}
