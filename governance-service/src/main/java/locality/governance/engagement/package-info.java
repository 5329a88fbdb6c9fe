/// The log of engagement: briefings, events, surveys, what was told to whom, and how many it
/// reached. Consultations by stages are not kept here.
@NullMarked
package locality.governance.engagement;

import org.jspecify.annotations.NullMarked;
