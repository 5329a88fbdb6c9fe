package locality.governance.position;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.EventType;
import locality.platform.event.InternalEvent;
import locality.platform.fact.Provenance;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// What is said of a topic, and for whom. It is written once; what is said later stands beside it.
@Entity
@Immutable
@Table(name = "position_statement")
class Position {
    @Id UUID id;

    @Enumerated(EnumType.STRING)
    Topic topic;

    @Enumerated(EnumType.STRING)
    MadeFor madeFor;

    /// The one it is made for; all of Greater Manchester where it is made for all ten or for some.
    Locality locality;

    String statement;
    LocalDate statedOn;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Schema(name = "PositionMadeFor")
    enum MadeFor {
        ALL_TEN,
        /// Of whom the source does not say; attributed to none of them.
        SOME,
        ONE
    }

    /// That something was said; the log says who recorded it.
    @EventType("governance.position-stated.v1")
    record PositionStated(
            UUID positionId, Topic topic, MadeFor madeFor, Locality locality, LocalDate effectiveOn)
            implements InternalEvent {

        @Override
        public String subjectType() {
            return "position";
        }

        @Override
        public String subjectId() {
            return positionId.toString();
        }
    }

    Position() {}

    /// @param of the locality it is made for, null unless it is made for one
    /// @throws PositionRefusal if it is made for one that is not named, or names one it is not made
    ///   for alone
    Position(
            Topic topic,
            MadeFor madeFor,
            @Nullable Locality of,
            String statement,
            LocalDate statedOn,
            Provenance provenance) {
        boolean namesOne = of != null && of != Locality.GREATER_MANCHESTER;
        if ((madeFor == MadeFor.ONE) != namesOne) {
            throw new PositionRefusal.NotForOne(madeFor, of);
        }
        this.id = Ids.next();
        this.topic = topic;
        this.madeFor = madeFor;
        this.locality = of == null ? Locality.GREATER_MANCHESTER : of;
        this.statement = statement;
        this.statedOn = statedOn;
        this.provenance = provenance;
    }

    PositionStated stated() {
        return new PositionStated(id, topic, madeFor, locality, statedOn);
    }

    /// Whether it speaks for a locality by name.
    boolean speaksFor(Locality one) {
        return switch (madeFor) {
            case ALL_TEN -> true;
            case SOME -> false;
            case ONE -> locality == one;
        };
    }
}
