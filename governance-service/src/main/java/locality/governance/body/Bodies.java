package locality.governance.body;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The bodies on record.
@ApplicationScoped
class Bodies implements PanacheRepositoryBase<Body, UUID> {

    Body require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("body", idOrReference));
    }

    Optional<Body> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    /// How a body is shown on a date.
    BodyView view(Body body, LocalDate on) {
        return BodyView.of(body, on, other -> findById(other).reference);
    }

    /// @param name part of a name or alias, in any case; null for all
    /// @param on a day they exist on, proposed and not yet dissolved; null for all ever recorded
    List<Body> inPlaces(
            Set<Locality> places,
            @Nullable String name,
            @Nullable LocalDate on,
            String after,
            int limit) {
        var query =
                new StringBuilder("from Body b where locality in :places and reference > :after");
        var parameters = Parameters.with("places", places).and("after", after);
        if (name != null) {
            query.append(CALLED);
            parameters.and("name", "%" + name.toLowerCase(Locale.ROOT) + "%");
        }
        if (on != null) {
            query.append(EXISTING);
            parameters.and("day", on).and("dissolved", BodyState.DISSOLVED);
        }
        return find(query.append(" order by reference").toString(), parameters)
                .range(0, limit)
                .list();
    }

    private static final String CALLED =
            """
             and (lower(name) like :name or lower(array_to_string(aliases, '|')) like :name)
            """;
    private static final String EXISTING =
            """
             and exists (select 1 from b.steps s where s.effectiveOn <= :day)
             and not exists (select 1 from b.steps s
                             where s.effectiveOn <= :day and s.state = :dissolved)
            """;
}
