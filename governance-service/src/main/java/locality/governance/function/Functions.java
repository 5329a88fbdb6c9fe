package locality.governance.function;

import static java.util.stream.Collectors.groupingBy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.authority.Scheme;
import locality.governance.period.Period;
import locality.governance.recorder.Turns;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;

/// The register of functions, and how places allocate them.
@ApplicationScoped
public class Functions implements PanacheRepositoryBase<BusinessFunction, String> {

    /// @throws FunctionRefusal naming the first that is not on record
    public void requireKnown(Collection<String> codes) {
        for (var code : codes) {
            if (findById(code) == null) {
                throw new FunctionRefusal.Unknown(code);
            }
        }
    }

    /// The codes of all of them, in order.
    public List<String> codes() {
        return inOrder().stream().map(function -> function.code).toList();
    }

    BusinessFunction require(String code) {
        return findByIdOptional(code).orElseThrow(() -> new NotFound("function", code));
    }

    List<BusinessFunction> inOrder() {
        return list("order by code");
    }

    /// The parts of a function, their parts, and so on; without itself.
    Set<String> partsOf(String code) {
        var byParent =
                inOrder().stream()
                        .filter(function -> function.parentCode != null)
                        .collect(groupingBy(function -> String.valueOf(function.parentCode)));
        var parts = new LinkedHashSet<String>();
        var ahead = new ArrayDeque<>(List.of(code));
        while (ahead.poll() instanceof String whole) {
            byParent.getOrDefault(whole, List.of()).stream()
                    .map(function -> function.code)
                    .filter(parts::add)
                    .forEach(ahead::add);
        }
        return parts;
    }

    /// Whether a place reserves a function to owners' top bodies on any of these days.
    public boolean isReserved(String code, Locality place, Period during) {
        return allocations(Set.of(place, Locality.GREATER_MANCHESTER)).stream()
                .filter(one -> one.terms.reserved() && one.functionCode.equals(code))
                .flatMap(one -> one.inForce().stream())
                .anyMatch(period -> period.overlaps(during));
    }

    /// The matters reserved to owners' top bodies in a place on a date.
    public List<Scheme.Reserved> reserved(Locality place, LocalDate on) {
        return allocations(Set.of(place, Locality.GREATER_MANCHESTER)).stream()
                .filter(one -> one.terms.reserved() && one.isInForceOn(on))
                .map(one -> new Scheme.Reserved(one.functionCode, one.place))
                .toList();
    }

    List<FunctionAllocation> allocations(Set<Locality> places) {
        return getEntityManager()
                .createQuery(
                        "from FunctionAllocation where place in :places order by functionCode,"
                                + " place, effectiveOn nulls last, id",
                        FunctionAllocation.class)
                .setParameter("places", places)
                .getResultList();
    }

    List<FunctionAllocation> allocations(String code, Locality place) {
        return allocations(Set.of(place)).stream()
                .filter(one -> one.functionCode.equals(code))
                .toList();
    }

    Optional<FunctionAllocation> lookUpAllocation(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::allocation)
                .orElseGet(
                        () ->
                                getEntityManager()
                                        .createQuery(
                                                "from FunctionAllocation where reference = ?1",
                                                FunctionAllocation.class)
                                        .setParameter(1, idOrReference)
                                        .getResultStream()
                                        .findFirst());
    }

    void arrange(FunctionAllocation allocation) {
        getEntityManager().persist(allocation);
        flush();
    }

    /// Lets one change of the same thing be made at a time: another waits until this transaction
    /// ends.
    void hold(String thing) {
        Turns.take(getEntityManager(), thing);
    }

    private Optional<FunctionAllocation> allocation(UUID id) {
        return Optional.ofNullable(getEntityManager().find(FunctionAllocation.class, id));
    }
}
