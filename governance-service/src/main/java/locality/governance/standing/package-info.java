/// What a body has on its agenda without anybody putting it there each time: standing items, and
/// deep dives into what somebody is concerned about.
@NullMarked
package locality.governance.standing;

import org.jspecify.annotations.NullMarked;
