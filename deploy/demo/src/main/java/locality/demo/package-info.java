/// Loads the demo into a running suite through its public REST interface, as a partner would, and
/// plays the story of one decision that funds one intervention.
@NullMarked
package locality.demo;

import org.jspecify.annotations.NullMarked;
