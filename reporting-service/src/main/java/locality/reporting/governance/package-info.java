/// A locality's boards on one page: how they stand to each other on a date, what they are to
/// decide, what they decided and what became of it.
@NullMarked
package locality.reporting.governance;

import org.jspecify.annotations.NullMarked;
