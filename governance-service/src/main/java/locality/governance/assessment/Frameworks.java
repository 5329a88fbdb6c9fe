package locality.governance.assessment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.governance.recorder.Turns;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;

/// The frameworks on record, in all their versions.
@ApplicationScoped
class Frameworks implements PanacheRepositoryBase<Framework, UUID> {

    /// The version of a framework that holds on a day.
    ///
    /// @param codeOrId its code, or the id of a version, which is that version whatever the day
    /// @throws NotFound if there is no such framework in these places
    /// @throws AssessmentRefusal if its first version begins later
    Framework require(String codeOrId, LocalDate on, Set<Locality> places) {
        var named = Ids.parse(codeOrId).map(this::findByIdOptional).flatMap(found -> found);
        if (named.isPresent()) {
            return named.filter(one -> places.contains(one.locality))
                    .orElseThrow(() -> new NotFound("assessment framework", codeOrId));
        }
        var versions = versions(codeOrId);
        if (versions.isEmpty() || !places.contains(versions.getFirst().locality)) {
            throw new NotFound("assessment framework", codeOrId);
        }
        return versions.reversed().stream()
                .filter(version -> !version.effectiveOn.isAfter(on))
                .findFirst()
                .orElseThrow(
                        () ->
                                new AssessmentRefusal.NoFrameworkYet(
                                        codeOrId, on, versions.getFirst().effectiveOn));
    }

    /// Its last version. Whoever adopts another meanwhile waits.
    Optional<Framework> lastForAdoption(String code) {
        Turns.take(getEntityManager(), "assessment framework|" + code);
        return versions(code).reversed().stream().findFirst();
    }

    /// The versions that hold on a day, in the order of their codes.
    List<Framework> inPlaces(Set<Locality> places, LocalDate on, String after, int limit) {
        return find(HOLDING, places, on, after).range(0, limit).list();
    }

    private List<Framework> versions(String code) {
        return list("code = ?1 order by effectiveOn", code);
    }

    private static final String HOLDING =
            """
            from Framework f where f.locality in ?1 and f.code > ?3 and f.effectiveOn =
              (select max(other.effectiveOn) from Framework other
               where other.code = f.code and other.effectiveOn <= ?2)
            order by f.code
            """;
}
