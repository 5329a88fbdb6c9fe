package locality.budget.authority;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import locality.platform.event.GovernanceEvent.DelegationEnded;
import locality.platform.event.GovernanceEvent.DelegationGranted;
import locality.platform.money.Pence;
import locality.platform.place.Locality;

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

    /// The delegation under which this organisation's officers may decide this themselves, if any.
    public Optional<Authority> covering(
            String organisation, Locality place, String function, Pence amount, LocalDate on) {
        return find("toOrganisation = ?1 and locality = ?2", Sort.by("id"), organisation, place)
                .stream()
                .filter(known -> known.covers(function, amount, on))
                .findFirst()
                .map(known -> Authority.delegation(known.id));
    }
}
