/// Asking the read models: plain SQL into records, everything an answer needs from one snapshot.
@NullMarked
package locality.reporting.readmodel;

import org.jspecify.annotations.NullMarked;
