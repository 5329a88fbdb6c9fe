package locality.budget.authority;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import locality.platform.event.GovernanceEvent.DelegationEnded;
import locality.platform.event.GovernanceEvent.DelegationGranted;

@ApplicationScoped
public class KnownDelegations implements PanacheRepositoryBase<KnownDelegation, UUID> {

    public void learn(DelegationGranted told) {
        var known = findById(told.delegationId());
        if (known == null) {
            known = new KnownDelegation();
            known.id = told.delegationId();
            known.learn(told);
            persist(known);
        } else {
            known.learn(told);
        }
    }

    public void learn(DelegationEnded told) {
        findByIdOptional(told.delegationId()).ifPresent(known -> known.learn(told));
    }

    /// The delegations under which this organisation's officers may decide this themselves.
    public List<KnownDelegation> covering(String organisation, Matter matter) {
        return find(
                        "toOrganisation = ?1 and locality = ?2",
                        Sort.by("id"),
                        organisation,
                        matter.locality())
                .stream()
                .filter(known -> known.covers(matter))
                .toList();
    }

    /// Locks a delegation, so that two who count what was done under it see each other.
    public void lock(KnownDelegation known) {
        getEntityManager().lock(known, LockModeType.PESSIMISTIC_WRITE);
    }
}
