/// Actions: what a post or an organisation is to do, from a decision, an item or a body, by when,
/// and what became of it.
@NullMarked
package locality.governance.action;

import org.jspecify.annotations.NullMarked;
