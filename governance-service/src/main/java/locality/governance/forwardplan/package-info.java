/// What bodies are expected to decide, told before they do, and the notice that key decisions need.
@NullMarked
package locality.governance.forwardplan;

import org.jspecify.annotations.NullMarked;
