/// What other services tell, taken in.
@NullMarked
package locality.governance.inbox;

import org.jspecify.annotations.NullMarked;
