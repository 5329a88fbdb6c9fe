/// What holds of a fund after every command, whatever was asked of it before, and of everybody who
/// writes to its tables.
@NullMarked
package locality.budget.laws;

import org.jspecify.annotations.NullMarked;
