/// Bodies that decide or advise: their life, their terms of reference, their members and how they
/// stand to each other, on any date.
@NullMarked
package locality.governance.body;

import org.jspecify.annotations.NullMarked;
