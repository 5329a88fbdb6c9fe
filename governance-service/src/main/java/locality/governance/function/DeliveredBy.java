package locality.governance.function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Who does a function's work: the owner itself, another organisation, or a joint team (*Transition
/// to ICS Update for Governing Body*, functions location).
@Schema(name = "DeliveredBy")
enum DeliveredBy {
    IN_HOUSE,
    OTHER,
    JOINT
}
