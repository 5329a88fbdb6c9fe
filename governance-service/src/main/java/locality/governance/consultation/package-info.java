/// Consultations in their stages, and what is to be told to whom and when.
@NullMarked
package locality.governance.consultation;

import org.jspecify.annotations.NullMarked;
