/// What waits for whom in the money of a place, each with the call that clears it.
@NullMarked
package locality.budget.worklist;

import org.jspecify.annotations.NullMarked;
