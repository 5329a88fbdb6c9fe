/// What other services tell, taken in.
@NullMarked
package locality.intervention.inbox;

import org.jspecify.annotations.NullMarked;
