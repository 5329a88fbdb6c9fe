/// What stands in an agreement on a day: the lines of all its funds, each with its basis, its host
/// and who manages it.
@NullMarked
package locality.budget.scope;

import org.jspecify.annotations.NullMarked;
