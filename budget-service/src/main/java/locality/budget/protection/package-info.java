/// Protected amounts: what must stay for a purpose in a fund, whatever is moved or planned anew.
@NullMarked
package locality.budget.protection;

import org.jspecify.annotations.NullMarked;
