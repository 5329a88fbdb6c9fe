package locality.governance.route;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import locality.platform.identifier.Ids;
import locality.platform.money.Pence;
import locality.platform.persistence.Conditions;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The approval routes ever drawn.
@ApplicationScoped
public class ApprovalRoutes implements PanacheRepositoryBase<ApprovalRoute, UUID> {

    /// The route a matter of this kind and value takes in a place on a day, if there is one.
    ///
    /// @param value null for a matter that is not about money
    public Optional<ApprovalRoute> inForce(
            String subjectType, Locality place, @Nullable Pence value, LocalDate on) {
        return of(subjectType, place).stream()
                .filter(route -> route.period().holdsOn(on))
                .filter(route -> route.isFor(value))
                .findFirst();
    }

    /// @throws NotFound if there is none
    ApprovalRoute require(String idOrReference) {
        return lookUp(idOrReference)
                .orElseThrow(() -> new NotFound("approval route", idOrReference));
    }

    Optional<ApprovalRoute> lookUp(String idOrReference) {
        return Ids.parse(idOrReference)
                .map(this::findByIdOptional)
                .orElseGet(() -> find("reference", idOrReference).firstResultOptional());
    }

    List<ApprovalRoute> of(String subjectType, Locality place) {
        return find(
                        "subjectType = ?1 and place = ?2 order by effectiveOn, reference",
                        subjectType,
                        place)
                .list();
    }

    /// @param on a day they are in force on; null for all ever drawn
    List<ApprovalRoute> inPlaces(
            Set<Locality> places,
            @Nullable String subjectType,
            @Nullable LocalDate on,
            String after,
            int limit) {
        var asked =
                new Conditions("place in :places and reference > :after")
                        .with("places", places)
                        .with("after", after)
                        .and("subjectType = :subjectType", "subjectType", subjectType)
                        .and(
                                "effectiveOn <= :day and (endsOn is null or endsOn >= :day)",
                                "day",
                                on);
        return find(asked.orderedBy("reference"), asked.values()).range(0, limit).list();
    }
}
