/// Who may decide this, for this money, on this date: the walk over the scheme of delegation, free
/// of any framework and of any store.
@NullMarked
package locality.governance.authority;

import org.jspecify.annotations.NullMarked;
