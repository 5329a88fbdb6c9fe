package locality.governance.decision;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import locality.governance.validity.DecisionType;
import locality.governance.validity.Evidence;
import locality.governance.validity.Outcome;
import locality.governance.voting.Vote;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What became of a decision at one meeting. It is written once: a matter put before another
/// meeting leaves the record of the first as it was.
@Entity
@Immutable
@Table(name = "decision_outcome")
class Tabling {
    @EmbeddedId TablingId id;
    String reference;
    UUID bodyId;
    String bodyName;

    /// Null for what officers decided.
    @Nullable UUID meetingId;

    @Nullable Integer item;

    @Enumerated(EnumType.STRING)
    @Nullable DecisionType takenAs;

    @Enumerated(EnumType.STRING)
    DecisionState state;

    /// Null when the meeting ended without one.
    @Enumerated(EnumType.STRING)
    @Nullable Outcome outcome;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> validityCodes;

    @Nullable String explanation;
    @Nullable LocalDate effectiveOn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Evidence evidence;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Vote> votes;

    @Column(insertable = false)
    @Nullable Instant recordedAt;

    Tabling() {}
}
