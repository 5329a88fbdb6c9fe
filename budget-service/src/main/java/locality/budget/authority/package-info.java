/// What money may move under: decisions and delegations, as governance told of them.
@NullMarked
package locality.budget.authority;

import org.jspecify.annotations.NullMarked;
