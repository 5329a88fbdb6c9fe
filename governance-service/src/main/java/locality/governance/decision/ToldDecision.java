package locality.governance.decision;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.UUID;
import locality.governance.approval.ApprovalRequest;
import locality.platform.event.BoardEvent.DecisionChanged;
import locality.platform.event.BoardEvent.DecisionTaken;
import org.jspecify.annotations.Nullable;

/// A decision as everybody is told of it.
record ToldDecision(Decision decision) {

    /// What a shadow body's approval became binds nobody, so it answers nothing and repeats no
    /// request.
    ///
    /// @param asked the approval request it answers, null for none
    DecisionTaken taken(@Nullable ApprovalRequest asked) {
        var type = requireNonNull(decision.takenAs);
        var request = type.needsAuthority() ? asked : null;
        var matter = decision.matter;
        return new DecisionTaken(
                decision.id,
                decision.reference,
                decision.title,
                decision.bodyId,
                decision.bodyName,
                decision.meetingId,
                type.name(),
                requireNonNull(decision.outcome).name(),
                decision.state.name(),
                decision.validityCodes,
                matter.function(),
                matter.value(),
                matter.value() == null ? null : matter.basis().name(),
                matter.ownersAsTold(),
                matter.subjectAsTold(),
                request == null ? null : request.id(),
                request == null ? null : request.contentHash(),
                matter.place(),
                requireNonNull(decision.effectiveOn),
                decision.provenance);
    }

    /// @param by the decision that took it back or took its place, null for none
    DecisionChanged changed(LocalDate on, String reason, @Nullable UUID by) {
        return new DecisionChanged(
                decision.id,
                decision.reference,
                decision.state.name(),
                reason,
                by,
                decision.matter.place(),
                on,
                decision.provenance);
    }
}
