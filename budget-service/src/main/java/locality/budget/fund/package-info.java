/// Funds: the money of one agreement in one financial year.
@NullMarked
package locality.budget.fund;

import org.jspecify.annotations.NullMarked;
