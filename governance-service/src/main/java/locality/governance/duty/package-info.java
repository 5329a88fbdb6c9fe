/// Duties: what a body, a post or an organisation is there to do, in the words of its source, and
/// who takes it over.
@NullMarked
package locality.governance.duty;

import org.jspecify.annotations.NullMarked;
