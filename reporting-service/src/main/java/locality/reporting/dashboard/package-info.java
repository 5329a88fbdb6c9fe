/// A locality at a glance: its pool, its interventions, its decisions, its indicators, and how
/// fresh each of them is.
@NullMarked
package locality.reporting.dashboard;

import org.jspecify.annotations.NullMarked;
