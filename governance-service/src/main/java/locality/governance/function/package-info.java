/// What can be decided, as a tree, and how each place allocates it: to whom, at which level, by
/// whose work, and reserved to the owners' top bodies or open to delegation.
@NullMarked
package locality.governance.function;

import org.jspecify.annotations.NullMarked;
