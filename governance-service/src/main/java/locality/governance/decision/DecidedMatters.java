package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import locality.platform.refusal.NotFound;

/// Matters before bodies, decided or not, for the features that refer to them.
@ApplicationScoped
public class DecidedMatters {

    private final Decisions decisions;

    DecidedMatters(Decisions decisions) {
        this.decisions = decisions;
    }

    /// @param idOrReference its id, or the reference of any item it was tabled as
    /// @throws NotFound if there is none
    public DecidedMatter require(String idOrReference) {
        return lookUp(idOrReference).orElseThrow(() -> new NotFound("decision", idOrReference));
    }

    /// What is to be decided on an item, or was; empty when it is only discussed.
    ///
    /// @param idOrReference its id, or the reference of any item it was tabled as
    public Optional<DecidedMatter> lookUp(String idOrReference) {
        return decisions.lookUp(idOrReference).map(DecidedMatter::of);
    }
}
