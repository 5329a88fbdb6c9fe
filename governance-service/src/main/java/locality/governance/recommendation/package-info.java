/// What is recommended to bodies, in papers and in other documents, and what became of it.
@NullMarked
package locality.governance.recommendation;

import org.jspecify.annotations.NullMarked;
