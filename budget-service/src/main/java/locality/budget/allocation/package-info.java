/// Splitting an amount by weights, to the penny, for whoever asks.
@NullMarked
package locality.budget.allocation;

import org.jspecify.annotations.NullMarked;
