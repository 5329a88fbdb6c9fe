/// The money side of a partnership agreement: powers, host, fund manager, and on which basis the
/// money is held from when.
@NullMarked
package locality.budget.agreement;

import org.jspecify.annotations.NullMarked;
