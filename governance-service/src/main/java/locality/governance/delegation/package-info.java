/// The scheme of delegation: who passed which power on to whom, up to what, until when; and the
/// answer to who may decide.
@NullMarked
package locality.governance.delegation;

import org.jspecify.annotations.NullMarked;
