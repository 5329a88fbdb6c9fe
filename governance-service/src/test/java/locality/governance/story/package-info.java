/// The over-limit story, governance's half of it, as outsiders see it.
@NullMarked
package locality.governance.story;

import org.jspecify.annotations.NullMarked;
