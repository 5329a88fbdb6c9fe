package locality.governance.engagement;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import locality.platform.event.PartnershipEvent.EngagementRecorded;
import locality.platform.fact.Provenance;
import locality.platform.place.Locality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// An entry of the log of engagement: something that took place, once or several times.
@Entity
class Engagement {
    @Id UUID id;
    String reference;
    String title;

    @Enumerated(EnumType.STRING)
    EngagementKind kind;

    @Enumerated(EnumType.STRING)
    Audience audience;

    /// Its day, the last of several, or the last of its month.
    LocalDate heldOn;

    /// Whether only the month is known.
    boolean heldInMonth;

    @Column(name = "held_count")
    int count;

    @Nullable Integer reached;
    Locality locality;

    @JdbcTypeCode(SqlTypes.JSON)
    Provenance provenance;

    @Version long version;

    Engagement() {}

    Engagement(UUID id, String reference, Held held, Provenance provenance) {
        this.id = id;
        this.reference = reference;
        this.locality = held.locality();
        this.provenance = provenance;
        correct(held);
    }

    /// Puts right what was logged.
    void correct(Held held) {
        title = held.title();
        kind = held.kind();
        audience = held.audience();
        heldOn = held.when().lastDay();
        heldInMonth = held.when().month();
        count = held.count();
        reached = held.reached();
    }

    Held held() {
        return new Held(
                title, kind, audience, new HeldIn(heldOn, heldInMonth), count, reached, locality);
    }

    EngagementRecorded told() {
        return new EngagementRecorded(
                id,
                reference,
                title,
                kind.name(),
                audience.name(),
                null,
                count,
                reached,
                locality,
                heldOn,
                provenance);
    }
}
