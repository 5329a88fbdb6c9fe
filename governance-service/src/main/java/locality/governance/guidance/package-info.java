/// National guidance that plans wait for, and what sources say has become of it.
@NullMarked
package locality.governance.guidance;

import org.jspecify.annotations.NullMarked;
