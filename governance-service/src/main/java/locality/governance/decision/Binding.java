package locality.governance.decision;

import java.time.LocalDate;
import locality.governance.validity.DecisionType;
import org.jspecify.annotations.Nullable;

/// From which day a decision binds, and until when.
///
/// @param takenAs what its outcome counts as, null before there is one
/// @param effectiveOn the day from which it is what its state says, null before it was decided
/// @param callInUntil the last day on which scrutiny may call it in, null unless it waits for that
/// @param endedOn the first day on which it no longer binds, null while it does
record Binding(
        DecisionState state,
        @Nullable DecisionType takenAs,
        @Nullable LocalDate effectiveOn,
        @Nullable LocalDate callInUntil,
        @Nullable LocalDate endedOn) {

    /// The first day on which it binds as an approval. Nobody can call in any longer what waited
    /// for that to the day before, whether or not it was brought into effect since.
    ///
    /// @return null unless it is, was or will be in effect, and approves
    @Nullable LocalDate from() {
        if (takenAs == null || !takenAs.needsAuthority()) {
            return null;
        }
        return switch (state) {
            case CARRIED -> callInUntil == null ? effectiveOn : callInUntil.plusDays(1);
            case IN_EFFECT, RATIFIED, SUPERSEDED, RESCINDED -> effectiveOn;
            case PROPOSED, TABLED, LOST, DEFERRED, REFERRED, WITHDRAWN, CALLED_IN, INVALID -> null;
        };
    }

    /// Whether it was in effect on a day: since then it may have been rescinded.
    boolean on(LocalDate day) {
        return (state.binds() || endedOn != null && endedOn.isAfter(day))
                && effectiveOn != null
                && !effectiveOn.isAfter(day);
    }
}
