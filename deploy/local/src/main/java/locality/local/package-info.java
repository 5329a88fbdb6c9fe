/// Runs the whole suite on one machine: every part its own process, watched and started again.
@NullMarked
package locality.local;

import org.jspecify.annotations.NullMarked;
