/// The register of interventions: what each is, who leads it, how far it is, what it is given.
@NullMarked
package locality.intervention.register;

import org.jspecify.annotations.NullMarked;
