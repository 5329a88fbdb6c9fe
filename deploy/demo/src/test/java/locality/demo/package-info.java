/// The demo's data held against its sources, and the loader against a small suite on the JDK's own
/// HTTP server.
@NullMarked
package locality.demo;

import org.jspecify.annotations.NullMarked;
