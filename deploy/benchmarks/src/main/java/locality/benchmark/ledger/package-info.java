/// How fast entries come into the ledger.
@NullMarked
package locality.benchmark.ledger;

import org.jspecify.annotations.NullMarked;
