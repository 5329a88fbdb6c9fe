package locality.intervention.funding;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import locality.platform.event.CommitmentEvent.CommitmentOpened;
import locality.platform.event.InterventionEvent.InterventionFunded;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

/// Commitments by the intervention they fund. Each counts once, whatever is told again.
@ApplicationScoped
public class Funding implements PanacheRepositoryBase<Grant, UUID> {

    /// Waits until nobody else is matching commitments and interventions by this name, so that a
    /// commitment and the intervention it names cannot miss each other by arriving together. Held
    /// until the transaction ends.
    public void awaitTurn(Locality locality, String name) {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                .setParameter(1, locality.code() + "/" + name)
                .getSingleResult();
    }

    /// A commitment as others left it meanwhile. Whoever holds the turn by its name alone changes
    /// it.
    public void refresh(Grant grant) {
        getEntityManager().refresh(grant);
    }

    /// Whether this commitment was told before.
    public boolean has(UUID commitmentId) {
        return count("commitmentId", commitmentId) > 0;
    }

    /// Keeps a commitment whose intervention is not on the register yet.
    public void keepWaiting(CommitmentOpened opened, String named) {
        persist(Grant.of(opened, named));
    }

    /// Counts a commitment to an intervention.
    public InterventionFunded fund(UUID interventionId, CommitmentOpened opened, String named) {
        var grant = Grant.of(opened, named);
        persist(grant);
        return tell(grant, interventionId);
    }

    /// Counts every commitment that waited for an intervention of this name.
    public List<InterventionFunded> fundFromWaiting(
            UUID interventionId, String name, Locality locality) {
        return list(
                        "locality = ?1 and named = ?2 and interventionId is null",
                        Sort.by("commitmentId"),
                        locality,
                        name)
                .stream()
                .map(grant -> tell(grant, interventionId))
                .toList();
    }

    /// Counts part of a commitment no longer; empty while the commitment waits for its
    /// intervention.
    public Optional<InterventionFunded> giveBack(Grant grant, Pence amount) {
        grant.giveBack(amount);
        return Optional.ofNullable(grant.interventionId).map(funded -> tell(grant, funded));
    }

    public Map<UUID, List<Grant>> of(Collection<UUID> interventions) {
        return list("interventionId in ?1", Sort.by("effectiveOn", "commitmentId"), interventions)
                .stream()
                .collect(Collectors.groupingBy(grant -> grant.interventionId));
    }

    private InterventionFunded tell(Grant grant, UUID interventionId) {
        grant.interventionId = interventionId;
        flush();
        var total =
                Pence.sum(
                        list("interventionId", interventionId).stream()
                                .map(Grant::amount)
                                .toList());
        return new InterventionFunded(
                interventionId,
                grant.commitmentId,
                grant.amountPence,
                total,
                grant.decisionId,
                grant.locality,
                grant.effectiveOn);
    }
}
