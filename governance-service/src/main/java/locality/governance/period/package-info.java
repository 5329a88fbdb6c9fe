/// The days from which and until which something holds.
@NullMarked
package locality.governance.period;

import org.jspecify.annotations.NullMarked;
