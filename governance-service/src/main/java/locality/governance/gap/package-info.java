/// What is missing in a place: functions of which something is not said, and functions that nobody
/// below a body holds.
@NullMarked
package locality.governance.gap;

import org.jspecify.annotations.NullMarked;
