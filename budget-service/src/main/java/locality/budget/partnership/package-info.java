/// Agreements as governance tells of them: which version is in force on a day.
@NullMarked
package locality.budget.partnership;

import org.jspecify.annotations.NullMarked;
