/// How many reports a scrutiny committee wants in a period, and how many it had.
@NullMarked
package locality.governance.scrutiny;

import org.jspecify.annotations.NullMarked;
