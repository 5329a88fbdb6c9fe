package locality.governance.post;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.recorder.Turns;
import locality.platform.identifier.Ids;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The posts on record.
@ApplicationScoped
class Posts implements PanacheRepositoryBase<Post, UUID> {

    /// What a list asks for; null restricts nothing.
    record Wanted(
            @Nullable String organisation, @Nullable PostKind kind, @Nullable Boolean vacant) {}

    Optional<Post> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    Post require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("post", idOrReference));
    }

    /// For a change: whoever else changes it, or asks what is known of it, waits for this one.
    Post requireForChange(String idOrReference) {
        return locked(idOrReference, LockModeType.PESSIMISTIC_WRITE);
    }

    /// For an answer that is to stay the same: waits for a change that is under way, and none is
    /// recorded before the answer's moment any more.
    Post requireSettled(String idOrReference) {
        return locked(idOrReference, LockModeType.PESSIMISTIC_READ);
    }

    private Post locked(String idOrReference, LockModeType lock) {
        var post = require(idOrReference);
        getEntityManager().refresh(post, lock);
        return post;
    }

    /// Keeps who reports to whom as it is until the end of the transaction, so that two changes at
    /// once never close a circle that neither of them sees. Asked before any post is loaded.
    void holdLines() {
        Turns.take(getEntityManager(), "who reports to whom");
    }

    /// By the database's clock, the one that all replicas share; asked once the post is locked.
    Instant recordingTime() {
        var now =
                (Instant)
                        getEntityManager()
                                .createNativeQuery("select clock_timestamp()", Instant.class)
                                .getSingleResult();
        return now.truncatedTo(ChronoUnit.MICROS);
    }

    /// Those there are on a day, in the order of their references.
    List<Post> on(LocalDate day, Set<Locality> places, Wanted wanted, String after, int limit) {
        var asked =
                new Conditions("from Post p where locality in :places and reference > :after")
                        .with("places", places)
                        .with("after", after)
                        .and(EXISTING, "day", day)
                        .and(OF_ORGANISATION, "organisation", wanted.organisation)
                        .and("kind = :kind", "kind", wanted.kind);
        if (wanted.vacant != null) {
            asked.and(wanted.vacant ? "not " + HELD : HELD);
        }
        return find(asked.orderedBy("reference"), asked.values()).range(0, limit).list();
    }

    private static final String EXISTING =
            """
            effectiveOn <= :day and (endsOn is null or endsOn >= :day)
            and (abolishedOn is null or abolishedOn > :day)
            """;
    private static final String OF_ORGANISATION =
            """
            exists (select 1 from p.employers e
                    where e.organisation = :organisation and e.supersededAt is null
                      and e.fromDay <= :day and (e.untilDay is null or e.untilDay >= :day))
            """;
    private static final String HELD =
            """
            exists (select 1 from p.holders h
                    where not h.acting and h.supersededAt is null
                      and h.fromDay <= :day and (h.untilDay is null or h.untilDay >= :day))
            """;
}
