package locality.intervention.decision;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DecisionTaken;
import locality.platform.place.Locality;

/// Decisions that have arrived from governance-service.
@ApplicationScoped
public class KnownDecisions implements PanacheRepositoryBase<KnownDecision, UUID> {

    /// Keeps what was told last of a decision.
    public void keep(DecisionTaken taken) {
        var known = findById(taken.decisionId());
        if (known == null) {
            known = new KnownDecision();
            known.decisionId = taken.decisionId();
            known.tell(taken);
            persist(known);
        } else {
            known.tell(taken);
        }
    }

    /// What became of a decision later; one that never arrived cannot be cited anyway.
    public void keep(DecisionChanged changed) {
        findByIdOptional(changed.decisionId()).ifPresent(known -> known.tell(changed));
    }

    /// The decision must have arrived, bind, and be about this subject.
    ///
    /// @throws DecisionRefusal saying which of these fails
    public void requireBinding(
            UUID decision, Locality locality, String subjectType, UUID subject, String reference) {
        var known =
                findByIdOptional(decision)
                        .filter(found -> found.locality == locality)
                        .orElseThrow(() -> new DecisionRefusal.Unknown(decision));
        if (!known.binds()) {
            throw new DecisionRefusal.NotInEffect(decision, known.state);
        }
        if (!known.isAbout(subjectType, subject.toString(), reference)) {
            throw new DecisionRefusal.AboutSomethingElse(decision, subjectType, reference);
        }
    }
}
