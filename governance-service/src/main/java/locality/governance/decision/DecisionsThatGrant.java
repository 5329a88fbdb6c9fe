package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import locality.governance.delegation.GrantingDecisions;
import locality.governance.recorder.Recorder;

/// Decisions, as the scheme of delegation asks after them.
@ApplicationScoped
class DecisionsThatGrant implements GrantingDecisions {

    private final Decisions decisions;
    private final Recorder recorder;

    DecisionsThatGrant(Decisions decisions, Recorder recorder) {
        this.decisions = decisions;
        this.recorder = recorder;
    }

    @Override
    public Optional<Granting> find(String idOrReference) {
        return decisions
                .lookUp(idOrReference)
                .filter(decision -> recorder.shown(null).contains(decision.matter.place()))
                .map(
                        decision ->
                                new Granting(
                                        decision.reference,
                                        decision.bodyId,
                                        decision.bodyName,
                                        decision.state.name(),
                                        decision.state.binds()
                                                && decision.takenAs != null
                                                && decision.takenAs.needsAuthority(),
                                        decision.effectiveOn));
    }
}
