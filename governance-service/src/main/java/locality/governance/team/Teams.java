package locality.governance.team;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The teams on record.
@ApplicationScoped
class Teams implements PanacheRepositoryBase<Team, UUID> {

    Optional<Team> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    Team require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("team", idOrReference));
    }

    /// Those there are on a day, in the order of their references; null restricts nothing.
    List<Team> on(
            LocalDate day,
            Set<Locality> places,
            @Nullable String function,
            @Nullable String organisation,
            String after,
            int limit) {
        var asked =
                new Conditions(
                                "from Team t where locality in :places and reference > :after and"
                                    + " effectiveOn <= :day and (endsOn is null or endsOn >= :day)")
                        .with("places", places)
                        .with("after", after)
                        .with("day", day)
                        .and(DOING, "function", function)
                        .and(AT_HOME, "organisation", organisation);
        return find(asked.orderedBy("reference"), asked.values()).range(0, limit).list();
    }

    private static final String DOING =
            """
            exists (select 1 from t.functions f
                    where f.functionCode = :function and f.fromDay <= :day
                      and (f.untilDay is null or f.untilDay >= :day))
            """;
    private static final String AT_HOME =
            """
            exists (select 1 from t.homes h
                    where h.organisation = :organisation and h.fromDay <= :day
                      and (h.untilDay is null or h.untilDay >= :day))
            """;
}
