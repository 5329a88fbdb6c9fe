@NullMarked
package locality.local;

import org.jspecify.annotations.NullMarked;
