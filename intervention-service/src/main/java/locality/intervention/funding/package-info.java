/// The money committed to an intervention, as budget-service tells of it.
@NullMarked
package locality.intervention.funding;

import org.jspecify.annotations.NullMarked;
