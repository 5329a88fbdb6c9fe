package locality.governance.recommendation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
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
        var query =
                new StringBuilder(
                        "locality in :places and (exempt = false or locality in :exempt)");
        var parameters = Parameters.with("places", reader.places).and("exempt", reader.exempt);
        restrict(query, parameters, "bodyId = :body", "body", wanted.body);
        restrict(query, parameters, "source = :source", "source", wanted.source);
        restrict(query, parameters, "outcome = :outcome", "outcome", wanted.outcome);
        if (wanted.answered != null) {
            query.append(wanted.answered ? " and outcome is not null" : " and outcome is null");
        }
        restrict(query, parameters, "decisionId = :decision", "decision", wanted.decision);
        if (after != null) {
            query.append(
                    " and (source > :lastSource or source = :lastSource"
                            + " and (number > :lastNumber or number = :lastNumber"
                            + " and reference > :lastReference))");
            parameters
                    .and("lastSource", after.source)
                    .and("lastNumber", after.number)
                    .and("lastReference", after.reference);
        }
        return find(query + " order by source, number, reference", parameters)
                .range(0, limit)
                .list();
    }

    /// Where a page ends: the recommendation that is its last.
    record Cursor(String source, int number, String reference) {
        static Cursor of(Recommendation last) {
            return new Cursor(last.source, last.number, last.reference);
        }
    }

    private static void restrict(
            StringBuilder query,
            Parameters parameters,
            String condition,
            String name,
            @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(condition);
            parameters.and(name, value);
        }
    }
}
