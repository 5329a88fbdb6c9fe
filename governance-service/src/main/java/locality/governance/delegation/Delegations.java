package locality.governance.delegation;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import locality.platform.identifier.Ids;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The delegations ever granted.
@ApplicationScoped
class Delegations implements PanacheRepositoryBase<Delegation, UUID> {

    /// What a list asks for; null restricts nothing.
    ///
    /// @param on a day they are in force on
    record Wanted(
            @Nullable LocalDate on,
            @Nullable String function,
            @Nullable UUID from,
            @Nullable UUID to,
            @Nullable String toOrganisation) {}

    Delegation require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("delegation", idOrReference));
    }

    Optional<Delegation> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    /// `MCR-DEL-1-2`, the next after `MCR-DEL-1` that is not taken.
    String free(String reference) {
        int number = 2;
        while (lookUp(reference + "-" + number).isPresent()) {
            number++;
        }
        return reference + "-" + number;
    }

    List<Delegation> grantedBy(UUID body) {
        return find("fromBody = ?1 order by reference", body).list();
    }

    List<Delegation> fromOrTo(UUID body) {
        return find("fromBody = ?1 or toBody = ?1 order by id", body).list();
    }

    /// Those of a function in a place; of all places for Greater Manchester.
    List<Delegation> covering(String function, Locality place) {
        var places =
                place == Locality.GREATER_MANCHESTER
                        ? EnumSet.allOf(Locality.class)
                        : Set.of(place);
        return find(
                        "array_position(functions, ?1) > 0 and place in ?2 order by id",
                        function,
                        places)
                .list();
    }

    List<Delegation> inPlaces(Set<Locality> places, Wanted wanted, String after, int limit) {
        return query(places, wanted, after).range(0, limit).list();
    }

    List<Delegation> inPlaces(Set<Locality> places, Wanted wanted) {
        return query(places, wanted, "").list();
    }

    /// A delegation below another, and how far.
    ///
    /// @param above the delegation it rests on
    /// @param depth one for what was passed on directly
    /// @param functions what of it comes from the delegation at the root
    record Below(Delegation delegation, Delegation above, int depth, List<String> functions) {

        /// The same way on, empty if nothing of the root's goes with it.
        private Optional<Below> to(Delegation child) {
            var common = functions.stream().filter(child.functions::contains).toList();
            return delegation.carries(common, child.place)
                            && delegation.period().overlaps(child.period())
                    ? Optional.of(new Below(child, delegation, depth + 1, common))
                    : Optional.empty();
        }
    }

    /// What was passed on from a delegation, and from that, nearest first: of the same functions,
    /// in the same place, on days on which what is above lasts too.
    List<Below> below(Delegation root) {
        var found = new ArrayList<Below>();
        var seen = new HashSet<>(Set.of(root.id));
        var ahead = new ArrayDeque<>(List.of(new Below(root, root, 0, root.functions)));
        while (ahead.poll() instanceof Below next) {
            passedOnBy(next.delegation.toBody)
                    .flatMap(child -> next.to(child).stream())
                    .filter(child -> seen.add(child.delegation.id))
                    .forEach(
                            child -> {
                                found.add(child);
                                ahead.add(child);
                            });
        }
        return found;
    }

    /// Those whose last day was before a day and whose end is not on record, locked; without those
    /// that another transaction is working on.
    List<Delegation> takeOverdue(LocalDate day, int limit) {
        return getEntityManager()
                .createNativeQuery(
                        """
                        select * from delegation
                        where ended_on is null and expires_on < :day
                        order by expires_on, id limit :limit
                        for no key update skip locked
                        """,
                        Delegation.class)
                .setParameter("day", day)
                .setParameter("limit", limit)
                .getResultStream()
                .map(Delegation.class::cast)
                .toList();
    }

    private Stream<Delegation> passedOnBy(@Nullable UUID holder) {
        return holder == null ? Stream.empty() : grantedBy(holder).stream();
    }

    private PanacheQuery<Delegation> query(Set<Locality> places, Wanted wanted, String after) {
        var asked =
                new Conditions("place in :places and reference > :after")
                        .with("places", places)
                        .with("after", after)
                        .and(IN_FORCE, "day", wanted.on)
                        .and(
                                "array_position(functions, :function) > 0",
                                "function",
                                wanted.function)
                        .and("fromBody = :from", "from", wanted.from)
                        .and("toBody = :to", "to", wanted.to)
                        .and("toOrganisation = :officers", "officers", wanted.toOrganisation);
        return find(asked.orderedBy("reference"), asked.values());
    }

    private static final String IN_FORCE =
            """
            effectiveOn <= :day and (expiresOn is null or expiresOn >= :day)
            and (endedOn is null or endedOn > :day)
            """;
}
