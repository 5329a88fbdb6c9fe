/// What bodies decide: matters tabled, votes cast, outcomes recorded, and whether they bind.
@NullMarked
package locality.governance.decision;

import org.jspecify.annotations.NullMarked;
