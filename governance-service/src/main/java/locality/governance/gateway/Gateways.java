package locality.governance.gateway;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
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

/// The gateways ever planned.
@ApplicationScoped
class Gateways implements PanacheRepositoryBase<Gateway, UUID> {

    /// What a list asks for; null restricts nothing.
    ///
    /// @param asOf the day they are shown as of
    record Wanted(LocalDate asOf, @Nullable String contract, @Nullable GatewayState state) {

        /// All that were ever planned, as they now are.
        static final LocalDate NOW = LocalDate.of(9999, 12, 31);
    }

    Gateway require(String idOrReference) {
        return lookUp(idOrReference, LockModeType.NONE)
                .orElseThrow(() -> new NotFound("gateway", idOrReference));
    }

    /// A gateway to change, for which all who change it have finished.
    Gateway requireAlone(String idOrReference) {
        return lookUp(idOrReference, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("gateway", idOrReference));
    }

    boolean has(String reference) {
        return count("reference", reference) > 0;
    }

    /// The gateway an item belongs to, for which all who change it have finished.
    Optional<Gateway> ofItemAlone(UUID item) {
        return getEntityManager()
                .createQuery(
                        "select g.id from Gateway g join g.items i where i.id = ?1", UUID.class)
                .setParameter(1, item)
                .getResultStream()
                .findFirst()
                .flatMap(id -> findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /// The gateway before one, if it is on record.
    Optional<Gateway> before(Gateway gateway) {
        return find(
                        "locality = ?1 and contract = ?2 and number = ?3",
                        gateway.locality,
                        gateway.contract,
                        gateway.number - 1)
                .firstResultOptional();
    }

    /// The gateways of a contract, to which nobody adds meanwhile.
    Sequence sequence(Locality place, String contract) {
        Turns.take(getEntityManager(), "gateways of %s|%s".formatted(place.code(), contract));
        return new Sequence(
                contract, list("locality = ?1 and contract = ?2 order by number", place, contract));
    }

    List<Gateway> inPlaces(Set<Locality> places, Wanted wanted, String after, int limit) {
        var asked =
                new Conditions(AS_OF)
                        .with("places", places.stream().map(Locality::code).toList())
                        .with("asOf", wanted.asOf)
                        .with("after", after)
                        .and("g.contract = :contract", "contract", wanted.contract)
                        .and(
                                "s.state = :state",
                                "state",
                                wanted.state == null ? null : wanted.state.name());
        var query =
                getEntityManager().createNativeQuery(asked.orderedBy("g.reference"), Gateway.class);
        asked.values().forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Gateway> found = query.setMaxResults(limit + 1).getResultList();
        return found;
    }

    private Optional<Gateway> lookUp(String idOrReference, LockModeType lock) {
        return Ids.parse(idOrReference)
                .map(id -> findByIdOptional(id, lock))
                .orElseGet(
                        () ->
                                find("reference", idOrReference)
                                        .withLock(lock)
                                        .firstResultOptional());
    }

    private static final String AS_OF =
            """
            select g.* from gateway g
            join lateral (select state from gateway_step
                          where gateway_id = g.id and effective_on <= :asOf
                          order by step desc limit 1) s on true
            where g.locality in (:places) and g.reference > :after
            """;
}
