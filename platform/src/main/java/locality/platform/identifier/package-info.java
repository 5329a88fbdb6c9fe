/// Identities: time-ordered ids for machines, short references for people.
@NullMarked
package locality.platform.identifier;

import org.jspecify.annotations.NullMarked;
