/// Posts: what they are called, whose they are, to whom their holders report and who held them, on
/// any date and as far as was known at any moment.
@NullMarked
package locality.governance.post;

import org.jspecify.annotations.NullMarked;
