/// What is still open of an organisation that closes, and its transfer to those who take over.
/// Whoever keeps something that an organisation can leave behind adds to it by an [OpenMatters].
@NullMarked
package locality.governance.closedown;

import org.jspecify.annotations.NullMarked;
