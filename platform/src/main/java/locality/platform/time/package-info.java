/// The one place that asks what time it is.
@NullMarked
package locality.platform.time;

import org.jspecify.annotations.NullMarked;
