/// Strategies, needs assessments and outcomes frameworks: their versions, the decisions that
/// approved them, and when they are reviewed.
@NullMarked
package locality.governance.strategy;

import org.jspecify.annotations.NullMarked;
