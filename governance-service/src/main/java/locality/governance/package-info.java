@NullMarked
package locality.governance;

import org.jspecify.annotations.NullMarked;
