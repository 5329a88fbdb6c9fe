package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import locality.platform.refusal.NotFound;

/// Matters before bodies, decided or not, for the features that refer to them.
@ApplicationScoped
public class DecidedMatters {

    private final Decisions decisions;
    private final Tablings tablings;

    DecidedMatters(Decisions decisions, Tablings tablings) {
        this.decisions = decisions;
        this.tablings = tablings;
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
        return decisions
                .lookUp(idOrReference)
                .or(
                        () ->
                                tablings.lookUp(idOrReference)
                                        .flatMap(
                                                tabling ->
                                                        decisions.findByIdOptional(
                                                                tabling.id.decisionId())))
                .map(DecidedMatter::of);
    }
}
