/// Virements: money moved from line to line within a fund, by whoever the scheme lets decide so
/// much.
@NullMarked
package locality.budget.virement;

import org.jspecify.annotations.NullMarked;
