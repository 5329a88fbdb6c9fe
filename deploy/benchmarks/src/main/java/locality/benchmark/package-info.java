/// What every benchmark needs: a service that runs as in production, and variants of the same work
/// taken in turn within one run.
@NullMarked
package locality.benchmark;

import org.jspecify.annotations.NullMarked;
