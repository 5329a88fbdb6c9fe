/// Budget-service: pooled money, and the ledger that proves it.
@NullMarked
package locality.budget;

import org.jspecify.annotations.NullMarked;
