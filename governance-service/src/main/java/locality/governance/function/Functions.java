package locality.governance.function;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import locality.governance.authority.Scheme;
import locality.governance.period.Period;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;

/// The register of functions.
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

    BusinessFunction require(String code) {
        return findByIdOptional(code).orElseThrow(() -> new NotFound("function", code));
    }

    /// Whether a place reserves a function to owners' top bodies on any of these days.
    public boolean isReserved(String code, Locality place, Period during) {
        return arrangements(Set.of(place, Locality.GREATER_MANCHESTER)).stream()
                .filter(one -> one.reserved && one.functionCode.equals(code))
                .anyMatch(one -> one.period().overlaps(during));
    }

    /// The matters reserved to owners' top bodies in a place on a date.
    public List<Scheme.Reserved> reserved(Locality place, LocalDate on) {
        return arrangements(Set.of(place, Locality.GREATER_MANCHESTER)).stream()
                .filter(one -> one.reserved && one.period().holdsOn(on))
                .map(one -> new Scheme.Reserved(one.functionCode, one.place))
                .toList();
    }

    List<FunctionInPlace> arrangements(Set<Locality> places) {
        return getEntityManager()
                .createQuery(
                        "from FunctionInPlace where place in :places order by functionCode, place,"
                                + " effectiveOn",
                        FunctionInPlace.class)
                .setParameter("places", places)
                .getResultList();
    }

    List<FunctionInPlace> arrangements(String code, Locality place) {
        return arrangements(Set.of(place)).stream()
                .filter(one -> one.functionCode.equals(code))
                .toList();
    }

    void arrange(FunctionInPlace arrangement) {
        getEntityManager().persist(arrangement);
        flush();
    }
}
