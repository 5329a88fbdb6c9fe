/// Payment for performance: the part of a fund that is held back until something is achieved.
@NullMarked
package locality.budget.performance;

import org.jspecify.annotations.NullMarked;
