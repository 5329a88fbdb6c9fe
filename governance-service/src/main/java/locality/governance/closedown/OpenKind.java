package locality.governance.closedown;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an organisation can leave open, in the order in which it is cleared: while its top body
/// stands, every chain of authority still starts there.
public enum OpenKind {
    BODY("A body is dissolved, not moved"),
    DELEGATION(
            "Nobody passes power on by a change of list: the top body of whoever takes over grants"
                    + " it anew"),
    SEAT(null),
    POST(null),
    DUTY(null),
    TEAM(null),
    FUNCTION("The place arranges it anew, with its new owner"),
    APPROVAL_REQUEST("A body decides it, or whoever asked for it withdraws it"),
    COMMITMENT_DECIDED(null);

    private final @Nullable String byHand;

    OpenKind(@Nullable String byHand) {
        this.byHand = byHand;
    }

    /// Why a transfer does not move it; empty when it does.
    Optional<String> byHand() {
        return Optional.ofNullable(byHand);
    }
}
