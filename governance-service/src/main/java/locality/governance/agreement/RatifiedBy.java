package locality.governance.agreement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What each party must give before an agreement is ratified.
@Schema(name = "AgreementRatifiedBy")
enum RatifiedBy {
    /// A decision in effect of its own, and a signature.
    DECISION_AND_SIGNATURE,
    /// A signature of every post that is to sign.
    SIGNATURE
}
