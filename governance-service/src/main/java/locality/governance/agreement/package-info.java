/// Agreements between organisations: their versions, who signed and ratified each, and on which
/// days one is in force.
@NullMarked
package locality.governance.agreement;

import org.jspecify.annotations.NullMarked;
