/// What waits for somebody, gathered from every feature that knows of something.
@NullMarked
package locality.governance.worklist;

import org.jspecify.annotations.NullMarked;
