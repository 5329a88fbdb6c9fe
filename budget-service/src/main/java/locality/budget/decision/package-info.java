/// What governance tells, read from its topic and handed to those it concerns.
@NullMarked
package locality.budget.decision;

import org.jspecify.annotations.NullMarked;
