/// What waits for people in a service, and the call that clears it.
@NullMarked
package locality.platform.worklist;

import org.jspecify.annotations.NullMarked;
