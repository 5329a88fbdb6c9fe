package locality.governance.agreement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a party has yet to give.
@Schema(name = "AgreementLack")
enum Lack {
    /// Its own review, with which it is content.
    REVIEW,
    /// A decision in effect of its own.
    DECISION,
    /// A signature: of any post, or of every one that is to sign.
    SIGNATURE
}
