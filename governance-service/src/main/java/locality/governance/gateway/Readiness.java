package locality.governance.gateway;

import java.time.LocalDate;
import java.util.UUID;
import locality.governance.assessment.Standings.Standing;
import org.jspecify.annotations.Nullable;

/// What the passing of a gateway rests on, as it was found.
///
/// @param previous the gateway before it, null when none is on record
/// @param dueDiligence how it stands, null when there is none
/// @param approval of the gateway that is in effect on the day, null when there is none
record Readiness(
        @Nullable Previous previous, @Nullable Standing dueDiligence, @Nullable Approval approval) {

    /// @param passed whether it had passed on the day
    record Previous(String reference, GatewayState state, boolean passed) {

        static Previous of(Gateway gateway, LocalDate on) {
            var state = gateway.on(on).map(GatewayStep::state).orElse(GatewayState.PLANNED);
            return new Previous(gateway.reference, state, state.hasPassed());
        }
    }

    /// An approval that is in effect.
    record Approval(UUID id, String reference) {}
}
