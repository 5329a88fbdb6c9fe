/// Registers of principles: what partners hold to when they commission, decommission or design,
/// each with its number and its days.
@NullMarked
package locality.governance.principle;

import org.jspecify.annotations.NullMarked;
