/// Commitments: money promised to a provider, at once within a delegation, else once a decision
/// says so.
@NullMarked
package locality.budget.commitment;

import org.jspecify.annotations.NullMarked;
