/// Registers of risks, issues, assumptions and dependencies: how they are scored and controlled,
/// and how they go up from body to body until one deals with them.
@NullMarked
package locality.governance.register;

import org.jspecify.annotations.NullMarked;
