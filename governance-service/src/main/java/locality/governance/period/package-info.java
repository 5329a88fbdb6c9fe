/// Days: from which and until which something holds, which are bank holidays, and how clear days of
/// notice are counted.
@NullMarked
package locality.governance.period;

import org.jspecify.annotations.NullMarked;
