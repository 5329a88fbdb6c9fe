/// The record of a meeting in one document: who was there, what they declared, how they voted, what
/// came of it and what is to be done.
@NullMarked
package locality.governance.record;

import org.jspecify.annotations.NullMarked;
