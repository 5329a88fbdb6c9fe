/// How long it takes to say who may decide, in a scheme of delegation far larger than any place
/// has.
@NullMarked
package locality.benchmark.authority;

import org.jspecify.annotations.NullMarked;
