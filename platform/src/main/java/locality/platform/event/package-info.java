/// What the services tell each other: every published event, as one sealed family of records.
@NullMarked
package locality.platform.event;

import org.jspecify.annotations.NullMarked;
