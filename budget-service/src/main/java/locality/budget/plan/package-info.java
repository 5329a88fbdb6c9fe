/// The approval of a fund's plan by a decision, after which money may move on its lines.
@NullMarked
package locality.budget.plan;

import org.jspecify.annotations.NullMarked;
