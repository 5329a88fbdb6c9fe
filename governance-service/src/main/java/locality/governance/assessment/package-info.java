/// How things are assessed by frameworks that are data: peer reviews, maturity matrices, due
/// diligence, conditions, strengths and weaknesses; what was found, and what follows from it.
@NullMarked
package locality.governance.assessment;

import org.jspecify.annotations.NullMarked;
