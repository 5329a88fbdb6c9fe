package locality.intervention.register;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Where an intervention stands. [Step] says how it moves.
@Schema(name = "InterventionState")
enum State {
    PROPOSED,
    BRIEFED,
    APPROVED,
    MOBILISING,
    LIVE,
    EVALUATING,
    EXITING,
    CLOSED,
    CANCELLED
}
