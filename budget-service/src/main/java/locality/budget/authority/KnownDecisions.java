package locality.budget.authority;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.UUID;
import locality.budget.Named;
import locality.platform.event.GovernanceEvent.DecisionTaken;
import locality.platform.place.Locality;

@ApplicationScoped
public class KnownDecisions implements PanacheRepositoryBase<KnownDecision, UUID> {

    /// Remembers what governance tells, over what it told before.
    public void learn(DecisionTaken told) {
        var known = findById(told.decisionId());
        if (known == null) {
            known = new KnownDecision();
            known.id = told.decisionId();
            known.learn(told);
            persist(known);
        } else {
            known.learn(told);
        }
    }

    /// The decision by id or reference, locked, so that two who cite it at once are seen by each
    /// other and cannot share one amount.
    ///
    /// @param place where the money lies; another place's decision is not known here
    /// @throws AuthorityRefusal if none is known
    public KnownDecision lock(String idOrReference, Locality place) {
        var named = Named.by(idOrReference);
        return find(named.column() + " = ?1 and locality = ?2", named.value(), place)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new AuthorityRefusal.NotKnown(idOrReference));
    }
}
