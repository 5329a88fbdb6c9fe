package locality.governance.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// The baselines of all plans, every one that was ever set.
@ApplicationScoped
class Baselines implements PanacheRepositoryBase<Baseline, UUID> {

    /// The first to the last.
    List<Baseline> of(UUID plan) {
        return list("planId = ?1 order by number", plan);
    }

    /// The one that holds on a day: the last set by then.
    Optional<Baseline> holding(UUID plan, LocalDate on) {
        return find("planId = ?1 and setOn <= ?2 order by number desc", plan, on)
                .firstResultOptional();
    }

    /// Of each plan the one that holds on a day, by plan.
    Map<UUID, Baseline> holding(Collection<UUID> plans, LocalDate on) {
        return list("planId in ?1 and setOn <= ?2 order by number", plans, on).stream()
                .collect(Collectors.toMap(one -> one.planId, one -> one, (_, later) -> later));
    }

    /// The one that is named, or the one that holds on a day when none is; null when none holds.
    ///
    /// @throws NotFound if the plan has none of that name
    @Nullable Baseline asked(UUID plan, @Nullable String name, LocalDate on) {
        return name == null
                ? holding(plan, on).orElse(null)
                : find("planId = ?1 and name = ?2", plan, name)
                        .firstResultOptional()
                        .orElseThrow(() -> new NotFound("baseline", name));
    }
}
