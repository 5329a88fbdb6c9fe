/// Papers before meetings: the front sheet, the content, who may read it and for how long its
/// background papers may be asked for.
@NullMarked
package locality.governance.paper;

import org.jspecify.annotations.NullMarked;
