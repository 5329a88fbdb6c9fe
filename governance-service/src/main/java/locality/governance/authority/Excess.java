package locality.governance.authority;

import locality.platform.money.Pence;

/// By what a question goes beyond a limit that was proven for another.
///
/// @param owner whose chain it is
/// @param delegation its reference
/// @param asked of the owner's chain by this decision alone
public record Excess(
        String owner, String delegation, Pence limit, Pence approvedBefore, Pence asked) {}
