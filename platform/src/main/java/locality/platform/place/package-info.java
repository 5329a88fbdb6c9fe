/// The ten localities of Greater Manchester, and the organisations that work in them.
@NullMarked
package locality.platform.place;

import org.jspecify.annotations.NullMarked;
