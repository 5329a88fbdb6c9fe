/// Who is calling, in which roles, and which localities they may see.
@NullMarked
package locality.platform.caller;

import org.jspecify.annotations.NullMarked;
