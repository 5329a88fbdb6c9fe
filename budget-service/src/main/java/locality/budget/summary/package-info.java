/// What the lines of a fund sum to, by area, source, commissioner and whatever else a plan says.
@NullMarked
package locality.budget.summary;

import org.jspecify.annotations.NullMarked;
