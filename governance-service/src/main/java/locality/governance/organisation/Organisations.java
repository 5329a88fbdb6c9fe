package locality.governance.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import locality.governance.period.Period;
import locality.governance.recorder.Recorder;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The register of organisations.
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, String> {

    Organisation require(String code) {
        return findByIdOptional(code).orElseThrow(() -> new NotFound("organisation", code));
    }

    /// @throws OrganisationRefusal if a code is given and not on record
    public void requireOnRecord(@Nullable String code) {
        if (code != null && findById(code) == null) {
            throw new OrganisationRefusal.Unknown(code);
        }
    }

    /// @throws NotFound if there is none, or the caller does not read its locality
    public OrganisationOnRecord require(String code, Recorder recorder) {
        var organisation = require(code);
        recorder.requireReading(organisation.locality, "organisation", code);
        return onRecord(organisation);
    }

    /// @throws OrganisationRefusal if the code is not on record
    public OrganisationOnRecord requireKnown(String code) {
        requireOnRecord(code);
        return onRecord(require(code));
    }

    /// Those who name one of these as their predecessor, and those it names, by its code, in the
    /// order of their own.
    Map<String, List<String>> successors(Collection<String> codes) {
        var found = new HashMap<String, List<String>>();
        var rows =
                getEntityManager()
                        .createNativeQuery(SUCCESSIONS)
                        .setParameter(1, codes.toArray(String[]::new))
                        .getResultList();
        for (var row : rows) {
            var pair = (Object[]) row;
            found.computeIfAbsent(pair[0].toString(), _ -> new ArrayList<>())
                    .add(pair[1].toString());
        }
        return found;
    }

    private OrganisationOnRecord onRecord(Organisation organisation) {
        return new OrganisationOnRecord(
                organisation.code,
                organisation.nameOn(LocalDate.MAX),
                organisation.locality,
                new Period(organisation.effectiveOn, organisation.endsOn),
                successors(List.of(organisation.code)).getOrDefault(organisation.code, List.of()));
    }

    List<Organisation> inPlaces(Set<Locality> places, String after, int limit) {
        return find("locality in ?1 and code > ?2 order by code", places, after)
                .range(0, limit)
                .list();
    }

    private static final String SUCCESSIONS =
            """
            select predecessor, code as successor
            from organisation cross join unnest(predecessors) as predecessor
            where predecessors && cast(?1 as text[]) and predecessor = any(cast(?1 as text[]))
            union
            select code as predecessor, successor
            from organisation cross join unnest(successors) as successor
            where code = any(cast(?1 as text[]))
            order by successor
            """;
}
