/// What can be decided, and how each place arranges it: reserved to the owners' top bodies or open
/// to delegation.
@NullMarked
package locality.governance.function;

import org.jspecify.annotations.NullMarked;
