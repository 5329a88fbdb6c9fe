/// Where a fact comes from: stated by a document, derived from one, or illustrative.
@NullMarked
package locality.platform.fact;

import org.jspecify.annotations.NullMarked;
