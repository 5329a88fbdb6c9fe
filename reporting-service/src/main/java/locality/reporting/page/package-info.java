/// What people see: server-rendered pages that work without JavaScript, with their JSON twins.
@NullMarked
package locality.reporting.page;

import org.jspecify.annotations.NullMarked;
