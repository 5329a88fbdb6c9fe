/// What localities say of the way they go, by topic: for all ten, for some, or for one by name.
@NullMarked
package locality.governance.position;

import org.jspecify.annotations.NullMarked;
