/// Keeps the read models at what the three topics say, whole batches at a time.
@NullMarked
package locality.reporting.projection;

import org.jspecify.annotations.NullMarked;
