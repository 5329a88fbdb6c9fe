/// How the platform's values are stored.
@NullMarked
package locality.platform.persistence;

import org.jspecify.annotations.NullMarked;
