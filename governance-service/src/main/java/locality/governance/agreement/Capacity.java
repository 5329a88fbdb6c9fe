package locality.governance.agreement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How an organisation is bound by an agreement (*Transition to ICS Update for Governing Body*,
/// objectives: "all full and associate parties").
@Schema(name = "AgreementCapacity")
enum Capacity {
    FULL,
    ASSOCIATE
}
