package locality.governance.authority;

import locality.platform.money.Pence;
import org.jspecify.annotations.Nullable;

/// An organisation whose money or function is decided about.
///
/// @param organisation its ODS or GSS code
/// @param share its part of the value; null means the whole of it
public record Owner(String organisation, @Nullable Pence share) {}
