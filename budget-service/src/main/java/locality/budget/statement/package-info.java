/// What the ledger says to people: its chart of accounts, trial balances and statements.
@NullMarked
package locality.budget.statement;

import org.jspecify.annotations.NullMarked;
