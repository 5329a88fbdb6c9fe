package locality.governance.decision;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import locality.governance.recorder.Recorder;

/// Decisions for those who only refer to one.
@ApplicationScoped
public class DecisionRegister {

    private final Decisions decisions;
    private final Recorder recorder;

    DecisionRegister(Decisions decisions, Recorder recorder) {
        this.decisions = decisions;
        this.recorder = recorder;
    }

    /// @throws locality.platform.refusal.NotFound unless the caller reads its locality
    public UUID require(String idOrReference) {
        var decision = decisions.require(idOrReference);
        recorder.requireReading(decision.matter.place(), "decision", idOrReference);
        return decision.id;
    }
}
