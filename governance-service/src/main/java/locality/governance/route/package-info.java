/// Approval routes: which bodies a matter passes, and what each does with it, before it binds.
@NullMarked
package locality.governance.route;

import org.jspecify.annotations.NullMarked;
