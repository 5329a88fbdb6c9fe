/// What each partner pays into a fund, in instalments to the penny.
@NullMarked
package locality.budget.contribution;

import org.jspecify.annotations.NullMarked;
