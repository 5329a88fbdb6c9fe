@NullMarked
package locality.budget;

import org.jspecify.annotations.NullMarked;
