/// Budget lines: what a fund plans to spend on one purpose, and how much of it is still available.
@NullMarked
package locality.budget.line;

import org.jspecify.annotations.NullMarked;
