package locality.governance.decision;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
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
class Tabling extends BeforeBody {
    @EmbeddedId TablingId id;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Vote> votes;

    @Column(insertable = false)
    @Nullable Instant recordedAt;

    Tabling() {}

    Tabling(TablingId id, BeforeBody asItStands, List<Vote> votes) {
        super(asItStands);
        this.id = id;
        this.votes = votes;
    }
}
