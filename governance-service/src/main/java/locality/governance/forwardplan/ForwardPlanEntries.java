package locality.governance.forwardplan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The forward plans of all bodies.
@ApplicationScoped
class ForwardPlanEntries implements PanacheRepositoryBase<ForwardPlanEntry, UUID> {

    /// What a list asks for; null restricts nothing.
    ///
    /// @param from the first day of interest
    /// @param to the last
    record Wanted(
            @Nullable UUID body,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean key,
            @Nullable ForwardPlanState state) {}

    /// @throws NotFound if there is none
    ForwardPlanEntry require(String idOrReference) {
        return lookUp(idOrReference)
                .orElseThrow(() -> new NotFound("forward plan entry", idOrReference));
    }

    Optional<ForwardPlanEntry> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    /// The next number on a body's plan, which nobody else takes before the transaction ends.
    int nextNumber(UUID body) {
        getEntityManager()
                .createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)",
                        String.class)
                .setParameter(1, "forward-plan|" + body)
                .getSingleResult();
        return getEntityManager()
                .createQuery(
                        "select coalesce(max(number), 0) + 1 from ForwardPlanEntry"
                                + " where bodyId = ?1",
                        Integer.class)
                .setParameter(1, body)
                .getSingleResult();
    }

    /// By the day they are expected, then by reference.
    ///
    /// @param after the last one of the page before
    List<ForwardPlanEntry> inPlaces(
            Set<Locality> places, Wanted wanted, @Nullable Cursor after, int limit) {
        var query = new StringBuilder("locality in :places");
        var parameters = Parameters.with("places", places);
        restrict(query, parameters, "bodyId = :body", "body", wanted.body);
        restrict(query, parameters, "expected.expectedOn >= :from", "from", wanted.from);
        restrict(query, parameters, "expected.expectedFrom <= :to", "to", wanted.to);
        restrict(query, parameters, "(keyBecause is not null) = :key", "key", wanted.key);
        restrict(query, parameters, "state = :state", "state", wanted.state);
        if (after != null) {
            query.append(
                    " and (expected.expectedOn > :day"
                            + " or expected.expectedOn = :day and reference > :reference)");
            parameters.and("day", after.expectedOn).and("reference", after.reference);
        }
        return find(query + " order by expected.expectedOn, reference", parameters)
                .range(0, limit)
                .list();
    }

    /// Where a page ends: `2015-03-11/MCR-HWBB-FP-1`.
    record Cursor(LocalDate expectedOn, String reference) {

        static String of(ForwardPlanEntry entry) {
            return entry.expected.expectedOn() + "/" + entry.reference;
        }

        /// @throws IllegalArgumentException or java.time.DateTimeException if it is none
        static @Nullable Cursor parse(String text) {
            if (text.isEmpty()) {
                return null;
            }
            var parts = text.split("/", 2);
            if (parts.length < 2) {
                throw new IllegalArgumentException("after is what a page gave as next");
            }
            return new Cursor(LocalDate.parse(parts[0]), parts[1]);
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
