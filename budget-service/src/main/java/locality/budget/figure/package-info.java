/// Figures as their documents state them: the words, what they say in pence, and how exactly.
@NullMarked
package locality.budget.figure;

import org.jspecify.annotations.NullMarked;
