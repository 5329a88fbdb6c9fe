/// Whether a recorded outcome binds: the validity codes, worked out from a snapshot of the evidence
/// alone, so that the same snapshot gives the same codes for ever.
@NullMarked
package locality.governance.validity;

import org.jspecify.annotations.NullMarked;
