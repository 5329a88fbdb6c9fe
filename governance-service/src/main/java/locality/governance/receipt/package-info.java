/// The receiving ends of delegations, as their receivers have them, and whether they say what the
/// givers say. A receipt gives no power.
@NullMarked
package locality.governance.receipt;

import org.jspecify.annotations.NullMarked;
