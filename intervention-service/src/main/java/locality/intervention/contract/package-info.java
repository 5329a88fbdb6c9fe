/// Contracts that interventions and services pass to, and what is in their scope from which day.
@NullMarked
package locality.intervention.contract;

import org.jspecify.annotations.NullMarked;
