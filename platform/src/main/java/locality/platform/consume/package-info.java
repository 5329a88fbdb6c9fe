/// Reading other services' events: effect, own events and offset commit together or not at all.
@NullMarked
package locality.platform.consume;

import org.jspecify.annotations.NullMarked;
