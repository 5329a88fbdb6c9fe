/// Every version of a fund's plan, kept as it was planned: outline, revised, draft, final.
@NullMarked
package locality.budget.planversion;

import org.jspecify.annotations.NullMarked;
