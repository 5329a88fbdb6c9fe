/// Meetings: planned, noticed, opened and closed, with their agenda, who was there and which
/// interests they declared.
@NullMarked
package locality.governance.meeting;

import org.jspecify.annotations.NullMarked;
