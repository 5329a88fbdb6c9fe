@NullMarked
package locality.reporting;

import org.jspecify.annotations.NullMarked;
