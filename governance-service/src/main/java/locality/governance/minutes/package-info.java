/// Minutes: drafted in versions or composed from the record of a meeting, approved by a later
/// meeting of the same body, and unchangeable from then on.
@NullMarked
package locality.governance.minutes;

import org.jspecify.annotations.NullMarked;
