/// The decision log: what was decided, whether it binds, on which papers, and what followed.
@NullMarked
package locality.governance.decisionlog;

import org.jspecify.annotations.NullMarked;
