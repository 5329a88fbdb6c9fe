package locality.governance.function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The spatial level at which a function is decided (*Transition to ICS Update for Governing Body*,
/// spatial levels).
@Schema(name = "DecisionLevel")
enum DecisionLevel {
    NEIGHBOURHOOD,
    LOCALITY,
    SECTOR,
    GM
}
