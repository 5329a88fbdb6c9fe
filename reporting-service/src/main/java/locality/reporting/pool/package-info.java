/// The money of a locality at work, as of a day: funds with their lines and agreements, what
/// partners put in, what is promised and moved, and which figures do not agree.
@NullMarked
package locality.reporting.pool;

import org.jspecify.annotations.NullMarked;
