/// The double-entry journal: append-only, balanced, and never without an authority.
@NullMarked
package locality.budget.ledger;

import org.jspecify.annotations.NullMarked;
