/// Decisions, as governance-service tells of them; an approval may cite one.
@NullMarked
package locality.intervention.decision;

import org.jspecify.annotations.NullMarked;
