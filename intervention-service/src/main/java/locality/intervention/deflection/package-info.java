/// What an intervention is planned to keep out of hospital, month by month, and what it did.
@NullMarked
package locality.intervention.deflection;

import org.jspecify.annotations.NullMarked;
