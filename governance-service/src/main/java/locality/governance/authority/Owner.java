package locality.governance.authority;

import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// An organisation whose money or function is decided about.
///
/// @param organisation its ODS or GSS code
/// @param share its part of the value; null means the whole of it
public record Owner(String organisation, @Nullable Pence share) {

    /// What of a value this owner's power must reach: ALIGNED money its share, POOLED the whole.
    public Pence partOf(Pence value, Basis basis) {
        return basis == Basis.ALIGNED && share != null ? share : value;
    }
}
