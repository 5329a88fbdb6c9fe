/// The tests' fixtures: a finance office, and a governance that speaks.
@NullMarked
package locality.budget.testing;

import org.jspecify.annotations.NullMarked;
