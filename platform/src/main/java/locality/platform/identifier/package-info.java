/// Identities: time-ordered ids for machines, short references for people, hashes for contents.
@NullMarked
package locality.platform.identifier;

import org.jspecify.annotations.NullMarked;
