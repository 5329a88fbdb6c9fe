/// Who is accountable to whom on a date, as a tree and as a drawing of it; who only advises is kept
/// apart.
@NullMarked
package locality.governance.structure;

import org.jspecify.annotations.NullMarked;
