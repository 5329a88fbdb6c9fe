/// Who is recording, for which place, and where what they record comes from.
@NullMarked
package locality.governance.recorder;

import org.jspecify.annotations.NullMarked;
