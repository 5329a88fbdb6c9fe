package locality.governance.recommendation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The recommendations on record.
@ApplicationScoped
class Recommendations implements PanacheRepositoryBase<Recommendation, UUID> {

    /// Whom a list is for: the places the caller reads, and those whose exempt papers it reads.
    record Reader(Set<Locality> places, Set<Locality> exempt) {}

    /// What a list asks for; null restricts nothing.
    ///
    /// @param answered whether it has an outcome
    record Wanted(
            @Nullable UUID body,
            @Nullable String source,
            @Nullable RecommendationOutcome outcome,
            @Nullable Boolean answered,
            @Nullable UUID decision) {}

    /// @throws NotFound if there is none
    Recommendation require(String idOrReference) {
        return lookUp(idOrReference)
                .orElseThrow(() -> new NotFound("recommendation", idOrReference));
    }

    /// One to change, if it is there, for which all who change it have finished.
    Optional<Recommendation> lookUpAlone(String idOrReference) {
        var found = lookUp(idOrReference);
        found.ifPresent(one -> getEntityManager().refresh(one, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    Optional<Recommendation> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    boolean hasNumber(Locality place, String source, int number) {
        return count("locality = ?1 and source = ?2 and number = ?3", place, source, number) > 0;
    }

    /// By source, then in the order in which they stand there.
    List<Recommendation> inPlaces(Reader reader, Wanted wanted, @Nullable Cursor after, int limit) {
        var asked =
                new Conditions("locality in :places and (exempt = false or locality in :exempt)")
                        .with("places", reader.places)
                        .with("exempt", reader.exempt)
                        .and("bodyId = :body", "body", wanted.body)
                        .and("source = :source", "source", wanted.source)
                        .and("outcome = :outcome", "outcome", wanted.outcome)
                        .and("decisionId = :decision", "decision", wanted.decision);
        if (wanted.answered != null) {
            asked.and(wanted.answered ? "outcome is not null" : "outcome is null");
        }
        if (after != null) {
            asked.and(AFTER)
                    .with("lastSource", after.source)
                    .with("lastNumber", after.number)
                    .with("lastReference", after.reference);
        }
        return find(asked.orderedBy("source, number, reference"), asked.values())
                .range(0, limit)
                .list();
    }

    /// Where a page ends: the recommendation that is its last.
    record Cursor(String source, int number, String reference) {
        static Cursor of(Recommendation last) {
            return new Cursor(last.source, last.number, last.reference);
        }
    }

    private static final String AFTER =
            """
            (source > :lastSource or source = :lastSource
             and (number > :lastNumber or number = :lastNumber and reference > :lastReference))
            """;
}
