/// Saying no precisely: what, where, which rule, and the figures that failed.
@NullMarked
package locality.platform.refusal;

import org.jspecify.annotations.NullMarked;
