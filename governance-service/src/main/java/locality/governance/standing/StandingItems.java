package locality.governance.standing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The standing items of all bodies, and the meetings that have them.
@ApplicationScoped
class StandingItems implements PanacheRepositoryBase<StandingItem, UUID> {

    /// @throws NotFound if there is none
    StandingItem require(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional())
                .orElseThrow(() -> new NotFound("standing item", idOrReference));
    }

    List<StandingItem> of(UUID body) {
        return find("bodyId = ?1 order by number", body).list();
    }

    /// The days of the meetings that have an item; one that was cancelled had it in vain.
    List<LocalDate> placed(StandingItem item) {
        return placed(List.of(item)).getOrDefault(item.id, List.of());
    }

    /// The same of several items, by item; none for one that no meeting has.
    @SuppressWarnings("unchecked")
    Map<UUID, List<LocalDate>> placed(List<StandingItem> items) {
        List<Object[]> rows =
                getEntityManager()
                        .createNativeQuery(
                                """
                                select p.standing_item_id,
                                       meeting_first_held_on(m.id, m.starts_at) as held_on
                                from standing_placement p join meeting m on m.id = p.meeting_id
                                where p.standing_item_id = any(:items) and m.state <> 'CANCELLED'
                                """,
                                Object[].class)
                        .setParameter(
                                "items", items.stream().map(item -> item.id).toArray(UUID[]::new))
                        .getResultList();
        return rows.stream()
                .collect(
                        groupingBy(
                                row -> (UUID) row[0],
                                mapping(row -> (LocalDate) row[1], toList())));
    }

    void place(UUID item, UUID meeting, int number) {
        getEntityManager()
                .createNativeQuery(
                        """
                        insert into standing_placement (standing_item_id, meeting_id, item)
                        values (?1, ?2, ?3)
                        """)
                .setParameter(1, item)
                .setParameter(2, meeting)
                .setParameter(3, number)
                .executeUpdate();
    }

    boolean isPlaced(UUID item, UUID meeting) {
        return !getEntityManager()
                .createNativeQuery(
                        """
                        select item from standing_placement
                        where standing_item_id = ?1 and meeting_id = ?2
                        """,
                        Integer.class)
                .setParameter(1, item)
                .setParameter(2, meeting)
                .getResultList()
                .isEmpty();
    }

    /// The meetings of a body that are planned from a day on, the first of them first.
    List<UUID> meetingsAhead(UUID body, LocalDate from) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        select id from meeting
                        where body_id = ?1 and state in ('PLANNED', 'NOTICED')
                          and cast(starts_at as date) >= ?2
                        order by starts_at, reference
                        """,
                        UUID.class)
                .setParameter(1, body)
                .setParameter(2, from)
                .getResultList();
    }

    List<StandingItem> inPlaces(
            Set<Locality> places, @Nullable UUID body, String after, int limit) {
        return find(
                        "locality in ?1 and reference > ?2 and (?3 is null or bodyId = ?3)"
                                + " order by reference",
                        places,
                        after,
                        body)
                .range(0, limit)
                .list();
    }
}
