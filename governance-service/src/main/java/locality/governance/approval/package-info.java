/// What other services ask a body to decide, until a valid decision answers it.
@NullMarked
package locality.governance.approval;

import org.jspecify.annotations.NullMarked;
