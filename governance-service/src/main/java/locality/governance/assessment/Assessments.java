package locality.governance.assessment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.http.Page;
import locality.platform.identifier.Ids;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The assessments ever planned.
@ApplicationScoped
class Assessments implements PanacheRepositoryBase<Assessment, UUID> {

    /// What a list asks for; null restricts nothing.
    ///
    /// @param asOf the day they are shown as of: those planned by then, in the state they had
    /// @param framework its code
    record Wanted(
            LocalDate asOf,
            @Nullable String framework,
            @Nullable AssessmentState state,
            @Nullable UUID body,
            @Nullable String subjectType,
            @Nullable String subjectId) {

        static Wanted in(AssessmentState state, LocalDate on) {
            return new Wanted(on, null, state, null, null, null);
        }
    }

    /// @throws NotFound if there is none
    Assessment require(String idOrReference) {
        return lookUp(idOrReference, LockModeType.NONE)
                .orElseThrow(() -> new NotFound("assessment", idOrReference));
    }

    /// One to change, for which all who change it have finished.
    Assessment requireAlone(String idOrReference) {
        return lookUp(idOrReference, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new NotFound("assessment", idOrReference));
    }

    boolean isTaken(String reference) {
        return count("reference", reference) > 0;
    }

    /// References, by the ids asked for; none of those in other places.
    List<Assessment> ofIds(Collection<UUID> ids, Set<Locality> places) {
        return ids.isEmpty()
                ? List.of()
                : list("id in ?1 and locality in ?2 order by reference", ids, places);
    }

    /// Those that take the outcome of this one into account.
    List<Assessment> drawingOn(UUID assessment, Set<Locality> places) {
        return list(
                "?1 member of drawsOn and locality in ?2 order by reference", assessment, places);
    }

    /// In the order of their references.
    List<Assessment> inPlaces(Set<Locality> places, Wanted wanted, String after, int limit) {
        var asked =
                new Conditions(AS_OF)
                        .with("places", places.stream().map(Locality::code).toList())
                        .with("asOf", wanted.asOf)
                        .with("after", after)
                        .and("f.code = :framework", "framework", wanted.framework)
                        .and("a.body_id = :body", "body", wanted.body)
                        .and("a.subject_type = :subjectType", "subjectType", wanted.subjectType)
                        .and("a.subject_id = :subjectId", "subjectId", wanted.subjectId)
                        .and(
                                "s.state = :state",
                                "state",
                                wanted.state == null ? null : wanted.state.name());
        var query =
                getEntityManager()
                        .createNativeQuery(asked.orderedBy("a.reference"), Assessment.class);
        asked.values().forEach(query::setParameter);
        @SuppressWarnings("unchecked")
        List<Assessment> found = query.setMaxResults(limit + 1).getResultList();
        return found;
    }

    /// Those of a framework that were conducted by a day, as they were then, the earlier first.
    List<AssessmentOnDay> conductedBy(String framework, LocalDate on, Set<Locality> places) {
        var wanted = new Wanted(on, framework, null, null, null, null);
        return inPlaces(places, wanted, "", Page.ALL).stream()
                .flatMap(one -> one.on(on).stream())
                .filter(one -> one.step().state() != AssessmentState.PLANNED)
                .sorted(Comparator.comparing(AssessmentOnDay::conductedOn))
                .toList();
    }

    private Optional<Assessment> lookUp(String idOrReference, LockModeType lock) {
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
            select a.* from assessment a
            join assessment_framework f on f.id = a.framework_id
            join lateral (select state from assessment_step
                          where assessment_id = a.id and effective_on <= :asOf
                          order by ordinal desc limit 1) s on true
            where a.locality in (:places) and a.reference > :after
            """;
}
