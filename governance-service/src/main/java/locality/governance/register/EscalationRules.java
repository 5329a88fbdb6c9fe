package locality.governance.register;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.place.Locality;
import org.jspecify.annotations.Nullable;

/// The rules by which entries go up.
@ApplicationScoped
class EscalationRules implements PanacheRepositoryBase<EscalationRule, UUID> {

    /// The body's own rule in force on a day, else the rule of every body.
    ///
    /// @throws IllegalStateException if not even that one holds on the day
    EscalationRule of(@Nullable UUID body, LocalDate on) {
        return find(
                        """
                        (bodyId = ?1 or bodyId is null) and effectiveOn <= ?2
                        order by case when bodyId is null then 1 else 0 end, effectiveOn desc
                        """,
                        body == null ? EVERY_BODY : body,
                        on)
                .firstResultOptional()
                .orElseThrow(() -> new IllegalStateException("No escalation rule holds on " + on));
    }

    Optional<EscalationRule> from(@Nullable UUID body, LocalDate on) {
        return body == null
                ? find("bodyId is null and effectiveOn = ?1", on).firstResultOptional()
                : find("bodyId = ?1 and effectiveOn = ?2", body, on).firstResultOptional();
    }

    /// By the day they hold from, the ids after a cursor.
    List<EscalationRule> inPlaces(
            Set<Locality> places, @Nullable UUID body, UUID after, int limit) {
        return body == null
                ? find("locality in ?1 and id > ?2 order by id", places, after)
                        .range(0, limit)
                        .list()
                : find(
                                "locality in ?1 and id > ?2 and bodyId = ?3 order by id",
                                places,
                                after,
                                body)
                        .range(0, limit)
                        .list();
    }

    private static final UUID EVERY_BODY = new UUID(0, 0);
}
