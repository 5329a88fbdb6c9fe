package locality.intervention.deflection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import locality.platform.caller.Caller;
import locality.platform.place.Locality;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// Deflection plans on record.
@ApplicationScoped
class DeflectionPlans implements PanacheRepositoryBase<DeflectionPlan, UUID> {

    /// @throws NotFound if there is none that the caller may see
    DeflectionPlan require(Caller caller, UUID id) {
        return visible(caller, id, findByIdOptional(id));
    }

    /// As [#require], locked: whoever appends to its events holds it.
    DeflectionPlan lock(Caller caller, UUID id) {
        return visible(
                caller,
                id,
                find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional());
    }

    /// Moves a plan's version on at once. What changes may lie in one of its versions alone, which
    /// the plan's own row does not show.
    void moveVersion(DeflectionPlan plan) {
        getEntityManager().lock(plan, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    boolean has(UUID intervention, String activityType, String provider) {
        return count(
                        "interventionId = ?1 and activityType = ?2 and provider = ?3",
                        intervention,
                        activityType,
                        provider)
                > 0;
    }

    List<DeflectionPlan> page(
            Caller caller,
            @Nullable Locality locality,
            @Nullable UUID intervention,
            UUID after,
            int limit) {
        var places =
                caller.localities().stream()
                        .filter(place -> locality == null || place == locality)
                        .toList();
        var which = Parameters.with("places", places).and("after", after);
        var query = "locality in :places and id > :after";
        if (intervention != null) {
            query += " and interventionId = :intervention";
            which.and("intervention", intervention);
        }
        return find(query, Sort.by("id"), which).page(0, limit + 1).list();
    }

    private static DeflectionPlan visible(Caller caller, UUID id, Optional<DeflectionPlan> found) {
        var plan = found.orElseThrow(() -> new NotFound("deflection plan", id));
        caller.requireSight(plan.locality, "deflection plan", id);
        return plan;
    }
}
