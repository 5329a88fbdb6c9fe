/// When bodies meet: the cycles their terms of reference ask for, which of them were missed, a year
/// planned in one call, the year's business, and feeds for diaries.
@NullMarked
package locality.governance.calendar;

import org.jspecify.annotations.NullMarked;
