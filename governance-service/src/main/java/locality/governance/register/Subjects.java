package locality.governance.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.stream.Stream;
import locality.governance.decision.DecisionRegister;
import locality.governance.guidance.GuidanceStatuses;
import locality.governance.recorder.Recorder;
import locality.platform.refusal.NotFound;
import org.jspecify.annotations.Nullable;

/// What entries name beside themselves. Other entries, decisions and awaited guidance must be
/// there; plans, milestones and agreements are named as their keepers name them.
@ApplicationScoped
class Subjects {

    private final RegisterEntries entries;
    private final DecisionRegister decisions;
    private final GuidanceStatuses guidance;
    private final Recorder recorder;

    Subjects(
            RegisterEntries entries,
            DecisionRegister decisions,
            GuidanceStatuses guidance,
            Recorder recorder) {
        this.entries = entries;
        this.decisions = decisions;
        this.guidance = guidance;
        this.recorder = recorder;
    }

    void requireThere(EntryHead head) {
        Stream.concat(Stream.of(head.dependent(), head.dependsOn()), head.links().stream())
                .forEach(this::requireThere);
    }

    /// @throws NotFound unless there is such a thing that the caller reads
    void requireThere(@Nullable Link link) {
        if (link == null) {
            return;
        }
        switch (link.type()) {
            case Link.ENTRY -> {
                var entry =
                        entries.lookUp(link.id(), LockModeType.NONE)
                                .orElseThrow(() -> new NotFound("register entry", link.id()));
                recorder.requireReading(entry.locality, "register entry", link.id());
            }
            case Link.DECISION -> decisions.require(link.id());
            case Link.GUIDANCE -> guidance.requireThere(link.id());
            default -> {}
        }
    }
}
