package locality.budget.authority;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import locality.platform.event.GovernanceEvent.DelegationEnded;
import locality.platform.event.GovernanceEvent.DelegationGranted;
import locality.platform.time.BusinessClock;

@ApplicationScoped
public class KnownDelegations implements PanacheRepositoryBase<KnownDelegation, UUID> {

    private final Clock clock;

    KnownDelegations(Clock clock) {
        this.clock = clock;
    }

    /// Who acts under it at this moment is waited for, and counts as having come first.
    public void learn(DelegationGranted told) {
        var known = findById(told.delegationId(), LockModeType.PESSIMISTIC_WRITE);
        if (known == null) {
            known = new KnownDelegation();
            known.id = told.delegationId();
            known.learn(told);
            persist(known);
        } else {
            known.learn(told);
        }
    }

    /// As [#learn(DelegationGranted)]; one that was never told allows nothing anyway.
    public void learn(DelegationEnded told) {
        var known = findById(told.delegationId(), LockModeType.PESSIMISTIC_WRITE);
        if (known != null) {
            known.learn(told);
        }
    }

    /// Locks those of these delegations that are known, in the order of their ids, before one of
    /// them is told of.
    public void lockKnown(Collection<UUID> told) {
        if (!told.isEmpty()) {
            find("id in ?1", Sort.by("id"), told).withLock(LockModeType.PESSIMISTIC_WRITE).list();
        }
    }

    /// The delegations under which this organisation's officers may decide this themselves. None of
    /// them ends before what is done under it is done: they are read under a lock, which many
    /// share.
    public List<KnownDelegation> covering(String organisation, Matter matter) {
        var today = BusinessClock.today(clock);
        return find(
                        "toOrganisation = ?1 and locality = ?2",
                        Sort.by("id"),
                        organisation,
                        matter.locality())
                .withLock(LockModeType.PESSIMISTIC_READ)
                .stream()
                .filter(known -> known.covers(matter, today))
                .toList();
    }
}
