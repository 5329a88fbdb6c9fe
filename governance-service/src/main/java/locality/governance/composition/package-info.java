/// Rules about who sits where: what two boards owe each other, which seats go with which, and what
/// is broken of them on any date.
@NullMarked
package locality.governance.composition;

import org.jspecify.annotations.NullMarked;
