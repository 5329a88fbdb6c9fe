package locality.governance.meeting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The meetings on record.
@ApplicationScoped
public class Meetings implements PanacheRepositoryBase<Meeting, UUID> {

    /// @throws NotFound if there is none
    public Meeting require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("meeting", idOrReference));
    }

    /// A meeting whose record nobody changes before the transaction ends; others may hold it so
    /// too.
    ///
    /// @throws NotFound if there is none
    public Meeting requireStill(String idOrReference) {
        return require(idOrReference, LockModeType.PESSIMISTIC_READ);
    }

    /// A meeting to change, for which all who hold it still have finished.
    ///
    /// @throws NotFound if there is none
    public Meeting requireAlone(String idOrReference) {
        return require(idOrReference, LockModeType.PESSIMISTIC_WRITE);
    }

    private Meeting require(String idOrReference, LockModeType lock) {
        return Ids.parse(idOrReference)
                .map(id -> findByIdOptional(id, lock))
                .orElseGet(
                        () -> find("reference", idOrReference).withLock(lock).firstResultOptional())
                .orElseThrow(() -> new NotFound("meeting", idOrReference));
    }

    Optional<Meeting> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    /// Which meetings a list shows, by the day on which they sat first or are to.
    ///
    /// @param from the first day, null for any
    /// @param to the last day, null for any
    public record Wanted(
            Set<Locality> places,
            @Nullable UUID body,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable MeetingState state) {}

    /// @return one more than the limit, in the order of their references
    List<Meeting> among(Wanted wanted, String after, int limit) {
        return find(
                        MATCHES + " and reference > ?6 order by reference",
                        wanted.places,
                        wanted.body,
                        wanted.from,
                        wanted.to,
                        wanted.state,
                        after)
                .range(0, limit)
                .list();
    }

    /// All of them, in the order in which they are held.
    public List<Meeting> among(Wanted wanted) {
        return find(
                        MATCHES + " order by firstDay, startsAt, reference",
                        wanted.places,
                        wanted.body,
                        wanted.from,
                        wanted.to,
                        wanted.state)
                .list();
    }

    private static final String MATCHES =
            """
            locality in ?1 and (?2 is null or bodyId = ?2)
            and (cast(?3 as localdate) is null or firstDay >= ?3)
            and (cast(?4 as localdate) is null or firstDay <= ?4)
            and (?5 is null or state = ?5)\
            """;
}
