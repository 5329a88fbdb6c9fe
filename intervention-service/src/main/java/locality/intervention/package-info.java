@NullMarked
package locality.intervention;

import org.jspecify.annotations.NullMarked;
