/// Disputes between partners, and the forum that is to resolve them.
@NullMarked
package locality.governance.dispute;

import org.jspecify.annotations.NullMarked;
