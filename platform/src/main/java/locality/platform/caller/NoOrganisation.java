package locality.platform.caller;

import locality.platform.refusal.Refusal;

/// The token does not say for whom its bearer acts, so that nothing could be laid at anybody's
/// door.
final class NoOrganisation extends Refusal {
    NoOrganisation() {
        super(
                Kind.FORBIDDEN,
                "NO_ORGANISATION",
                "Your token names no organisation: its issuer must add the claim organisation");
        operand("claim", "organisation");
    }
}
