/// What is measured, from which source, how often; and what was observed, every revision of it.
@NullMarked
package locality.intervention.indicator;

import org.jspecify.annotations.NullMarked;
