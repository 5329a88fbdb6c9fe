/// Money in pence, and the financial year it is spent in.
@NullMarked
package locality.platform.money;

import org.jspecify.annotations.NullMarked;
