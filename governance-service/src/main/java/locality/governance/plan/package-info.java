/// Plans: what a partnership means to reach by when, in which areas, what waits for what, and how
/// far it has slipped against each of its baselines.
@NullMarked
package locality.governance.plan;

import org.jspecify.annotations.NullMarked;
