/// The organisations of the health and care system, by their codes, as they come and go.
@NullMarked
package locality.governance.organisation;

import org.jspecify.annotations.NullMarked;
