/// When milestones are reached that wait for each other: how early, how late at the most, and which
/// of them nothing may delay. It is a calculation alone and stores nothing.
@NullMarked
package locality.governance.schedule;

import org.jspecify.annotations.NullMarked;
