/// Quorum and voting as rules: who counts, how many are needed, which votes carry a motion. Free of
/// any framework.
@NullMarked
package locality.governance.voting;

import org.jspecify.annotations.NullMarked;
