package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import locality.governance.decision.ApprovalsInEffect.Decided;
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
                .map(this::granting);
    }

    /// It grants while it holds, as whatever else rests on an approval.
    private Granting granting(Decision decision) {
        var decided = Decided.of(decision);
        return new Granting(
                decided.reference(),
                decision.bodyId,
                decided.bodyName(),
                decided.state(),
                decided.holdsOn(recorder.today()),
                decided.from());
    }
}
