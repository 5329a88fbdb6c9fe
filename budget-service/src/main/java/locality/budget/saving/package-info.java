/// Savings that come back into a recyclable fund and raise what one of its lines has.
@NullMarked
package locality.budget.saving;

import org.jspecify.annotations.NullMarked;
