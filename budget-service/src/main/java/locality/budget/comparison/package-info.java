/// Comparisons: whether figures of documents, and what is planned, add up as they are stated.
@NullMarked
package locality.budget.comparison;

import org.jspecify.annotations.NullMarked;
